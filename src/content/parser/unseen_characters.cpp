#include "content/parser/unseen_characters.hpp"

#include "base/utf8.hpp"
#include "content/special_character.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace content::parser {

namespace {

using enum CharacterKind;

bool is_any_blank(char32_t character) {
    const CharacterKind kind = kind_of(character);
    return kind == blank || kind == no_break_blank;
}

// Returns whether a key or a value that is not a text may not have the character.
bool is_forbidden_in_value(char32_t character) {
    const CharacterKind kind = kind_of(character);
    return is_any_blank(character) || is_unseen(character) || kind == private_use ||
           kind == replacement;
}

bool is_latin_letter_or_digit(char32_t character) {
    return (character >= U'0' && character <= U'9') || (character >= U'A' && character <= U'Z') ||
           (character >= U'a' && character <= U'z');
}

bool has_latin_letter_or_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char letter) {
        return is_latin_letter_or_digit(static_cast<unsigned char>(letter));
    });
}

// Returns the first forbidden character. Letters of other scripts are forbidden if they look like
// Latin ones and are beside Latin ones: "lаbel" with a Cyrillic letter.
std::optional<char32_t> find_forbidden(std::string_view text) {
    const bool has_latin = has_latin_letter_or_digit(text);
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t character = base::decode_next(text, offset);
        const bool is_wide = character >= 0xFF01;
        const bool is_misleading = kind_of(character) == lookalike && (has_latin || is_wide) &&
                                   !meant_text(character).empty();
        if (is_forbidden_in_value(character) || is_misleading) return character;
    }
    return std::nullopt;
}

// What to do about a character in a key or a value.
std::string advice_for_value(char32_t character) {
    if (is_any_blank(character)) return "delete it and type a space";
    if (const std::string meant = meant_text(character); !meant.empty())
        return fmt::format("delete it and type {}", meant);
    return kind_of(character) == replacement ? "delete it and type the right letter" : "delete it";
}

std::string describe_as_wrong(char32_t character) {
    if (is_any_blank(character))
        return describe(character) + ", which looks like a space but is none";
    return describe(character) + (is_unseen(character) ? ", which nobody sees" : "");
}

// Returns where the character is in the file, if a value that starts at `range` has it. A character
// that is written as an escape sequence is not in the file, so the whole value is returned then.
SourceRange range_of(char32_t character, std::string_view value, SourceRange range,
                     std::string_view file) {
    // A value takes more space in the file than in memory if it has several lines.
    constexpr std::size_t max_indentation_bytes = 400;
    std::string bytes;
    base::append_utf8(bytes, character);
    const std::string_view written =
        file.substr(std::min(range.offset, file.size()), value.size() + max_indentation_bytes);
    const std::size_t found = written.find(bytes);
    const bool may_be_escaped = written.starts_with('"') && written.find('\\') < found;
    if (found == std::string_view::npos || may_be_escaped) return range;
    return {range.offset + found, bytes.size()};
}

void report_in_value(char32_t character, std::string_view value, SourceRange range,
                     SourceText& source, std::string_view what) {
    source.error(range_of(character, value, range, source.text()),
                 fmt::format("{} has {}", what, describe_as_wrong(character)),
                 advice_for_value(character));
}

// The part of a line that is not a value: indentation, dashes, and a key with its colon.
struct LineStart {
    std::size_t blank_end = 0; // after the indentation and the dashes
    std::size_t key_end = 0;   // after the colon; 0 if there is no key
};

bool is_key_character(char32_t character) {
    return is_latin_letter_or_digit(character) || character == U'_' || character == U'-' ||
           character == U'"' || character == U'\'' || is_forbidden_in_value(character);
}

// Returns whether a dash or a colon before `offset` is followed by a space, or by a character that
// somebody took for one.
bool is_before_space(std::string_view line, std::size_t offset) {
    return offset == line.size() || line[offset] == ' ' ||
           is_forbidden_in_value(base::decode_first(line.substr(offset)).character);
}

LineStart find_line_start(std::string_view line) {
    LineStart result;
    std::size_t next = 0;
    for (; result.blank_end < line.size(); result.blank_end = next) {
        const char32_t character = base::decode_next(line, next);
        const bool is_dash = character == U'-' && is_before_space(line, next);
        if (character != U' ' && !is_dash && !is_forbidden_in_value(character)) break;
    }
    bool has_space = false;
    for (next = result.blank_end; next < line.size();) {
        const char32_t character = base::decode_next(line, next);
        if (character == U':') {
            if (is_before_space(line, next)) result.key_end = next;
            break;
        }
        // A text with a colon may have spaces, but a key has none.
        has_space = has_space || character == U' ';
        if (has_space ? character != U' ' : !is_key_character(character)) break;
    }
    return result;
}

// Returns the offset of the first character of a line that must not be there.
std::optional<std::size_t> find_in_structure(std::string_view line) {
    const LineStart start = find_line_start(line);
    const std::size_t end = std::max(start.blank_end, start.key_end);
    for (std::size_t offset = 0; offset < line.size();) {
        const std::size_t at = offset;
        // What follows the colon of a key is a space.
        if (start.key_end > 0 ? at > end : at >= end) break;
        if (is_forbidden_in_value(base::decode_next(line, offset))) return at;
    }
    return std::nullopt;
}

// What to do about a character before a value.
std::string advice_for_structure(char32_t character) {
    if (kind_of(character) == private_use) return "delete it and type - and a space";
    return advice_for_value(character);
}

} // namespace

bool check_structure(SourceText& source) {
    constexpr int max_reported_lines = 10;
    int line_count = 0;
    const std::string_view text = source.text();
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const auto found = find_in_structure(text.substr(start, end - start));
        if (found && ++line_count <= max_reported_lines) {
            const auto decoded = base::decode_first(text.substr(start + *found));
            source.error({start + *found, decoded.size_bytes},
                         "here is " + describe_as_wrong(decoded.character),
                         advice_for_structure(decoded.character));
        }
        start = end + 1;
    }
    return line_count == 0;
}

bool check_value(const YamlNode& node, SourceText& source, std::string_view what) {
    const auto found = find_forbidden(node.text);
    if (found) report_in_value(*found, node.text, node.range, source, what);
    return !found;
}

bool check_key(const YamlEntry& entry, SourceText& source) {
    const auto found = find_forbidden(entry.key);
    if (found) report_in_value(*found, entry.key, entry.range, source, "this key");
    return !found;
}

namespace {

// Whether a character of a text stays, is left out, or makes the text wrong.
enum class Verdict { keep, drop, refuse };

bool is_joining_neighbor(char32_t character) {
    return is_joining_letter(character) || kind_of(character) == emoji;
}

// Returns the verdict on a character between two others, which are 0 at the ends of the text.
Verdict judge(char32_t character, char32_t before, char32_t after, bool has_right_to_left) {
    const auto keep_if = [](bool is_useful) { return is_useful ? Verdict::keep : Verdict::drop; };
    switch (kind_of(character)) {
    case joiner:
        return keep_if(is_joining_neighbor(before) || is_joining_neighbor(after));
    case word_break:
        return keep_if(is_letter_without_spaces(before) || is_letter_without_spaces(after));
    case variation_selector:
        return keep_if(before >= 0x80 && kind_of(before) != no_break_blank);
    case direction_mark:
        return keep_if(has_right_to_left);
    case invisible:
        return Verdict::drop;
    case direction_override:
    case control:
    case private_use:
    case replacement:
    case emoji:
        return Verdict::refuse;
    default:
        return Verdict::keep;
    }
}

std::u32string decode(std::string_view text) {
    std::u32string characters;
    for (std::size_t offset = 0; offset < text.size();)
        characters += base::decode_next(text, offset);
    return characters;
}

std::string reason_to_refuse(char32_t character) {
    switch (kind_of(character)) {
    case direction_override:
        return ", which turns round the letters after it";
    case private_use:
    case emoji:
        return ", which the kiosk does not draw";
    default:
        return "";
    }
}

std::string advice_for_text(char32_t character) {
    if (const std::string meant = meant_text(character); !meant.empty())
        return fmt::format("delete it and type {}", meant);
    if (kind_of(character) == emoji) return "delete it, or write a word instead";
    return advice_for_value(character);
}

} // namespace

std::optional<std::string> read_characters(const YamlNode& node, SourceText& source,
                                           std::string_view what) {
    const std::u32string characters = decode(node.text);
    const bool has_right_to_left = std::ranges::any_of(characters, is_right_to_left_letter);
    std::string kept;
    std::set<char32_t> reported;
    bool is_refused = false;
    for (std::size_t index = 0; index < characters.size(); ++index) {
        const char32_t character = characters[index];
        const char32_t before = index == 0 ? U'\0' : characters[index - 1];
        const char32_t after = index + 1 == characters.size() ? U'\0' : characters[index + 1];
        const Verdict verdict = judge(character, before, after, has_right_to_left);
        if (verdict == Verdict::keep) base::append_utf8(kept, character);
        if (verdict == Verdict::keep || !reported.insert(character).second) continue;
        const SourceRange range = range_of(character, node.text, node.range, source.text());
        if (verdict == Verdict::refuse) {
            is_refused = true;
            source.error(
                range,
                fmt::format("{} has {}{}", what, describe(character), reason_to_refuse(character)),
                advice_for_text(character));
        } else {
            source.warn(range, fmt::format("{} has {}", what, describe_as_wrong(character)),
                        "delete it");
        }
    }
    return is_refused ? std::nullopt : std::optional(std::move(kept));
}

std::string describe_blank(std::string_view text) {
    for (const char32_t character : decode(text))
        if (is_forbidden_in_value(character)) return ": it has nothing but " + describe(character);
    return {};
}

std::string collapse_blanks(std::string_view text) {
    std::string result;
    std::string gap; // the blanks since the last letter
    bool is_breakable = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        const char32_t character = base::decode_next(text, offset);
        const bool is_space = character == U' ' || character == U'\n' || character == U'\t' ||
                              kind_of(character) == blank;
        if (is_space || kind_of(character) == no_break_blank) {
            is_breakable = is_breakable || is_space;
            if (gap.empty()) gap = text.substr(start, offset - start);
            continue;
        }
        if (!result.empty() && !gap.empty()) result += is_breakable ? std::string(" ") : gap;
        gap.clear();
        is_breakable = false;
        result += text.substr(start, offset - start);
    }
    return result;
}

} // namespace content::parser
