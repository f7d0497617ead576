// Rules for texts: terms and numbers that must not be shown, and numbers that a translation must
// keep.
#pragma once

#include "content/content.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace content::parser {

// A broken rule, in the words of a Problem.
struct RuleViolation {
    std::string message;
    std::string suggestion;
};

// Returns the first rule that a text for `audience` breaks, or nullopt if there is none. Banned
// terms are allowed in texts for staff, misprinted numbers are not.
std::optional<RuleViolation> find_violation(std::string_view text, Audience audience);

// Returns a violation if the number is a known misprint, which is likely to be copied from an
// official source. Otherwise returns nullopt.
std::optional<RuleViolation> find_violation(const PhoneNumber& phone_number);

// Returns the digits of each number in a text. A phone number is one number, however it is grouped:
// "9-8-8" and "988" both give "988". Other numbers with hyphens are separate: "ages 11-17" gives
// "11" and "17".
std::set<std::string, std::less<>> find_numbers(std::string_view text);

} // namespace content::parser
