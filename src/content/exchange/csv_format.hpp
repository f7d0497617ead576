// What the writer and the reader of CSV files agree on.
#pragma once

#include <string>
#include <string_view>

namespace content::exchange {

// The last row is "(end of the file: 257 texts)", so that a file that was cut off is noticed.
inline constexpr std::string_view end_row_start = "(end of the file: ";
inline constexpr std::string_view end_row_end = " texts)";

// Returns the text with an apostrophe in front if a spreadsheet would take it for something else:
// 988 for a number, 9-8-8 for a date, and +1 or =1 for a formula.
std::string with_text_mark(const std::string& text);

// Reverses with_text_mark().
std::string without_text_mark(const std::string& text);

} // namespace content::exchange
