// The numbers in a text, and which of them are phone numbers. This is the only place that knows how
// people write a phone number: what is parsed, compared with a translation, kept from left to right
// in Arabic, and never broken over two lines is what this finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// A number as it is written in a text.
struct WrittenNumber {
    enum class Kind {
        count,   // one group of digits: a count, a year, a price, or a short code such as 988
        grouped, // groups that may be a foreign phone number or a count: 1 000 000, 0800 123 456
        phone    // certainly a phone number: 414-555-0123, 9-8-8, 1-800-RUNAWAY, +44 20 7946 0958
    };

    // Offsets in the text. `end` is one past the last one. A plus sign or a parenthesis that
    // belongs to the number is included.
    std::size_t begin = 0;
    std::size_t end = 0;

    Kind kind = Kind::count;
    bool has_letters = false; // spells a word on the keypad of a phone

    // The groups of digits, in ASCII. The letters of a word are the digits of their keys.
    std::vector<std::string> groups;

    // All groups together. Without the country code 1 if it is a phone number of North America.
    std::string digits() const;
};

// Returns the numbers in a text in their order, with offsets in code points. Digits of all scripts
// are recognized, and the groups of a phone number may be separated by spaces, hyphens, dashes,
// dots, slashes and parentheses. Invisible characters are ignored.
std::vector<WrittenNumber> find_numbers(std::span<const std::uint32_t> code_points);

// The same for UTF-8, with offsets in bytes.
std::vector<WrittenNumber> find_numbers(std::string_view utf8);

// Returns the digit of the phone key that has a letter from A to Z.
char keypad_digit(char upper_case_letter);

} // namespace base
