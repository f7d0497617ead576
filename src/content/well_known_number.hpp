// Numbers that many help lines of this country are known by, each confirmed by a source. A number
// that differs from one of them by a single digit is probably a typing mistake.
#pragma once

#include <string>
#include <string_view>

namespace content {

struct WellKnownNumber {
    std::string_view digits;  // as of PhoneNumber::digits()
    std::string_view service; // whose number it is
    std::string_view source;  // who says so
};

// Both return nullptr if there is none. The result is valid forever.
const WellKnownNumber* find_well_known_number(std::string_view digits);
const WellKnownNumber* find_one_digit_away(std::string_view digits);

// Returns the number and the service: "988 (988 Suicide & Crisis Lifeline)".
std::string to_string(const WellKnownNumber& number);

// Returns whether one digit is replaced, added or left out, or two neighbors are exchanged. False
// for equal digits.
bool is_one_digit_away(std::string_view digits, std::string_view other);

} // namespace content
