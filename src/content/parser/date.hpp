// A day as it is written in every file: 2026-09-14.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace content::parser {

// The whole of `text` as a number. nullopt: it has something else than digits, or is no `int`.
std::optional<int> parse_digits(std::string_view text);

// nullopt: not written like that, or there is no such day.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

} // namespace content::parser
