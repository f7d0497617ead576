// Reads random bytes as a PO or a CSV file, by the first byte, and applies them to a translation.
#include "content/exchange/csv_file.hpp"
#include "content/exchange/po_file.hpp"
#include "content/translation_check.hpp"
#include "content/translation_update.hpp"
#include "fuzz/parse_content.hpp"

namespace {

using content::exchange::ExchangeTable;

std::optional<ExchangeTable> read(const std::string& text, bool is_po,
                                  std::vector<content::Problem>& problems) {
    content::parser::SourceText source({"input", text}, problems);
    return is_po ? content::exchange::read_po(source, "es")
                 : content::exchange::read_csv(source, "es");
}

// What was read is written in a way that it is read again.
void check_is_stable(const ExchangeTable& table, bool is_po) {
    const std::string written =
        is_po ? content::exchange::write_po(table) : content::exchange::write_csv(table);
    std::vector<content::Problem> problems;
    const auto again = read(written, is_po, problems);
    fuzz::require(again.has_value(), "what was written cannot be read: " + written);
    fuzz::require(written == (is_po ? content::exchange::write_po(*again)
                                    : content::exchange::write_csv(*again)),
                  "what was written changes when it is read: " + written);
}

// A translation with the texts of a table is valid, or there is an error.
void check_apply(const ExchangeTable& table, const std::string& text,
                 std::vector<content::Problem>& problems) {
    static const content::LoadResult loaded =
        content::parse(fuzz::sample_content(), std::nullopt,
                       [](std::string_view) { return std::optional<content::SourceFile>(); });
    const content::parser::EnglishTexts english{loaded.texts, {}};
    content::TranslationFile file = content::make_translation_file("es.yaml", "es", "Español");
    content::update_pairs(file, english);
    content::parser::SourceText source({"input", text}, problems);
    content::apply_exchange_table(table, source, english, file);
    if (content::has_error(problems)) return;
    content::update_pairs(file, english);
    const std::string yaml = content::to_yaml(file, "");
    const auto checked = content::check_translation({"es.yaml", yaml}, "es", english);
    for (const content::Problem& problem : checked.problems)
        fuzz::require(problem.severity == content::Severity::warning ||
                          problem.message.starts_with("the texts are written from"),
                      "a translation without a mistake is refused: " + to_string(problem));
    std::vector<content::Problem> unused;
    const auto divided = content::read_translation_file({"es.yaml", yaml}, "es", unused);
    fuzz::require(divided && content::to_yaml(*divided, "") == yaml,
                  "a translation is not put together as it was: " + yaml);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Bytes bytes(data, size);
    const bool is_po = bytes.below(2) == 0;
    const std::string text = bytes.remainder();
    std::vector<content::Problem> problems;
    const auto table = read(text, is_po, problems);
    fuzz::require(table.has_value() != content::has_error(problems),
                  "the result has neither texts nor an error, or both");
    if (table) {
        check_is_stable(*table, is_po);
        check_apply(*table, text, problems);
    }
    for (const content::Problem& problem : problems)
        fuzz::require(!base::find_invalid_utf8(content::to_string(problem)).has_value(),
                      "the problem is not UTF-8");
    return 0;
}
