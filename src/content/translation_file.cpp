#include "content/translation_file.hpp"

#include "base/line_bounds.hpp"
#include "content/parser/source_lines.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/translation.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/yaml_edit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content {

namespace {

using base::line_start;
using parser::SourceText;
using parser::YamlEntry;
using parser::YamlNode;

// Returns the start of the blank lines and comments in front of `end`, which starts a line.
std::size_t start_of_comments(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin) {
        const std::size_t start = line_start(text, end - 1);
        if (start < begin || !parser::is_blank_or_comment(text.substr(start, end - 1 - start)))
            break;
        end = start;
    }
    return end;
}

// Returns the value of a key as one line, or an empty text.
std::string value_of(const YamlNode& pair, std::string_view key) {
    const auto found = std::ranges::find(pair.entries, key, &YamlEntry::key);
    return found == pair.entries.end() ? std::string() : parser::collapse_blanks(found->value.text);
}

FilePair read_pair(const YamlNode& node, const std::string& language_code) {
    FilePair pair{value_of(node, "en"), value_of(node, language_code), std::nullopt};
    OldPair old{value_of(node, "old_en"), value_of(node, "old_" + language_code)};
    if (!old.english.empty() && !old.target.empty()) pair.old = std::move(old);
    return pair;
}

// Returns whether the pair starts on a line that has only a dash in front of it.
bool starts_with_dash(std::string_view text, const YamlNode& node) {
    const std::size_t start = line_start(text, node.range.offset);
    const std::string_view before = text.substr(start, node.range.offset - start);
    const std::size_t dash = parser::indent_of(before);
    return parser::is_dash(before, dash) &&
           before.find_first_not_of(' ', dash + 1) == std::string_view::npos;
}

std::string yaml_lines(const FilePair& pair, const TranslationFile& file) {
    std::string lines;
    const auto add = [&](std::string_view mark, const std::string& key, const std::string& text) {
        lines += fmt::format("{}{}{}: {}\n", file.indent, mark, key, quoted_yaml_scalar(text));
    };
    add("- ", "en", pair.english);
    add("  ", file.language_code, pair.target);
    if (pair.old) {
        add("  ", "old_en", pair.old->english);
        add("  ", "old_" + file.language_code, pair.old->target);
    }
    return lines;
}

// Returns the comment at the end of a line of a pair, or an empty text. A # in a text is none.
std::string_view find_comment(std::string_view line) {
    const std::size_t start = line.find_first_of("\"'#");
    if (start == std::string_view::npos) return {};
    std::size_t end = start;
    if (line[start] != '#') {
        const std::size_t closing = parser::closing_quote(line.substr(start));
        if (closing == std::string_view::npos) return {};
        end = start + closing + 1;
    }
    return line.substr(parser::comment_column(line, end));
}

// Writes the lines of a pair anew, with the comments of its old lines above them.
void rewrite(FilePair& pair, const TranslationFile& file) {
    for (const std::string_view line : parser::split_lines(pair.lines)) {
        const std::string_view comment = find_comment(line);
        if (!comment.empty()) pair.above += fmt::format("{}{}\n", file.indent, comment);
    }
    pair.lines = yaml_lines(pair, file);
}

// Replaces the text in quotes behind the key in the lines of a pair. Returns whether it is written
// that way.
bool replace_quoted(std::string& lines, const std::string& key, const std::string& text) {
    for (const std::string_view line : parser::split_lines(lines)) {
        const std::size_t column = line.find_first_not_of(" -");
        if (column == std::string_view::npos || !line.substr(column).starts_with(key + ": "))
            continue;
        const std::size_t value = line.find_first_not_of(' ', column + key.size() + 1);
        if (value == std::string_view::npos || !parser::is_quoted(line.substr(value))) return false;
        const std::size_t closing = parser::closing_quote(line.substr(value));
        if (closing == std::string_view::npos) return false; // it goes on in the next line
        const auto offset = static_cast<std::size_t>(line.data() - lines.data()) + value;
        lines.replace(offset, closing + 1, quoted_yaml_scalar(text));
        return true;
    }
    return false;
}

// Returns the list of pairs if there is one. Otherwise reports why the file cannot be changed.
const YamlNode* find_texts(const YamlNode& root, SourceText& source) {
    const auto entry = std::ranges::find(root.entries, "texts", &YamlEntry::key);
    if (entry == root.entries.end() || entry->value.items.empty()) {
        source.error(root.range, "this file has no pairs of texts",
                     "delete it, or move it away; then it is written anew");
        return nullptr;
    }
    for (const YamlNode& item : entry->value.items) {
        if (starts_with_dash(source.text(), item)) continue;
        source.error(item.range, "this pair does not start on a line of its own",
                     "write each pair on lines of its own, the first one with \"- en:\"");
        return nullptr;
    }
    return &entry->value;
}

// Returns where the key after the texts starts, or the end of the file.
std::size_t end_of_texts(const YamlNode& root, std::string_view text) {
    auto next = std::ranges::find(root.entries, "texts", &YamlEntry::key) + 1;
    return next == root.entries.end() ? text.size() : line_start(text, next->range.offset);
}

} // namespace

TranslationFile make_translation_file(const std::string& file_name,
                                      const std::string& language_code, const std::string& name) {
    TranslationFile file{file_name, language_code, {}, {}, {}, "  "};
    file.head = fmt::format(
        "# A draft: nobody who works with young people has reviewed it yet. The reviewer enters "
        "their name in reviewed_by.\n"
        "# Each English text must match the one in content.yaml exactly; `help-kiosk check` says "
        "what is missing.\n"
        "\n"
        "language:\n"
        "  code: {}\n"
        "  name: {}\n"
        "  direction: {}\n"
        "  reviewed_by: \"\"\n"
        "\n"
        "texts:\n",
        language_code, quoted_yaml_scalar(name), parser::is_right_to_left(name) ? "rtl" : "ltr");
    file.tail = "\n# Everything above is read only if this line is there, so that a file that was "
                "cut off is never shown.\nend: true\n";
    return file;
}

std::optional<TranslationFile> read_translation_file(const SourceFile& file,
                                                     const std::string& language_code,
                                                     std::vector<Problem>& problems) {
    SourceText source(file, problems);
    const auto root = source.validate() ? parser::parse_yaml(source) : std::nullopt;
    if (!root || has_error(problems)) return std::nullopt;
    const YamlNode* const texts = find_texts(*root, source);
    if (texts == nullptr) return std::nullopt;
    const std::string_view text = source.text();
    TranslationFile result{file.name, language_code, {}, {}, {}, {}};
    std::size_t end = line_start(text, texts->range.offset); // of what has been divided
    const std::size_t first = line_start(text, texts->items.front().range.offset);
    end = start_of_comments(text, 0, first);
    result.head = text.substr(0, end);
    result.indent = text.substr(first, parser::indent_of(text.substr(first)));
    for (std::size_t i = 0; i < texts->items.size(); ++i) {
        const bool is_last = i + 1 == texts->items.size();
        const std::size_t start = line_start(text, texts->items[i].range.offset);
        const std::size_t next = is_last ? end_of_texts(*root, text)
                                         : line_start(text, texts->items[i + 1].range.offset);
        FilePair pair = read_pair(texts->items[i], language_code);
        pair.above = text.substr(end, start - end);
        end = start_of_comments(text, start, next);
        pair.lines = text.substr(start, end - start);
        result.pairs.push_back(std::move(pair));
    }
    result.tail = text.substr(end);
    return result;
}

void set_target(FilePair& pair, const std::string& target, const TranslationFile& file) {
    const bool had_old = pair.old.has_value();
    pair.target = target;
    if (!target.empty()) pair.old.reset();
    if (had_old != pair.old.has_value() || !replace_quoted(pair.lines, file.language_code, target))
        rewrite(pair, file);
}

void set_english(FilePair& pair, const std::string& english, std::optional<OldPair> old,
                 const TranslationFile& file) {
    pair.english = english;
    pair.target.clear();
    pair.old = std::move(old);
    rewrite(pair, file);
}

std::string to_yaml(const TranslationFile& file, const std::string& original) {
    std::string text = file.head;
    for (const FilePair& pair : file.pairs)
        text.append(pair.above).append(pair.lines.empty() ? yaml_lines(pair, file) : pair.lines);
    return with_original_line_ends(text.append(file.tail), original);
}

} // namespace content
