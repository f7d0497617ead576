#include "content/exchange/csv_file.hpp"
#include "content/exchange/csv_format.hpp"

#include <fmt/format.h>

#include <array>

namespace content::exchange {

namespace {

// All fields are in quotes, which a spreadsheet can be told to take as text.
std::string csv_field(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"') result += '"';
        result += letter;
    }
    return result + '"';
}

using RowTexts = std::array<std::string, 8>;

std::string line_of(const RowTexts& row) {
    std::string line;
    for (const std::string& field : row)
        line.append(line.empty() ? "" : ",").append(csv_field(field));
    return line + "\r\n";
}

RowTexts row_of(const ExchangedText& text) {
    const OldPair old = text.old.value_or(OldPair{});
    return {with_text_mark(text.english),
            with_text_mark(text.target),
            text.is_stale ? "" : room_of(text),
            text.screen,
            text.screen.empty() ? "" : picture_name(text.screen),
            text.is_stale ? "not used any more" : note_of(text),
            with_text_mark(old.english),
            with_text_mark(old.target)};
}

} // namespace

std::string write_csv(const ExchangeTable& table) {
    const std::string& code = table.language_code;
    std::string file = "\xEF\xBB\xBF";
    file += line_of({"en", code, "room", "place", "picture", "note", "old_en", "old_" + code});
    for (const ExchangedText& text : table.texts) file += line_of(row_of(text));
    RowTexts end_row;
    end_row.front() = fmt::format("{}{}{}", end_row_start, table.texts.size(), end_row_end);
    return file + line_of(end_row);
}

} // namespace content::exchange
