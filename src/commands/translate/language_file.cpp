#include "commands/translate/language_file.hpp"

#include "content/parser/read_file.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace commands {

namespace {

// Returns whether two files have the same pairs, apart from their lines.
bool has_same_pairs(const content::TranslationFile& one, const content::TranslationFile& other) {
    return std::ranges::equal(
        one.pairs, other.pairs,
        [](const content::FilePair& pair, const content::FilePair& other_pair) {
            return pair.english == other_pair.english && pair.target == other_pair.target &&
                   pair.old == other_pair.old;
        });
}

} // namespace

LanguageFile::LanguageFile(const std::filesystem::path& path, const std::string& language_code,
                           const std::string& name, const content::parser::EnglishTexts& english,
                           std::vector<content::Problem>& problems)
    : english_(english) {
    const auto result = content::parser::read_file(path);
    if (result.problem) problems.push_back(*result.problem);
    if (result.file) {
        original_ = result.file->text;
        const auto checked = content::check_translation(*result.file, language_code, english);
        std::ranges::copy_if(checked.problems, std::back_inserter(problems),
                             [](const content::Problem& problem) {
                                 return problem.severity == content::Severity::error;
                             });
    }
    if (content::has_error(problems)) return;
    if (result.file) {
        auto file = content::read_translation_file(*result.file, language_code, problems);
        if (!file) return;
        file_ = std::move(*file);
    } else {
        file_ = content::make_translation_file(path.string(), language_code, name);
    }
    report_ = content::update_pairs(file_, english);
}

content::exchange::ExchangeTable LanguageFile::table() const {
    return content::make_exchange_table(file_, english_);
}

int LanguageFile::apply(const content::exchange::ExchangeTable& table,
                        content::parser::SourceText& source) {
    const int change_count = content::apply_exchange_table(table, source, english_, file_);
    content::update_pairs(file_, english_); // an old translation may have come with the table
    return change_count;
}

content::SourceFile LanguageFile::text() const {
    content::SourceFile written{file_.name, content::to_yaml(file_, original_.value_or(""))};
    std::vector<content::Problem> problems;
    const auto read = content::read_translation_file(written, file_.language_code, problems);
    if (!read || !has_same_pairs(*read, file_))
        throw std::runtime_error(file_.name + " cannot be changed without losing a part of it: "
                                              "write each text on one line, in \"quotes\"");
    return written;
}

content::TranslationCheck LanguageFile::check() const {
    return content::check_translation(text(), file_.language_code, english_);
}

bool LanguageFile::is_changed() const {
    return text().text != original_;
}

} // namespace commands
