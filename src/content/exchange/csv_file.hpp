// CSV (RFC 4180) for people who translate in a spreadsheet, such as LibreOffice.
#pragma once

#include "content/exchange/exchange_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace content::exchange {

// Returns the text of a CSV file with a byte order mark, by which spreadsheets recognize UTF-8. A
// text that a spreadsheet would take for a number, a date or a formula has an apostrophe in front.
// The last row says how many texts there are.
std::string write_csv(const ExchangeTable& table);

// Reads a CSV file for a language, also with semicolons or tabs, as spreadsheets save it. The
// columns are found by their names, so they may be in any order. Returns nullopt after reporting
// what is wrong with the file.
std::optional<ExchangeTable> read_csv(parser::SourceText& source, std::string_view language_code);

} // namespace content::exchange
