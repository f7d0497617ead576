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

// Returns a violation if a word to text, in any language, is not one word of ASCII letters and
// digits. Phones would send anything else differently, or not at all.
std::optional<RuleViolation> find_word_violation(std::string_view word);

// The digits of the numbers that only one of two texts has.
struct NumberDifference {
    std::set<std::string, std::less<>> missing;
    std::set<std::string, std::less<>> added;
};

// Compares the numbers of a translation with those of the English text, in the digits of any
// script. A phone number is one number, however it is grouped: "9-8-8" and "988" are the same.
// Other numbers with hyphens are separate: "ages 11-17" may be translated as "de 11 a 17".
NumberDifference compare_numbers(std::string_view english, std::string_view target);

} // namespace content::parser
