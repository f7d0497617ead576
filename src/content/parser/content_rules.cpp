#include "content/parser/content_rules.hpp"

#include "base/utf8.hpp"
#include "content/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <vector>

namespace content::parser {

namespace {

// A term that texts for everyone must not contain.
struct BannedTerm {
    std::string_view text;   // compared without regard to case
    std::string_view reason; // continues a sentence that starts with the term
    std::string_view suggestion;
};

constexpr auto banned_terms = std::to_array<BannedTerm>({
    {"MCCY", "is now the name of a youth detention center",
     "write \"Milwaukee Center for Children and Youth\""},
    {"press 3", "ended at 988 in July 2025, and other menus change as well",
     "say what to ask for; for LGBTQ+ youth name the Trevor Project, 1-866-488-7386"},
    {"Polaris", "no longer runs the trafficking hotline",
     "write \"National Human Trafficking Hotline\""},
    {"National Suicide Prevention Lifeline", "is the old name",
     "write \"988 Suicide & Crisis Lifeline\""},
});

// A misprint of the National Human Trafficking Hotline, 1-888-373-7888.
constexpr std::string_view misprinted_number = "8003737888";

std::string to_lower_case(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), base::to_lower_ascii);
    return result;
}

bool is_word_part(char letter) {
    return base::is_digit(letter) || (letter >= 'a' && letter <= 'z');
}

// Returns whether the text contains a term as whole words: "press 3" is not in "press 30". Both
// must be lowercase.
bool contains(std::string_view text, std::string_view word) {
    for (auto offset = text.find(word); offset != std::string_view::npos;
         offset = text.find(word, offset + 1)) {
        const std::size_t end = offset + word.size();
        const bool is_word_start = offset == 0 || !is_word_part(text[offset - 1]);
        const bool is_word_end = end == text.size() || !is_word_part(text[end]);
        if (is_word_start && is_word_end) return true;
    }
    return false;
}

RuleViolation misprint_violation() {
    return {"1-800-373-7888 is a known misprint of the trafficking hotline",
            "write \"1-888-373-7888\""};
}

// Compares digits without the separators that people write between them.
bool has_misprint(std::string_view text) {
    std::string dialed_digits;
    std::ranges::copy_if(text, std::back_inserter(dialed_digits), [](char letter) {
        return std::string_view(" -.()").find(letter) == std::string_view::npos;
    });
    return dialed_digits.find(misprinted_number) != std::string::npos;
}

// Returns the groups of digits at `offset` that are separated by single hyphens, and moves `offset`
// past them.
std::vector<std::string> hyphenated_groups(std::string_view text, std::size_t& offset) {
    std::vector<std::string> groups(1);
    for (; offset < text.size(); ++offset) {
        const bool is_digit_next = offset + 1 < text.size() && base::is_digit(text[offset + 1]);
        if (base::is_digit(text[offset])) {
            groups.back() += text[offset];
        } else if (text[offset] == '-' && is_digit_next) {
            groups.emplace_back();
        } else {
            break;
        }
    }
    return groups;
}

// Groups are one phone number if they have at least seven digits, or at least three groups of one
// digit.
bool is_phone_number(const std::vector<std::string>& groups) {
    std::size_t digits = 0;
    for (const std::string& group : groups) digits += group.size();
    constexpr std::size_t min_digits = 3;
    constexpr std::size_t min_digits_in_groups = 7;
    return digits >= min_digits_in_groups || (digits == groups.size() && digits >= min_digits);
}

} // namespace

std::optional<RuleViolation> find_violation(std::string_view text, Audience audience) {
    if (has_misprint(text)) return misprint_violation();
    if (audience == Audience::staff) return std::nullopt;
    const std::string lower_text = to_lower_case(text);
    for (const BannedTerm& term : banned_terms) {
        if (contains(lower_text, to_lower_case(term.text))) {
            return RuleViolation{fmt::format("{} {}", quote(term.text), term.reason),
                                 std::string(term.suggestion)};
        }
    }
    return std::nullopt;
}

std::optional<RuleViolation> find_violation(const PhoneNumber& phone_number) {
    if (phone_number.digits() == misprinted_number) return misprint_violation();
    return std::nullopt;
}

std::set<std::string, std::less<>> find_numbers(std::string_view text) {
    std::set<std::string, std::less<>> numbers;
    for (std::size_t offset = 0; offset < text.size();) {
        if (!base::is_digit(text[offset])) {
            ++offset;
            continue;
        }
        const std::vector<std::string> groups = hyphenated_groups(text, offset);
        if (is_phone_number(groups)) {
            numbers.insert(std::accumulate(groups.begin(), groups.end(), std::string()));
        } else {
            numbers.insert(groups.begin(), groups.end());
        }
    }
    return numbers;
}

} // namespace content::parser
