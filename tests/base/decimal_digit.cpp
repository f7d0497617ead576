#include "base/decimal_digit.hpp"

#include <doctest/doctest.h>

#include <string_view>

TEST_CASE("decimal_digit() returns the value of each digit of a script") {
    for (const std::u32string_view digits :
         {U"0123456789", U"٠١٢٣٤٥٦٧٨٩", U"۰۱۲۳۴۵۶۷۸۹", U"၀၁၂၃၄၅၆၇၈၉", U"०१२३४५६७८९",
          U"０１２３４５６７８９", U"𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙",
          U"𐴰𐴱𐴲𐴳𐴴𐴵𐴶𐴷𐴸𐴹", U"߀߁߂߃߄߅߆߇߈߉", U"𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"}) {
        for (std::size_t i = 0; i < digits.size(); ++i)
            CHECK(base::decimal_digit(digits[i]) == static_cast<int>(i));
        CHECK(base::decimal_digit(digits.front() - 1).value_or(9) ==
              9); // another set may end there
    }
}

TEST_CASE("decimal_digit() returns nullopt for other characters") {
    for (const char32_t other : std::u32string_view(U"/:A ½²①一〇Ⅳ\u0001\uFFFD\U0010FFFF"))
        CHECK_FALSE(base::decimal_digit(other).has_value());
}
