#include "content/parser/content_rules.hpp"

#include "content/problem.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <vector>

namespace content::parser {

namespace {

struct BannedTerm {
    std::string_view text; // any case
    std::string_view reason;
    std::string_view suggestion;
};

constexpr auto banned_terms = std::to_array<BannedTerm>({
    {"MCCY", "is now the name of a youth detention center",
     "write \"Milwaukee Center for Children and Youth\""},
    {"press 3", "ended at 988 in July 2025, and other menus change as well",
     "say what to ask for; for LGBTQ+ youth name the Trevor Project, 1-866-488-7386"},
    {"Polaris", "does not run the trafficking hotline any more",
     "write \"National Human Trafficking Hotline\""},
    {"National Suicide Prevention Lifeline", "is the old name", "write \"988 Suicide & Crisis Lifeline\""},
});

constexpr std::string_view misprinted_number = "8003737888";

std::string to_lower_case(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), base::to_lower_ascii);
    return result;
}

bool is_word_part(char letter) {
    return base::is_digit(letter) || (letter >= 'a' && letter <= 'z');
}

// As a word or words of its own: "press 3", not "press 30". Both in lower case.
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
    return {"1-800-373-7888 is a known misprint of the trafficking hotline", "write \"1-888-373-7888\""};
}

// The digits as a phone would dial them: what is written between them does not count.
bool has_misprint(std::string_view text) {
    std::string dialed_digits;
    std::ranges::copy_if(text, std::back_inserter(dialed_digits), [](char letter) {
        return std::string_view(" -.()").find(letter) == std::string_view::npos;
    });
    return dialed_digits.find(misprinted_number) != std::string::npos;
}

// The groups of digits from `at` on that only hyphens part; `at` moves past them.
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
