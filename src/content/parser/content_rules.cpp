#include "content/parser/content_rules.hpp"

#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "content/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

bool has_misprint(std::string_view text) {
    return std::ranges::any_of(base::find_numbers(text), [](const base::WrittenNumber& number) {
        return number.digits() == misprinted_number;
    });
}

using Numbers = std::vector<base::WrittenNumber>;

// Returns the digits of the numbers that `numbers` has and `others` do not have. Groups that are no
// phone number may be separate numbers in the other text: "1 000 000" and "1,000,000".
std::set<std::string, std::less<>> subtract(const Numbers& numbers, const Numbers& others) {
    std::set<std::string, std::less<>> said;
    for (const base::WrittenNumber& other : others) {
        said.insert(other.digits());
        if (other.kind == base::WrittenNumber::Kind::grouped)
            said.insert(other.groups.begin(), other.groups.end());
    }
    const auto is_said = [&](const std::string& digits) { return said.contains(digits); };
    std::set<std::string, std::less<>> missing;
    for (const base::WrittenNumber& number : numbers) {
        const bool has_all_groups = number.kind == base::WrittenNumber::Kind::grouped &&
                                    std::ranges::all_of(number.groups, is_said);
        if (!is_said(number.digits()) && !has_all_groups) missing.insert(number.digits());
    }
    return missing;
}

} // namespace

std::optional<RuleViolation> find_violation(std::string_view text, Audience audience) {
    if (has_misprint(text)) return misprint_violation();
    if (audience == Audience::staff) return std::nullopt;
    const std::string lower_text = base::to_lower_ascii(text);
    for (const BannedTerm& term : banned_terms) {
        if (contains(lower_text, base::to_lower_ascii(term.text))) {
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

std::optional<RuleViolation> find_word_violation(std::string_view word) {
    constexpr std::size_t max_length = 20;
    const bool is_word =
        !word.empty() && word.size() <= max_length && std::ranges::all_of(word, [](char letter) {
            return is_word_part(base::to_lower_ascii(letter));
        });
    if (is_word) return std::nullopt;
    return RuleViolation{fmt::format("{} is not a word to text", quote(word)),
                         "write one word of at most 20 letters and digits, like HOME"};
}

NumberDifference compare_numbers(std::string_view english, std::string_view target) {
    const Numbers expected = base::find_numbers(english);
    const Numbers found = base::find_numbers(target);
    return {.missing = subtract(expected, found), .added = subtract(found, expected)};
}

} // namespace content::parser
