#include "content/parser/spoken_number.hpp"

#include "content/well_known_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

using base::WrittenNumber;

constexpr std::size_t national_digits = 10; // of a number with its area code
constexpr std::size_t local_digits = 7;     // of a number without it

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

// Returns the words of capital letters.
std::vector<std::string_view> capital_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!is_capital(text[begin])) continue;
        std::size_t end = begin;
        while (end < text.size() && is_capital(text[end])) ++end;
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

// Returns whether a number is followed by words that say it twice: "741, two times".
bool is_doubled(const WrittenNumber& number, std::string_view text) {
    constexpr auto phrases =
        std::to_array<std::string_view>({", two times", " two times", ", twice", " twice"});
    return std::ranges::any_of(phrases, [rest = text.substr(number.end)](std::string_view phrase) {
        return rest.starts_with(phrase);
    });
}

} // namespace

bool is_count(const WrittenNumber& number, std::string_view text) {
    return text.substr(number.end).starts_with('+');
}

std::string example_hook(const PhoneNumber& number) {
    const std::string_view digits = number.digits();
    if (number.is_short_code()) return fmt::format("Remember {}.", number.spelled_out());
    return fmt::format("Think of {}, {}, then {}.", digits.substr(0, 3), digits.substr(3, 3),
                       digits.substr(6));
}

bool SpokenNumbers::is_number(std::string_view digits) const {
    return std::ranges::find(digits_, digits) != digits_.end();
}

bool SpokenNumbers::is_part(std::string_view digits) const {
    return std::ranges::any_of(digits_, [&](std::string_view number) {
        return number.find(digits) != std::string_view::npos;
    });
}

const std::string* SpokenNumbers::find_one_digit_away(std::string_view digits) const {
    const auto found = std::ranges::find_if(
        digits_, [&](std::string_view number) { return is_one_digit_away(digits, number); });
    return found == digits_.end() ? nullptr : &*found;
}

const std::string* SpokenNumbers::find_mistaken(std::string_view digits,
                                                std::string_view text) const {
    if (is_number(digits)) return nullptr;
    const auto found = std::ranges::find_if(digits_, [&](const std::string& number) {
        return number.size() == digits.size() && is_one_digit_away(digits, number) &&
               !SpokenNumbers({number}, word_to_text_).is_said_in_full(text);
    });
    return found == digits_.end() ? nullptr : &*found;
}

// Returns the numbers that a text says with more than one word: all its parts in a row as in "414,
// 933, then 27, then 22", or one part twice.
std::vector<std::string> SpokenNumbers::whole_numbers(std::string_view text) const {
    std::vector<std::string> found;
    std::string all_parts;
    for (const WrittenNumber& number : base::find_numbers(text)) {
        const std::string digits = number.digits();
        if (number.kind == WrittenNumber::Kind::count) all_parts += digits;
        if (digits.size() >= min_spoken_digits && is_doubled(number, text))
            found.push_back(digits + digits);
    }
    if (all_parts.size() == national_digits + 1 && all_parts.front() == '1') all_parts.erase(0, 1);
    found.push_back(std::move(all_parts));
    return found;
}

// Returns the digits of words that are as long as a short code or as a number without its area
// code.
std::vector<std::string> SpokenNumbers::spelled_words(std::string_view text) const {
    constexpr std::size_t min_letters = 5;
    std::vector<std::string> found;
    for (const std::string_view word : capital_words(text)) {
        if (word.size() < min_letters || word.size() > local_digits || word == word_to_text_)
            continue;
        std::string& digits = found.emplace_back();
        for (const char letter : word) digits += base::keypad_digit(letter);
    }
    return found;
}

// A year or a count may be said beside the number.
bool SpokenNumbers::is_unrelated(const WrittenNumber& number, std::string_view text) const {
    if (number.kind != WrittenNumber::Kind::count) return false;
    const std::string digits = number.digits();
    if (is_count(number, text)) return true;
    if (!is_year(digits)) return false;
    const bool is_close = std::ranges::any_of(digits_, [&](std::string_view own) {
        return own.size() >= digits.size() &&
               is_one_digit_away(digits, own.substr(own.size() - digits.size()));
    });
    return !is_close && is_said_in_part(text);
}

std::vector<std::string> SpokenNumbers::find_wrong(std::string_view text) const {
    std::vector<std::string> wrong;
    for (const WrittenNumber& number : base::find_numbers(text)) {
        if (is_unrelated(number, text)) continue;
        const bool is_grouped = number.kind == WrittenNumber::Kind::grouped;
        for (const std::string& digits :
             is_grouped ? number.groups : std::vector<std::string>{number.digits()})
            if (digits.size() >= min_spoken_digits &&
                (!is_part(digits) || find_mistaken(digits, text)))
                wrong.push_back(digits);
    }
    if (!wrong.empty()) return wrong;
    std::vector<std::string> combined = whole_numbers(text);
    for (std::string& word : spelled_words(text)) {
        // Without its area code, a word stands for the end of a number.
        for (const std::string& own : digits_)
            if (word.size() == local_digits && own.size() == national_digits)
                combined.push_back(own.substr(0, national_digits - local_digits) + word);
        combined.push_back(std::move(word));
    }
    for (std::string& digits : combined) {
        const std::string* const close = find_one_digit_away(digits);
        // "988, press 2" has one digit more, but does not say a longer number.
        const bool is_wrong = close != nullptr && close->size() == digits.size();
        if (!is_number(digits) && is_wrong) wrong.push_back(std::move(digits));
    }
    return wrong;
}

bool SpokenNumbers::is_said_in_part(std::string_view text) const {
    const auto is_own = [this](const std::string& digits) {
        return digits.size() >= min_spoken_digits && is_part(digits);
    };
    return std::ranges::any_of(base::find_numbers(text),
                               [&](const WrittenNumber& number) {
                                   return is_own(number.digits()) ||
                                          std::ranges::any_of(number.groups, is_own);
                               }) ||
           std::ranges::any_of(spelled_words(text), is_own);
}

bool SpokenNumbers::is_said_in_full(std::string_view text) const {
    const auto is_own = [this](const std::string& digits) { return is_number(digits); };
    return std::ranges::any_of(
               base::find_numbers(text),
               [&](const WrittenNumber& number) { return is_own(number.digits()); }) ||
           std::ranges::any_of(whole_numbers(text), is_own) ||
           std::ranges::any_of(spelled_words(text), is_own);
}

} // namespace content::parser
