#include "content/parser/pronunciations.hpp"

#include "base/written_number.hpp"
#include "content/language_code.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content::parser {

namespace {

std::string read_language_code(MapReader& reader) {
    const YamlNode* const node = reader.find("language");
    if (node == nullptr) return "en";
    const ParseContext& context = reader.context();
    if (!expect_kind(YamlNode::Kind::scalar, *node, context, "\"language\"")) return {};
    if (is_language_code(node->text)) return node->text;
    context.source.error(node->range, fmt::format("{} is not a language code", quote(node->text)),
                         "write a code like \"en\", \"es\" or \"ar\"");
    return {};
}

// Numbers are said as the help lines give them, so that no other text can contradict them.
void check_digits(MapReader& reader, std::string_view key) {
    const YamlNode* const node = reader.find(key);
    if (node == nullptr || node->kind != YamlNode::Kind::scalar) return;
    if (base::find_numbers(node->text).empty()) return;
    reader.context().source.error(node->range, fmt::format("\"{}\" has a number", key),
                                  "leave it out: numbers are read digit by digit anyway");
}

} // namespace

std::vector<Pronunciation> read_pronunciations(const YamlNode& node, const ParseContext& context) {
    std::vector<Pronunciation> all;
    const auto read_item = [&](const YamlNode& item) {
        MapReader reader(item, context, "a pronunciation");
        Pronunciation pronunciation;
        pronunciation.language = read_language_code(reader);
        pronunciation.text = reader.line("text", limit::name);
        pronunciation.say = reader.line("say", limit::name);
        reader.report_unknown_keys();
        for (const std::string_view key : {"text", "say"}) check_digits(reader, key);
        const auto is_same = [&](const Pronunciation& other) {
            return other.language == pronunciation.language && other.text == pronunciation.text;
        };
        if (!pronunciation.text.empty() && std::ranges::any_of(all, is_same))
            context.source.error(item.range,
                                 fmt::format("{} is listed twice", quote(pronunciation.text)),
                                 "remove one of the two");
        else
            all.push_back(std::move(pronunciation));
    };
    read_list(node, context, "\"pronunciations\"", 1, max_items, read_item, "{text: %, say: ...}");
    return all;
}

} // namespace content::parser
