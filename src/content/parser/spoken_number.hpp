// The numbers of one help line as its texts say them: in full, in parts, or as a word on the keys
// of a phone.
#pragma once

#include "base/written_number.hpp"
#include "content/phone_number.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace content::parser {

// Fewer digits in a text may be a count of something.
inline constexpr std::size_t min_spoken_digits = 3;

class SpokenNumbers {
public:
    // `digits` are those of PhoneNumber::digits() for each number of the help line. The word to
    // text never stands for a number. It must outlive this object, and may be empty.
    SpokenNumbers(std::vector<std::string> digits, std::string_view word_to_text)
        : digits_(std::move(digits)), word_to_text_(word_to_text) {}

    // Returns whether one of the numbers contains these digits.
    bool is_part(std::string_view digits) const;

    // Returns the number that differs from these digits by one, or nullptr.
    const std::string* find_one_digit_away(std::string_view digits) const;

    // Returns the number that a text probably means by these digits, which differ from it by one.
    // That they are a part of another number does not count: with the numbers 911 and
    // 1-866-211-3380, "IMPACT 211" means 911. Returns nullptr if there is none, or if the text says
    // that number, too.
    const std::string* find_mistaken(std::string_view digits, std::string_view text) const;

    // Returns what a text says as a number that is not part of one of the numbers: the 4674 of "It
    // ends in 4674", or the 741742 of "741, two times" if the number is 741742.
    std::vector<std::string> find_wrong(std::string_view text) const;

    // Returns whether a text says at least three digits of one of the numbers.
    bool is_said_in_part(std::string_view text) const;

    // Returns whether a text says all digits of one of the numbers.
    bool is_said_in_full(std::string_view text) const;

private:
    bool is_number(std::string_view digits) const;
    bool is_unrelated(const base::WrittenNumber& number, std::string_view text) const;
    std::vector<std::string> whole_numbers(std::string_view text) const;
    std::vector<std::string> spelled_words(std::string_view text) const;

    std::vector<std::string> digits_;
    std::string_view word_to_text_;
};

// Returns whether a number in a text is followed by a plus sign: "180+ languages".
bool is_count(const base::WrittenNumber& number, std::string_view text);

// Returns a text that says all digits of a number.
std::string example_hook(const PhoneNumber& number);

} // namespace content::parser
