#include "content/spanish_sample.hpp"

#include <doctest/doctest.h>

#include <array>

TEST_CASE("translations are loaded in the order of the site's languages") {
    const auto loaded = sample::parse(sample::with_spanish(sample::spanish));
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
    const auto loaded = sample::parse(sample::with_spanish(
        sample::with("direction: ltr\n  reviewed_by: \"\"",
                     "direction: rtl\n  font: Noto Sans\n  reviewed_by: Ana",
                     sample::with("es: Línea de crisis", "es: خط الأزمات", sample::spanish))));
    REQUIRE(loaded.content);
    CHECK(loaded.content->translation_or_default("es").is_right_to_left);
    CHECK(loaded.content->translation_or_default("es").font == "Noto Sans");
    CHECK(loaded.content->translation_or_default("es").reviewed_by == "Ana");
    CHECK_FALSE(loaded.content->translation_or_default("es").is_draft());
    CHECK(sample::spanish_problems_with("  reviewed_by: \"\"\n", "") == "");
    CHECK(sample::spanish_problems_with("reviewed_by: \"\"", "reviewed_by:") == "");
}

TEST_CASE("a direction that does not fit the letters of the texts is an error") {
    const auto with_texts = [](const std::string& direction, const std::string& name,
                               const std::vector<std::string>& texts) {
        std::string file = "language:\n  code: es\n  name: " + name +
                           "\n  direction: " + direction + "\n  reviewed_by: \"\"\ntexts:\n";
        const std::vector<std::string> english{"Free.", "English.", "Quiet facts."};
        for (std::size_t i = 0; i < texts.size(); ++i)
            file += "  - {en: " + english[i] + ", es: " + texts[i] + "}\n";
        return sample::spanish_problems(texts.empty() ? file + "  []\n" : file)
                   .find("the texts are written") != std::string::npos;
    };
    CHECK(sample::spanish_problems_with("direction: ltr", "direction: rtl") ==
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

TEST_CASE("texts without a translation are counted in one warning") {
    CHECK(
        sample::spanish_problems_with(
            "  - {en: Free., es: Gratis.}\n  - {en: English., es: Inglés.}\n", "") ==
        R"(es.yaml:7:3: warning: not translated: 2 of 14 texts, so this language is not offered; the first is "Free."
    7 |   - {en: Crisis Lifeline, es: Línea de crisis}
      |   ^
)");
}

TEST_CASE("a pair with an empty translation is a text that is missing, and its line is named") {
    CHECK(
        sample::spanish_problems_with("es: Inglés.", "es: \"\"") ==
        R"(es.yaml:13:24: warning: not translated: 1 of 14 texts, so this language is not offered; the first is "English."
   13 |   - {en: English., es: ""}
      |                        ^~
)");
    const auto loaded = sample::parse(
        sample::with_spanish(sample::with("es: Inglés.", "es: \"\"", sample::spanish)));
    REQUIRE(loaded.coverage.size() == 1);
    CHECK(loaded.coverage[0].missing_count() == 1);
}

TEST_CASE("the old pair of a text that was changed is no unknown key, and is not shown") {
    const auto loaded = sample::parse(sample::with_spanish(sample::with(
        "es: Inglés.}", "es: Inglés., old_en: Language., old_es: Idioma.}", sample::spanish)));
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.content);
    CHECK(loaded.content->translation_or_default("es").translate("Language.") == "Language.");
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
        sample::spanish_problems(sample::spanish + "  - {en: More, es: Más}\n", ui_strings) ==
        R"(es.yaml:7:3: warning: not translated: 1 of 16 texts, so this language is not offered; the first is "Back"
    7 |   - {en: Crisis Lifeline, es: Línea de crisis}
      |   ^
)");
    CHECK(sample::spanish_problems(sample::spanish +
                                       "  - {en: More, es: Más}\n  - {en: Back, es: Atrás}\n",
                                   ui_strings) == "");
}

TEST_CASE("a translation of a text that is no longer used is a warning") {
    constexpr std::array<std::string_view, 1> ui_strings{"More"};
    const std::string stale =
        sample::spanish + "  - {en: More, es: Más}\n  - {en: Quieter facts., es: Datos.}\n";
    CHECK(sample::spanish_problems(stale, ui_strings) ==
          R"(es.yaml:22:10: warning: this English text is not used on any screen
   22 |   - {en: Quieter facts., es: Datos.}
      |          ^~~~~~~~~~~~~~
      = copy the current text, or remove the pair
)");
    CHECK(sample::parse(sample::with_spanish(stale), ui_strings).coverage.front().stale_count == 1);
    CHECK(sample::spanish_problems(stale) == ""); // it may be a text of the user interface
}

TEST_CASE("a missing translation of the school's name or of a word to text is not reported") {
    constexpr std::array<std::string_view, 1> ui_strings{"Free."};
    CHECK(sample::spanish_problems(
              sample::spanish + "  - {en: Sample School, es: Escuela}\n  - {en: HOME, es: AYUDA}\n",
              ui_strings) == "");
}

TEST_CASE("a text that is translated twice is an error") {
    CHECK(sample::spanish_problems_with(
              "  - {en: Free., es: Gratis.}\n",
              "  - {en: Free., es: Gratis.}\n  - {en: Free., es: Libre.}\n") ==
          R"(es.yaml:13:10: error: this text is already translated on line 12
   13 |   - {en: Free., es: Libre.}
      |          ^~~~~
      = keep one of the two
)");
}

TEST_CASE("a pair without the language of its file is an error") {
    CHECK(sample::spanish_problems_with("{en: Free., es: Gratis.}", "{en: Free., sp: Gratis.}")
              .ends_with(R"(es.yaml:12:17: error: unknown key "sp"
   12 |   - {en: Free., sp: Gratis.}
      |                 ^~
      = write "es"
)"));
}

TEST_CASE("a translation file with the code of another language is an error") {
    CHECK(sample::spanish_problems_with("code: es", "code: ar") ==
          R"(es.yaml:2:9: error: this file is for "es"
    2 |   code: ar
      |         ^~
      = write "es", or rename the file
)");
}

TEST_CASE("a missing or unknown direction is an error") {
    CHECK(sample::spanish_problems_with("direction: ltr", "direction: lrt") ==
          R"(es.yaml:4:14: error: "direction" cannot be "lrt"
    4 |   direction: lrt
      |              ^~~
      = write "ltr"
)");
    CHECK(sample::spanish_problems_with("  direction: ltr\n", "") ==
          R"(es.yaml:2:3: error: "direction" is missing
    2 |   code: es
      |   ^
      = add "direction: ..."
)");
}

TEST_CASE("problems of a translation are reported together with those of the content") {
    sample::Files both = sample::with_spanish(sample::with("es: Gratis.", "es: ", sample::spanish));
    both.content = sample::with("icon: help_outline", "icon: help_outlin", both.content);
    CHECK(sample::problems(both).starts_with(
        "content.yaml:26:11: error: unknown icon \"help_outlin\"\n"));
    CHECK(sample::problems(both).find("es.yaml:12:17: error: \"es\" is empty\n") !=
          std::string::npos);
}
