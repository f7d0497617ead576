#include "content/verification_edit.hpp"

#include "content/parser/source_lines.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/written_date.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/yaml_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content {

namespace {

using parser::SourceRange;
using parser::YamlEntry;
using parser::YamlNode;

// A part of a text, and what stands there afterward.
struct Replacement {
    SourceRange range;
    std::string text;
};

const YamlEntry* find_entry(const YamlNode& mapping, std::string_view key) {
    const auto found = std::ranges::find(mapping.entries, key, &YamlEntry::key);
    return found == mapping.entries.end() ? nullptr : &*found;
}

const YamlNode* find_verified(const YamlNode& root, std::string_view help_line_id) {
    const YamlEntry* const help_lines = find_entry(root, "help_lines");
    if (help_lines == nullptr) return nullptr;
    for (const YamlNode& help_line : help_lines->value.items) {
        const YamlEntry* const id = find_entry(help_line, "id");
        const YamlEntry* const verified = find_entry(help_line, "verified");
        if (id != nullptr && id->value.text == help_line_id && verified != nullptr)
            return &verified->value;
    }
    return nullptr;
}

// The range of a node ends with its line, but a text in quotes may go on in the next one.
Replacement replacement_of(std::string_view text, const YamlNode& scalar, std::string value) {
    const std::string_view remainder = text.substr(scalar.range.offset);
    SourceRange range = scalar.range;
    if (parser::is_quoted(remainder)) range.length = parser::closing_quote(remainder) + 1;
    return {range, std::move(value)};
}

// Returns the new key "by" in front of the key "source".
Replacement insertion_before(std::string_view text, const YamlNode& mapping,
                             const YamlEntry& source, const std::string& name) {
    const std::size_t offset = source.range.offset;
    std::string inserted = "by: " + quoted_yaml_scalar(name);
    if (text[mapping.range.offset] == '{') {
        inserted += ", ";
    } else {
        const std::size_t line_start = text.rfind('\n', offset) + 1;
        inserted += "\n" + std::string(offset - line_start, ' ');
    }
    return {{offset, 0}, inserted};
}

} // namespace

std::optional<std::string> edit_verification(const SourceFile& file, std::string_view help_line_id,
                                             const Verification& verification) {
    std::vector<Problem> ignored; // the caller loads the file
    parser::SourceText source_text(file, ignored);
    const auto root = source_text.validate() ? parser::parse_yaml(source_text) : std::nullopt;
    const YamlNode* const verified = root ? find_verified(*root, help_line_id) : nullptr;
    if (verified == nullptr) return std::nullopt;
    const YamlEntry* const on = find_entry(*verified, "on");
    const YamlEntry* const by = find_entry(*verified, "by");
    const YamlEntry* const source = find_entry(*verified, "source");
    if (on == nullptr || source == nullptr) return std::nullopt;
    std::string text = source_text.text();
    std::vector<Replacement> replacements{
        replacement_of(text, on->value, parser::format_date(verification.on)),
        by == nullptr ? insertion_before(text, *verified, *source, verification.by)
                      : replacement_of(text, by->value, quoted_yaml_scalar(verification.by)),
        replacement_of(text, source->value, quoted_yaml_scalar(verification.source))};
    // From the last one to the first, because each moves what follows.
    std::ranges::sort(replacements, std::ranges::greater(),
                      [](const Replacement& each) { return each.range.offset; });
    for (const Replacement& each : replacements)
        text.replace(each.range.offset, each.range.length, each.text);
    return with_original_line_ends(text, file.text);
}

std::string yaml_mapping(const Verification& verification) {
    const std::string by =
        verification.by.empty() ? "" : fmt::format("by: {}, ", quoted_yaml_scalar(verification.by));
    return fmt::format("{{on: {}, {}source: {}}}", parser::format_date(verification.on), by,
                       quoted_yaml_scalar(verification.source));
}

} // namespace content
