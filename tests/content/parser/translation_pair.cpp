#include "base/utf8.hpp"
#include "content/spanish_sample.hpp"

#include <doctest/doctest.h>

TEST_CASE("a phone number that differs from the English text is an error") {
    CHECK(sample::spanish_problems_with("Recuerda 9-8-8", "Recuerda 9-8-9") ==
          R"(es.yaml:9:31: error: numbers differ from the English: 988 missing, 989 added
    9 |   - {en: Remember 9-8-8., es: Recuerda 9-8-9.}
      |                               ^~~~~~~~~~~~~~~
      = copy them from line 9
)");
    CHECK(sample::spanish_problems_with("Recuerda 9-8-8", "Recuerda 8-9-8")
              .find("988 missing, 898 added") != std::string::npos);
    // The same number may be grouped differently.
    CHECK(sample::spanish_problems_with("Recuerda 9-8-8", "988 es el número") == "");
}

TEST_CASE("numbers that are not phone numbers may have other separators, but not other digits") {
    const auto pair = [](const char* english, const char* target) {
        return sample::spanish_problems(sample::spanish + "  - {en: \"" + english + "\", es: \"" +
                                        target + "\"}\n");
    };
    CHECK(pair("Ages 11-17", "De 11 a 17 años") == "");
    CHECK(pair("Ages 11-17", "De 11 a 18 años") != "");
    CHECK(pair("Call 1-888-373-7888.", "Llama al 1-888-373-7888.") == "");
    CHECK(pair("Call 1-888-373-7888.", "Llama al 1-888-373-8788.") != "");
    // The same digits in another order are another number.
    CHECK(pair("Call 414-220-7233.", "Llama al 414-233-7220.") != "");
}

TEST_CASE("numbers are compared in the digits of every script") {
    const auto pair = [](const char* english, const std::string& target) {
        return sample::spanish_problems(sample::spanish + "  - {en: \"" + english + "\", es: \"" +
                                        target + "\"}\n");
    };
    CHECK(pair("Call now.", "اتصل ٤١٤٥٥٥٠١٩٩ الآن.") ==
          R"(es.yaml:21:27: error: numbers differ from the English: 4145550199 added
   21 |   - {en: "Call now.", es: "اتصل ٤١٤٥٥٥٠١٩٩ الآن."}
      |                           ^~~~~~~~~~~~~~~~~~~~~~~
      = copy them from line 21
)");
    for (const std::string zero : {"٠", "۰", "߀", "०", "၀", "០", "๐", "𐴰", "𞥐", "０"}) {
        const char last = zero.back();
        const auto digit = [&](char value) {
            return zero.substr(0, zero.size() - 1) + static_cast<char>(last + value - '0');
        };
        const auto written = [&](std::string_view digits) {
            std::string text;
            for (const char each : digits)
                text += base::is_digit(each) ? digit(each) : std::string(1, each);
            return text;
        };
        CAPTURE(zero);
        CHECK(pair("Call 988 or 1-888-373-7888.", written("988, 1 (888) 373 7888")) == "");
        CHECK(pair("Call 988 or 1-888-373-7888.", written("989, 1 (888) 373 7888"))
                  .find("988 missing, 989 added") != std::string::npos);
        CHECK(pair("Ages 11-17", written("11 - 17")) == "");
        CHECK(pair("Ages 11-17", written("11 - 18")).find("17 missing, 18 added") !=
              std::string::npos);
    }
}

TEST_CASE("the same phone number may be written differently, but not another one") {
    const auto pair = [](const char* english, const char* target) {
        return sample::spanish_problems(sample::spanish + "  - {en: \"" + english + "\", es: \"" +
                                        target + "\"}\n");
    };
    for (const char* same : {"(414) 555-0123", "414 555 0123", "414–555–0123", "+1 414 555 0123",
                             "4145550123", "1.414.555.0123"})
        CHECK_MESSAGE(pair("Call 414-555-0123.", same) == "", same);
    for (const char* other : {"(414) 555-0124", "(555) 414-0123", "414 555", "414 555 0123, 7"})
        CHECK_MESSAGE(pair("Call 414-555-0123.", other) != "", other);
    CHECK(pair("More than 1,000,000 people", "Más de 1 000 000 personas") == "");
    CHECK(pair("More than 1,000,000 people", "Más de 2 000 000 personas") != "");
    CHECK(pair("It spells 1-800-RUNAWAY.", "Forma 1-800-RUNAWAY.") == "");
    CHECK(pair("It spells 1-800-RUNAWAY.", "Forma 1-800-RUNAWEY.") != "");
}

TEST_CASE("a translated word to text follows the rule of the English word") {
    CHECK(sample::spanish_problems(sample::spanish + "  - {en: HOME, es: Envía HOLA}\n") ==
          R"(es.yaml:21:20: error: "Envía HOLA" is not a word to text
   21 |   - {en: HOME, es: Envía HOLA}
      |                    ^~~~~~~~~~
      = write one word of at most 20 letters and digits, like HOME
)");
    for (const char* word : {"\u200FHOME", "HOME\u200E"})
        CHECK_MESSAGE(
            sample::spanish_problems(sample::spanish + "  - {en: HOME, es: \"" + word + "\"}\n")
                    .find(" has U+200") != std::string::npos,
            word);
    for (const char* word : {"A;B;;", "AYUDA!", "Año", "منزل", "HO ME",
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ", "HOME:1", "\uFF28OME"})
        CHECK_MESSAGE(
            sample::spanish_problems(sample::spanish + "  - {en: HOME, es: \"" + word + "\"}\n")
                    .find("is not a word to text") != std::string::npos,
            word);
    // In some languages a help line needs no word.
    CHECK(sample::spanish_problems(sample::spanish + "  - {en: HOME, es: \"\"}\n") == "");
    for (const char* word : {"AYUDA", "hola", "ABCDEFGHIJKLMNOPQRST"})
        CHECK_MESSAGE(
            sample::spanish_problems(sample::spanish + "  - {en: HOME, es: " + word + "}\n") == "",
            word);
}

TEST_CASE("a word to text that is also another text follows the rule for both") {
    sample::Files both = sample::with_spanish(sample::spanish + "  - {en: HOME, es: En casa}\n");
    both.content = sample::with("title: What it is", "title: HOME", both.content);
    CHECK(sample::problems(both).find("\"En casa\" is not a word to text") != std::string::npos);
}

TEST_CASE("a missing or added placeholder is an error") {
    CHECK(sample::spanish_problems(sample::spanish +
                                   "  - {en: \"Text {number}\", es: \"Escribe\"}\n") ==
          R"(es.yaml:21:31: error: placeholders differ from the English: {number} missing
   21 |   - {en: "Text {number}", es: "Escribe"}
      |                               ^~~~~~~~~
      = copy them from line 21
)");
    CHECK(sample::spanish_problems(sample::spanish +
                                   "  - {en: \"Text {number}\", es: \"Escribe al {numero}\"}\n")
              .find("{number} missing, {numero} added") != std::string::npos);
}

TEST_CASE("Burmese in Zawgyi is a warning") {
    CHECK(sample::spanish_problems_with("es: Gratis.", "es: \u1031\u1019\u103C") ==
          "es.yaml:12:21: warning: this looks like Burmese in the old Zawgyi encoding, which is "
          "unreadable here\n"
          "   12 |   - {en: Free., es: \u1031\u1019\u103C}\n"
          "      |                     ^~~\n"
          "      = convert it to Unicode, and ask somebody who reads Burmese to look at it\n");
}

TEST_CASE("a translation that is longer than one and a half times the limit is an error") {
    CHECK(
        sample::spanish_problems_with("es: Crisis}",
                                      "es: Una línea de crisis para todo el mundo}") ==
        R"(es.yaml:8:27: error: this is 38 characters long, but at most 36 fit on a tab in translation
    8 |   - {en: Crisis line, es: Una línea de crisis para todo el mundo}
      |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = shorten it by 2 or more; it is on the screen home
)");
}

TEST_CASE("a banned term in a translation is an error") {
    CHECK(sample::spanish_problems_with("Gratis.", "MCCY") ==
          R"(es.yaml:12:21: error: "MCCY" is now the name of a youth detention center
   12 |   - {en: Free., es: MCCY}
      |                     ^~~~
      = write "Milwaukee Center for Children and Youth"
)");
}
