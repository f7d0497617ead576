#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("decoding an encoded character returns the same character") {
    for (const char32_t character : {U'a', U'ñ', U'中', U'\U00010D00', U'\U0010FFFF'}) {
        std::string text;
        base::append_utf8(text, character);
        std::size_t offset = 0;
        CHECK(base::decode_next(text, offset) == character);
        CHECK(offset == text.size());
    }
}

TEST_CASE("invalid UTF-8 is decoded as U+FFFD, one byte at a time") {
    std::size_t offset = 0;
    CHECK(base::decode_next("\xE2\x82", offset) == char32_t{0xFFFD});
    CHECK(offset == 1);
    CHECK(base::find_invalid_utf8("ab\xC3(") == std::size_t{2});
}

TEST_CASE("an incomplete character is decoded as one U+FFFD") {
    struct Sample {
        std::string text;
        std::size_t size_bytes;
    };
    for (const Sample& sample :
         {Sample{"\xE2\x82z", 2}, Sample{"\xF0\x9F\x98", 3}, Sample{"\xC3\xC3", 1},
          Sample{"\xC0\xAF", 1}, Sample{"\xE0\x9F\x80", 1}, Sample{"\xED\xA0\x80", 1},
          Sample{"\xF0\x8F\x80\x80", 1}, Sample{"\xF4\x90\x80\x80", 1}, Sample{"\xFF", 1}}) {
        CAPTURE(sample.text);
        const base::DecodedCharacter decoded = base::decode_first(sample.text);
        CHECK(decoded.character == char32_t{0xFFFD});
        CHECK(decoded.size_bytes == sample.size_bytes);
        CHECK_FALSE(decoded.is_valid);
    }
    CHECK(base::decode_first("\uFFFD").is_valid);
}

TEST_CASE("combining marks do not count as visible characters") {
    CHECK(base::count_visible_characters("") == 0);
    CHECK(base::count_visible_characters("Línea") == 5);
    CHECK(base::count_visible_characters("e\u0301") == 1); // an accent as a separate code point
    CHECK(base::count_visible_characters("လိုင်း") == 3);
    CHECK(base::count_visible_characters("خطّ") == 2);
}
