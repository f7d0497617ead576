// The sheet of a help line as text.
#include "base/utf8.hpp"
#include "commands/calls/call_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::calls {

namespace {

constexpr int max_columns = 80;
constexpr int label_columns = 15;

int columns_of(std::string_view text) {
    int columns = 0;
    for (std::size_t offset = 0; offset < text.size();)
        columns += base::terminal_columns(base::decode_next(text, offset));
    return columns;
}

// Returns the text with `first` in front of it. Further lines are indented by the width of `first`.
std::string wrap(const std::string& first, std::string_view text) {
    const int indent = columns_of(first);
    std::string all = first;
    int column = indent;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (column > indent && column + 1 + columns_of(word) > max_columns) {
            all += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
            column = indent;
        } else if (column > indent) {
            all += ' ';
            ++column;
        }
        all += word;
        column += columns_of(word);
    }
    return all + "\n";
}

std::string rows_text(const std::vector<SheetRow>& rows) {
    std::string all;
    for (const SheetRow& row : rows)
        all += wrap(fmt::format("  {:<{}}", row.label, label_columns - 2), row.value);
    return all;
}

} // namespace

std::string to_text(const CallSheet& sheet) {
    const std::string heading = fmt::format("{} ({})", sheet.title, sheet.id);
    std::string all = wrap("", heading);
    all += std::string(static_cast<std::size_t>(std::min(columns_of(heading), max_columns)), '=');
    all += "\n";
    for (const std::string& note : sheet.notes) all += wrap("", note);
    all += "\nNumbers\n" + rows_text(sheet.numbers);
    all += "\nWhat the screen says\n" + rows_text(sheet.facts);
    all += "\nWhat to ask\n";
    for (const std::string& question : sheet.questions)
        all += wrap("  ", question) + "    " + std::string(max_columns - 4, '_') + "\n";
    all += "\nWhat to tick\n";
    for (const std::string& box : sheet.boxes) all += wrap("  [ ] ", box);
    all += fmt::format("\nName {:_<30}  Date {:_<12}  Signature {:_<14}\n", "", "", "");
    return all + fmt::format("Afterward, type: help-kiosk calls --record {}\n", sheet.id);
}

} // namespace commands::calls
