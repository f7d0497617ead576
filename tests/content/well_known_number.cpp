#include "content/well_known_number.hpp"

#include <doctest/doctest.h>

#include <string>

using content::find_one_digit_away;
using content::find_well_known_number;
using content::is_one_digit_away;

TEST_CASE("well-known numbers are found by their digits") {
    for (const char* digits : {"911", "988", "211", "741741", "233733", "8883737888"})
        CHECK_MESSAGE(find_well_known_number(digits) != nullptr, digits);
    CHECK(find_well_known_number("988")->service == "988 Suicide & Crisis Lifeline");
    for (const char* digits : {"", "98", "908", "8003737888"})
        CHECK_MESSAGE(find_well_known_number(digits) == nullptr, digits);
}

TEST_CASE("a number is one digit away if a digit is replaced, added, left out or exchanged") {
    const std::string number = "233733";
    for (std::size_t i = 0; i < number.size(); ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string replaced = number;
            replaced[i] = digit;
            CHECK(is_one_digit_away(replaced, number) == (replaced != number));
            const std::string added = number.substr(0, i) + digit + number.substr(i);
            CHECK(is_one_digit_away(added, number));
            CHECK(is_one_digit_away(number, added));
        }
        std::string shorter = number;
        shorter.erase(i, 1);
        CHECK(is_one_digit_away(shorter, number));
        if (i == 0) continue;
        std::string exchanged = number;
        std::swap(exchanged[i - 1], exchanged[i]);
        CHECK(is_one_digit_away(exchanged, number) == (exchanged != number));
    }
    for (const char* other : {"233733", "333732", "373233", "2337", "23373344", ""})
        CHECK_FALSE_MESSAGE(is_one_digit_away(other, number), other);
}

TEST_CASE("a number that is one digit away from a well-known one finds it") {
    CHECK(find_one_digit_away("908")->digits == "988");
    CHECK(find_one_digit_away("8883737880")->digits == "8883737888");
    CHECK(find_one_digit_away("74174")->digits == "741741");
    CHECK(find_one_digit_away("4145550123") == nullptr);
}
