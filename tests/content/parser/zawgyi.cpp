#include "content/parser/zawgyi.hpp"

#include <doctest/doctest.h>

TEST_CASE("Burmese in Zawgyi is recognized by its order of characters") {
    using content::parser::looks_like_zawgyi;
    // "To Myanmar" and "school": the vowel E stands in front of its consonant.
    CHECK(looks_like_zawgyi("\u1031\u1019\u103C"));
    CHECK(looks_like_zawgyi("\u1031\u1000\u103A\u102C\u1004\u1039\u1038"));
    CHECK(looks_like_zawgyi("Text 988 \u1031\u1000"));
    // The mark on a final consonant, which Unicode uses to stack two letters.
    CHECK(looks_like_zawgyi("\u1019\u1014\u1039"));
    CHECK(looks_like_zawgyi("\u1019\u1014\u1039 988"));
}

TEST_CASE("Burmese in Unicode and other scripts are no Zawgyi") {
    using content::parser::looks_like_zawgyi;
    for (const char* text :
         {"\u1000\u103B\u1031\u102C\u1004\u103A\u1038", "\u1019\u103C\u1014\u103A\u1019\u102C",
          "\u1014\u1031\u1037\u101B\u1031\u102C\u100A\u1015\u102B",
          "\u1001\u1014\u1039\u1013\u102C", // stacked letters
          "\u1019\u1031\u1010\u1039\u1010\u102C",
          "\u1075\u1031", // Shan
          "Call 988", "اتصل", ""})
        CHECK_FALSE_MESSAGE(looks_like_zawgyi(text), text);
}
