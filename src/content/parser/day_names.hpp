// The days of the week, as they must be written and as people write them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace content::parser {

inline constexpr std::array<std::string_view, 7> day_names{"mon", "tue", "wed", "thu",
                                                           "fri", "sat", "sun"};

// Monday is 0.
using Days = std::array<bool, 7>;

// Returns the days that were meant by a word, a range or several of them: "Tuesday", "lunes",
// "mon-fri", "Sat & Sun", "weekdays". Returns nullopt if that is not clear.
std::optional<Days> find_days(std::string_view written);

// Returns "mon, tue, wed".
std::string join_days(const Days& days);

} // namespace content::parser
