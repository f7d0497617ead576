#include "base/decimal_digit.hpp"

#include <doctest/doctest.h>
#include <hb.h>

TEST_CASE("base::decimal_digit() knows every decimal digit that HarfBuzz knows, and no other") {
    hb_unicode_funcs_t* const unicode = hb_unicode_funcs_get_default();
    for (char32_t character = 0; character <= 0x10FFFF; ++character) {
        const auto category = hb_unicode_general_category(unicode, character);
        // The digits of a newer Unicode version are unassigned in an older HarfBuzz.
        if (category == HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED) continue;
        const bool is_digit = category == HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER;
        if (base::decimal_digit(character).has_value() != is_digit)
            FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(character));
    }
}
