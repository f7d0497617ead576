#include "base/utf8.hpp"
#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

sample::Files files(const std::string& spanish) {
    return {.content = sample::with("place: lobby", "place: lobby\n  languages: [en, es]"),
            .site = {},
            .translations = {{"es", spanish}}};
}

std::string problems_of(const std::string& spanish,
                        std::span<const std::string_view> ui_strings = {}) {
    return sample::problems(files(spanish), ui_strings);
}

std::string problems_with(std::string_view old_text, std::string_view new_text,
                          std::span<const std::string_view> ui_strings = {}) {
    return problems_of(sample::with(old_text, new_text, sample::spanish), ui_strings);
}

} // namespace

TEST_CASE("translations are loaded in the order of the site's languages") {
    const auto loaded = sample::parse(files(sample::spanish));
    REQUIRE(loaded.content);
    const auto& languages = loaded.content->translations;
    REQUIRE(languages.size() == 2);
    CHECK(languages[0].code == "en");
    CHECK(languages[0].name == "English");
    const content::Translation& spanish = loaded.content->translation_or_default("es");
    CHECK(&spanish == &languages[1]);
    CHECK(spanish.name == "Español");
    CHECK_FALSE(spanish.is_right_to_left);
    CHECK(spanish.reviewed_by == "");
    CHECK(spanish.is_draft());
    CHECK(spanish.translate("Free.") == "Gratis.");
    CHECK(spanish.translate("Not in the list.") == "Not in the list.");
    CHECK(languages[0].translate("Free.") == "Free.");
    CHECK(loaded.content->translation_or_default("xx").code == "en"); // the first one if unknown
    REQUIRE(loaded.coverage.size() == 1);
    CHECK(loaded.coverage[0].language_code == "es");
    CHECK(loaded.coverage[0].text_count == 14);
    CHECK(loaded.coverage[0].translated_count == 14);
}

TEST_CASE("direction, font and reviewer of a translation are parsed") {
    const auto loaded = sample::parse(files(
        sample::with("direction: ltr\n  reviewed_by: \"\"",
                     "direction: rtl\n  font: Noto Sans\n  reviewed_by: Ana",
                     sample::with("es: Línea de crisis", "es: خط الأزمات", sample::spanish))));
    REQUIRE(loaded.content);
    CHECK(loaded.content->translation_or_default("es").is_right_to_left);
    CHECK(loaded.content->translation_or_default("es").font == "Noto Sans");
    CHECK(loaded.content->translation_or_default("es").reviewed_by == "Ana");
    CHECK_FALSE(loaded.content->translation_or_default("es").is_draft());
    CHECK(problems_with("  reviewed_by: \"\"\n", "") == "");
    CHECK(problems_with("reviewed_by: \"\"", "reviewed_by:") == "");
}

TEST_CASE("a word that stands for nobody is no reviewer, and the translation stays a draft") {
    CHECK(problems_with("reviewed_by: \"\"", "reviewed_by: none") ==
          R"(es.yaml:5:16: warning: "none" is no name, so the translation is still shown as a draft
    5 |   reviewed_by: none
      |                ^~~~
      = write the name of the person who reviewed it, or ""
)");
    for (const char* nobody : {"None",
                               "NONE",
                               "TBD",
                               "tbd.",
                               "T.B.D",
                               "n/a",
                               "N/A",
                               "na",
                               "-",
                               "--",
                               "?",
                               "???",
                               "nobody",
                               "No one",
                               "pending",
                               "to do",
                               "TODO: ask Ana",
                               "not yet",
                               "Not reviewed yet",
                               "unknown",
                               "no",
                               "false",
                               "yes",
                               "true",
                               "x",
                               "xxx",
                               "Google Translate",
                               "ChatGPT",
                               "DeepL",
                               "machine translation",
                               "AI",
                               "(none)",
                               "[name]",
                               "your name",
                               "ninguno",
                               "nadie",
                               "pendiente",
                               "123",
                               "...",
                               "draft",
                               "me",
                               "to be determined",
                               "n.n.",
                               "TBA"}) {
        CAPTURE(nobody);
        const auto loaded = sample::parse(files(sample::with(
            "reviewed_by: \"\"", std::string("reviewed_by: \"") + nobody + "\"", sample::spanish)));
        REQUIRE(loaded.content);
        CHECK(loaded.content->translation_or_default("es").is_draft());
        CHECK(loaded.problems.size() == 1);
    }
    for (const char* blank : {" ", "\u00A0", "\u200B", "~"})
        CHECK(problems_with("reviewed_by: \"\"", std::string("reviewed_by: \"") + blank + "\"")
                  .find("error") == std::string::npos);
    for (const char* person :
         {"Ana", "A. Reader", "Noah Nolan", "Tobias Dodd", "Machida Aiko", "Xi", "سارة", "မောင်",
          "Nadia", "Ms. None-Smith", "Yes Li", "Dr. No"}) {
        const auto loaded = sample::parse(files(sample::with(
            "reviewed_by: \"\"", std::string("reviewed_by: ") + person, sample::spanish)));
        REQUIRE(loaded.content);
        CHECK_MESSAGE(loaded.content->translation_or_default("es").reviewed_by == person,
                      std::string(person));
        CHECK(loaded.problems.empty());
    }
}

TEST_CASE("a direction that does not fit the letters of the texts is an error") {
    const auto with_texts = [](const std::string& direction, const std::string& name,
                               const std::vector<std::string>& texts) {
        std::string file = "language:\n  code: es\n  name: " + name +
                           "\n  direction: " + direction + "\n  reviewed_by: \"\"\ntexts:\n";
        const std::vector<std::string> english{"Free.", "English.", "Quiet facts."};
        for (std::size_t i = 0; i < texts.size(); ++i)
            file += "  - {en: " + english[i] + ", es: " + texts[i] + "}\n";
        return problems_of(texts.empty() ? file + "  []\n" : file).find("the texts are written") !=
               std::string::npos;
    };
    CHECK(problems_with("direction: ltr", "direction: rtl") ==
          R"(es.yaml:4:14: error: the texts are written from left to right
    4 |   direction: rtl
      |              ^~~
      = write "ltr"
)");
    for (const char* text :
         {"مجاني.", "חינם.", "رایگان", "ܡܓܢ", "ހިލޭ", "ߞߎ", "𐴀𐴁", "𞤀𞤁"}) {
        CHECK(with_texts("ltr", "X", {text}));
        CHECK_FALSE(with_texts("rtl", "X", {text}));
    }
    for (const char* text : {"Gratis.", "Бесплатно", "အခမဲ့", "免费", "नि:शुल्क", "ฟรี", "무료"}) {
        CHECK(with_texts("rtl", "X", {text}));
        CHECK_FALSE(with_texts("ltr", "X", {text}));
    }
    // Names keep their Latin letters.
    CHECK_FALSE(with_texts("rtl", "X", {"مجاني.", "988 Lifeline", "HOME"}));
    CHECK(with_texts("ltr", "X", {"مجاني.", "خط 988 Lifeline للأزمات", "HOME"}));
    CHECK(with_texts("ltr", "العربية", {}));
    CHECK_FALSE(with_texts("rtl", "العربية", {}));
}

TEST_CASE("a phone number that differs from the English text is an error") {
    CHECK(problems_with("Recuerda 9-8-8", "Recuerda 9-8-9") ==
          R"(es.yaml:9:31: error: numbers differ from the English: 988 missing, 989 added
    9 |   - {en: Remember 9-8-8., es: Recuerda 9-8-9.}
      |                               ^~~~~~~~~~~~~~~
      = copy them from line 9
)");
    CHECK(problems_with("Recuerda 9-8-8", "Recuerda 8-9-8").find("988 missing, 898 added") !=
          std::string::npos);
    // The same number may be grouped differently.
    CHECK(problems_with("Recuerda 9-8-8", "988 es el número") == "");
}

TEST_CASE("numbers that are not phone numbers may have other separators, but not other digits") {
    const auto pair = [](const char* english, const char* target) {
        return problems_of(sample::spanish + "  - {en: \"" + english + "\", es: \"" + target +
                           "\"}\n");
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
        return problems_of(sample::spanish + "  - {en: \"" + english + "\", es: \"" + target +
                           "\"}\n");
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
        return problems_of(sample::spanish + "  - {en: \"" + english + "\", es: \"" + target +
                           "\"}\n");
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
    CHECK(problems_of(sample::spanish + "  - {en: HOME, es: Envía HOLA}\n") ==
          R"(es.yaml:21:20: error: "Envía HOLA" is not a word to text
   21 |   - {en: HOME, es: Envía HOLA}
      |                    ^~~~~~~~~~
      = write one word of at most 20 letters and digits, like HOME
)");
    for (const char* word : {"\u200FHOME", "HOME\u200E"})
        CHECK_MESSAGE(problems_of(sample::spanish + "  - {en: HOME, es: \"" + word + "\"}\n")
                              .find(" has U+200") != std::string::npos,
                      word);
    for (const char* word : {"A;B;;", "AYUDA!", "Año", "منزل", "HO ME",
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ", "HOME:1", "\uFF28OME"})
        CHECK_MESSAGE(problems_of(sample::spanish + "  - {en: HOME, es: \"" + word + "\"}\n")
                              .find("is not a word to text") != std::string::npos,
                      word);
    // In some languages a help line needs no word.
    CHECK(problems_of(sample::spanish + "  - {en: HOME, es: \"\"}\n") == "");
    for (const char* word : {"AYUDA", "hola", "ABCDEFGHIJKLMNOPQRST"})
        CHECK_MESSAGE(problems_of(sample::spanish + "  - {en: HOME, es: " + word + "}\n") == "",
                      word);
}

TEST_CASE("a word to text that is also another text follows the rule for both") {
    sample::Files both = files(sample::spanish + "  - {en: HOME, es: En casa}\n");
    both.content = sample::with("title: What it is", "title: HOME", both.content);
    CHECK(sample::problems(both).find("\"En casa\" is not a word to text") != std::string::npos);
}

TEST_CASE("a missing or added placeholder is an error") {
    CHECK(problems_of(sample::spanish + "  - {en: \"Text {number}\", es: \"Escribe\"}\n") ==
          R"(es.yaml:21:31: error: placeholders differ from the English: {number} missing
   21 |   - {en: "Text {number}", es: "Escribe"}
      |                               ^~~~~~~~~
      = copy them from line 21
)");
    CHECK(
        problems_of(sample::spanish + "  - {en: \"Text {number}\", es: \"Escribe al {numero}\"}\n")
            .find("{number} missing, {numero} added") != std::string::npos);
}

TEST_CASE("texts without a translation are counted in one warning") {
    CHECK(
        problems_with("  - {en: Free., es: Gratis.}\n  - {en: English., es: Inglés.}\n", "") ==
        R"(es.yaml:7:3: warning: not translated: 2 of 14 texts, so this language is not offered; the first is "Free."
    7 |   - {en: Crisis Lifeline, es: Línea de crisis}
      |   ^
)");
}

TEST_CASE("a pair with an empty translation is a text that is missing, and its line is named") {
    CHECK(
        problems_with("es: Inglés.", "es: \"\"") ==
        R"(es.yaml:13:24: warning: not translated: 1 of 14 texts, so this language is not offered; the first is "English."
   13 |   - {en: English., es: ""}
      |                        ^~
)");
    const auto loaded =
        sample::parse(files(sample::with("es: Inglés.", "es: \"\"", sample::spanish)));
    REQUIRE(loaded.coverage.size() == 1);
    CHECK(loaded.coverage[0].missing_count() == 1);
}

TEST_CASE("the old pair of a text that was changed is no unknown key, and is not shown") {
    const auto loaded = sample::parse(files(sample::with(
        "es: Inglés.}", "es: Inglés., old_en: Language., old_es: Idioma.}", sample::spanish)));
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.content);
    CHECK(loaded.content->translation_or_default("es").translate("Language.") == "Language.");
}

TEST_CASE("Burmese in Zawgyi is a warning") {
    CHECK(problems_with("es: Gratis.", "es: \u1031\u1019\u103C") ==
          "es.yaml:12:21: warning: this looks like Burmese in the old Zawgyi encoding, which is "
          "unreadable here\n"
          "   12 |   - {en: Free., es: \u1031\u1019\u103C}\n"
          "      |                     ^~~\n"
          "      = convert it to Unicode, and ask somebody who reads Burmese to look at it\n");
}

TEST_CASE("a language is offered only if all of its texts are translated") {
    const auto offered = [](const std::string& spanish) {
        return sample::parse(
                   {.content = sample::with("place: lobby", "place: lobby\n  languages: [en, es]"),
                    .site = {},
                    .translations = {{"es", spanish}}})
            .content;
    };
    const auto complete = offered(sample::spanish),
               incomplete =
                   offered(sample::with("  - {en: Free., es: Gratis.}\n", "", sample::spanish));
    REQUIRE((complete && incomplete));
    CHECK(complete->site.languages == std::vector<std::string>{"en", "es"});
    CHECK(complete->translations.size() == 2);
    CHECK(incomplete->site.languages == std::vector<std::string>{"en"});
    CHECK(incomplete->translations.size() == 1);
}

TEST_CASE("texts of the user interface count as texts to translate if they are known") {
    constexpr std::array<std::string_view, 2> ui_strings{"More", "Back"};
    CHECK(
        problems_of(sample::spanish + "  - {en: More, es: Más}\n", ui_strings) ==
        R"(es.yaml:7:3: warning: not translated: 1 of 16 texts, so this language is not offered; the first is "Back"
    7 |   - {en: Crisis Lifeline, es: Línea de crisis}
      |   ^
)");
    CHECK(problems_of(sample::spanish + "  - {en: More, es: Más}\n  - {en: Back, es: Atrás}\n",
                      ui_strings) == "");
}

TEST_CASE("a translation of a text that is no longer used is a warning") {
    constexpr std::array<std::string_view, 1> ui_strings{"More"};
    const std::string stale =
        sample::spanish + "  - {en: More, es: Más}\n  - {en: Quieter facts., es: Datos.}\n";
    CHECK(problems_of(stale, ui_strings) ==
          R"(es.yaml:22:10: warning: this English text is not used on any screen
   22 |   - {en: Quieter facts., es: Datos.}
      |          ^~~~~~~~~~~~~~
      = copy the current text, or remove the pair
)");
    CHECK(sample::parse(files(stale), ui_strings).coverage.front().stale_count == 1);
    CHECK(problems_of(stale) == ""); // it may be a text of the user interface
}

TEST_CASE("a missing translation of the school's name or of a word to text is not reported") {
    constexpr std::array<std::string_view, 1> ui_strings{"Free."};
    CHECK(problems_of(sample::spanish +
                          "  - {en: Sample School, es: Escuela}\n  - {en: HOME, es: AYUDA}\n",
                      ui_strings) == "");
}

TEST_CASE("a text that is translated twice is an error") {
    CHECK(problems_with("  - {en: Free., es: Gratis.}\n",
                        "  - {en: Free., es: Gratis.}\n  - {en: Free., es: Libre.}\n") ==
          R"(es.yaml:13:10: error: this text is already translated on line 12
   13 |   - {en: Free., es: Libre.}
      |          ^~~~~
      = keep one of the two
)");
}

TEST_CASE("a pair without the language of its file is an error") {
    CHECK(problems_with("{en: Free., es: Gratis.}", "{en: Free., sp: Gratis.}")
              .ends_with(R"(es.yaml:12:17: error: unknown key "sp"
   12 |   - {en: Free., sp: Gratis.}
      |                 ^~
      = write "es"
)"));
}

TEST_CASE("a translation that is longer than one and a half times the limit is an error") {
    CHECK(
        problems_with("es: Crisis}", "es: Una línea de crisis para todo el mundo}") ==
        R"(es.yaml:8:27: error: this is 38 characters long, but at most 36 fit on a tab in translation
    8 |   - {en: Crisis line, es: Una línea de crisis para todo el mundo}
      |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = shorten it by 2 or more; it is on the screen home
)");
}

TEST_CASE("a banned term in a translation is an error") {
    CHECK(problems_with("Gratis.", "MCCY") ==
          R"(es.yaml:12:21: error: "MCCY" is now the name of a youth detention center
   12 |   - {en: Free., es: MCCY}
      |                     ^~~~
      = write "Milwaukee Center for Children and Youth"
)");
}

TEST_CASE("a translation file with the code of another language is an error") {
    CHECK(problems_with("code: es", "code: ar") == R"(es.yaml:2:9: error: this file is for "es"
    2 |   code: ar
      |         ^~
      = write "es", or rename the file
)");
}

TEST_CASE("a missing or unknown direction is an error") {
    CHECK(problems_with("direction: ltr", "direction: lrt") ==
          R"(es.yaml:4:14: error: "direction" cannot be "lrt"
    4 |   direction: lrt
      |              ^~~
      = write "ltr"
)");
    CHECK(problems_with("  direction: ltr\n", "") == R"(es.yaml:2:3: error: "direction" is missing
    2 |   code: es
      |   ^
      = add "direction: ..."
)");
}

TEST_CASE("problems of a translation are reported together with those of the content") {
    sample::Files both = files(sample::with("es: Gratis.", "es: ", sample::spanish));
    both.content = sample::with("icon: help_outline", "icon: help_outlin", both.content);
    CHECK(sample::problems(both).starts_with(
        "content.yaml:26:11: error: unknown icon \"help_outlin\"\n"));
    CHECK(sample::problems(both).find("es.yaml:12:17: error: \"es\" is empty\n") !=
          std::string::npos);
}
