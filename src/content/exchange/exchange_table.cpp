#include "content/exchange/exchange_table.hpp"

#include "base/utf8.hpp"
#include "content/parser/comparison_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace content::exchange {

namespace {

// A kind of file that is easily given instead of a text, known by its first bytes.
struct FileKind {
    std::string_view start;
    std::string_view name;
    std::string_view advice;
};

using namespace std::string_view_literals;
constexpr auto file_kinds = std::to_array<FileKind>(
    {{"PK"sv, "a spreadsheet or another packed file", "in LibreOffice, save it as \"Text CSV\""},
     {"\xD0\xCF\x11\xE0"sv, "an old Excel file", "in LibreOffice, save it as \"Text CSV\""},
     {"\xDE\x12\x04\x95"sv, "a compiled translation (MO)", "use the PO file that it was made from"},
     {"\x95\x04\x12\xDE"sv, "a compiled translation (MO)", "use the PO file that it was made from"},
     {"\xFF\xFE"sv, "in UTF-16", "save it as UTF-8"},
     {"\xFE\xFF"sv, "in UTF-16", "save it as UTF-8"}});

} // namespace

std::string picture_name(std::string_view screen) {
    std::string name(screen);
    std::ranges::replace(name, '/', '_');
    return name + ".png";
}

std::string note_of(const ExchangedText& text) {
    if (text.is_word_to_text)
        return fmt::format("a word to send; copy it unless the help line answers to another word; "
                           "write {} if no word is needed",
                           no_word);
    if (text.is_optional) return "a name; may stay empty";
    if (text.english.find('{') != std::string::npos) return "keep what is in {braces}";
    return {};
}

std::string room_of(const ExchangedText& text) {
    if (text.max_characters > 0) return fmt::format("at most {} characters", text.max_characters);
    return fmt::format("short; the English has {} characters",
                       base::count_visible_characters(text.english));
}

bool check_encoding(parser::SourceText& source, std::string_view format) {
    const std::string_view text = source.text();
    for (const FileKind& kind : file_kinds) {
        if (!text.starts_with(kind.start)) continue;
        source.error({0, 1}, fmt::format("this is {}, not {}", kind.name, format),
                     std::string(kind.advice));
        return false;
    }
    if (const auto offset = base::find_invalid_utf8(text)) {
        source.error({*offset, 1},
                     fmt::format("is not UTF-8: invalid byte 0x{:02x}",
                                 static_cast<unsigned char>(text[*offset])),
                     "save it with the character set \"Unicode (UTF-8)\"");
        return false;
    }
    const auto control = std::ranges::find_if(text, [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value < 0x80 && base::is_control(value) && byte != '\n' && byte != '\t';
    });
    if (control == text.end()) return true;
    source.error({static_cast<std::size_t>(control - text.begin()), 1},
                 fmt::format("this is not a text: it has the byte 0x{:02x}",
                             static_cast<unsigned char>(*control)),
                 fmt::format("delete this character, or give {}", format));
    return false;
}

bool check_unique(const ExchangeTable& table, parser::SourceText& source) {
    std::map<std::string, parser::SourceRange> first;
    bool is_unique = true;
    for (const ExchangedText& text : table.texts) {
        const auto [before, is_new] =
            first.try_emplace(parser::comparison_form(text.english), text.english_range);
        if (is_new) continue;
        is_unique = false;
        source.error(
            text.english_range,
            fmt::format("this text is already on line {}", source.line_at(before->second.offset)),
            "keep one of the two");
    }
    return is_unique;
}

bool check_count(std::string_view written_count, std::size_t text_count, parser::SourceRange range,
                 parser::SourceText& source) {
    if (written_count == fmt::format("{}", text_count)) return true;
    source.error(range,
                 fmt::format("the file had {} texts when it was written, but now has {}",
                             written_count, text_count),
                 "get the whole file again: a part is missing, or something was added");
    return false;
}

} // namespace content::exchange
