#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("characters come out as they go in") {
    for (const char32_t character : {U'a', U'ñ', U'中', U'\U00010D00', U'\U0010FFFF'}) {
        std::string text;
        base::append_utf8(text, character);
        std::size_t offset = 0;
        CHECK(base::decode_next(text, offset) == character);
        CHECK(offset == text.size());
    }
}

TEST_CASE("what is not UTF-8 is read one byte at a time") {
    std::size_t offset = 0;
    CHECK(base::decode_next("\xE2\x82", offset) == char32_t{0xFFFD});
    CHECK(offset == 1);
    CHECK(base::find_invalid_utf8("ab\xC3(") == std::size_t{2});
}

TEST_CASE("characters are counted as a reader sees them") {
    CHECK(base::count_visible_characters("") == 0);
    CHECK(base::count_visible_characters("Línea") == 5);
    CHECK(base::count_visible_characters("e\u0301") == 1); // an accent that is a character of its own
    CHECK(base::count_visible_characters("လိုင်း") == 3);
    CHECK(base::count_visible_characters("خطّ") == 2);
}
