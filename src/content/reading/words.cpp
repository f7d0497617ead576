#include "content/reading/words.hpp"

#include "content/problem.hpp"
#include "content/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <vector>

namespace content::reading {

namespace {

struct Word {
    std::string_view written; // any case
    std::string_view why;
    std::string_view instead;
};

constexpr auto not_for_students = std::to_array<Word>({
    {"MCCY", "is now the name of a youth detention center",
     "write \"Milwaukee Center for Children and Youth\""},
    {"press 3", "ended at 988 in July 2025, and other menus change as well",
     "say what to ask for; for LGBTQ+ youth name the Trevor Project, 1-866-488-7386"},
    {"Polaris", "does not run the trafficking hotline any more",
     "write \"National Human Trafficking Hotline\""},
    {"National Suicide Prevention Lifeline", "is the old name", "write \"988 Suicide & Crisis Lifeline\""},
});

constexpr std::string_view misprint = "8003737888";

std::string in_lower_case(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool is_word_part(char letter) {
    return is_digit(letter) || (letter >= 'a' && letter <= 'z');
}

// As a word or words of its own: "press 3", not "press 30". Both in lower case.
bool contains(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !is_word_part(text[at - 1]);
        const bool ends = end == text.size() || !is_word_part(text[end]);
        if (starts && ends) return true;
    }
    return false;
}

Objection misprinted() {
    return {"1-800-373-7888 is a known misprint of the trafficking hotline", "write \"1-888-373-7888\""};
}

// The digits as a phone would dial them: what is written between them does not count.
bool contains_misprint(std::string_view text) {
    std::string dialled;
    std::ranges::copy_if(text, std::back_inserter(dialled), [](char letter) {
        return std::string_view(" -.()").find(letter) == std::string_view::npos;
    });
    return dialled.find(misprint) != std::string::npos;
}

// The groups of digits from `at` on that only hyphens part; `at` moves past them.
std::vector<std::string> hyphenated_groups(std::string_view text, std::size_t& at) {
    std::vector<std::string> groups(1);
    for (; at < text.size(); ++at) {
        const bool digit_follows = at + 1 < text.size() && is_digit(text[at + 1]);
        if (is_digit(text[at])) {
            groups.back() += text[at];
        } else if (text[at] == '-' && digit_follows) {
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
    constexpr std::size_t shortest = 3;
    constexpr std::size_t shortest_in_groups = 7;
    return digits >= shortest_in_groups || (digits == groups.size() && digits >= shortest);
}

} // namespace

std::optional<Objection> objection(std::string_view text, Audience audience) {
    if (contains_misprint(text)) return misprinted();
    if (audience == Audience::staff) return std::nullopt;
    const std::string any_case = in_lower_case(text);
    for (const Word& word : not_for_students) {
        if (contains(any_case, in_lower_case(word.written))) {
            return Objection{fmt::format("{} {}", in_quotes(word.written), word.why),
                             std::string(word.instead)};
        }
    }
    return std::nullopt;
}

std::optional<Objection> objection(const Number& number) {
    if (number.digits() == misprint) return misprinted();
    return std::nullopt;
}

std::set<std::string, std::less<>> numbers_in(std::string_view text) {
    std::set<std::string, std::less<>> numbers;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::vector<std::string> groups = hyphenated_groups(text, at);
        if (is_phone_number(groups)) {
            numbers.insert(std::accumulate(groups.begin(), groups.end(), std::string()));
        } else {
            numbers.insert(groups.begin(), groups.end());
        }
    }
    return numbers;
}

} // namespace content::reading
