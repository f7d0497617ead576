// What must never be read on the screen, and digits that a translation must not change.
#pragma once

#include "content/content.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace content::parser {

struct RuleViolation {
    std::string message;
    std::string suggestion;
};

// The first thing in `text` that must not be shown to `audience`. nullopt: nothing.
std::optional<RuleViolation> find_violation(std::string_view text, Audience audience);

// A number that is printed wrong somewhere official, and so is likely to be copied.
std::optional<RuleViolation> find_violation(const PhoneNumber& phone_number);

// The numbers in a text. Phone numbers are whole, however they are cut: "9-8-8" and "988" are both "988", but
// "ages 11-17" is "11" and "17".
std::set<std::string, std::less<>> find_numbers(std::string_view text);

} // namespace content::parser
