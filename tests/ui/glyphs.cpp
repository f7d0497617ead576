// Checks that fonts have every character of every text, in all languages, reviewed or not.
#include "support/test_visitor.hpp"
#include "ui/strings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

// Returns the characters that no font has, as "U+1234 U+5678 ".
std::string missing(const std::string& text, text::Face face,
                    const content::Translation& language) {
    text::TextSpec spec;
    spec.text = text;
    spec.face = face;
    spec.em_px = 30;
    spec.is_right_to_left = language.is_right_to_left;
    spec.family = language.font;
    std::string list;
    for (const char32_t code_point : test::typesetter().layout(spec)->missing)
        list += fmt::format("U+{:04X} ", static_cast<std::uint32_t>(code_point));
    return list;
}

} // namespace

TEST_CASE("every character of every text has a glyph in the regular and the bold font" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content({"en", "es", "ar", "my"}, content::Place::nurse);
    for (const content::Translation& language : content->translations) {
        std::vector<std::string> texts{language.name};
        for (const auto& [english, translated] : language.texts)
            texts.insert(texts.end(), {english, translated});
        for (const std::string_view ui_string : ui::ui_strings) texts.emplace_back(ui_string);
        for (const std::string& text : texts)
            for (const text::Face face : {text::Face::regular, text::Face::bold})
                CHECK_MESSAGE(missing(text, face, language) == "", language.code << ": " << text);
    }
}

TEST_CASE("a character that no font has is reported") {
    const content::Translation english;
    CHECK(missing("a\xf3\xb0\x80\x80z", text::Face::regular, english) == "U+F0000 ");
}

TEST_CASE("all texts of the interface are translated into the languages that ship") {
    const auto content = test::real_content();
    for (const char* code : {"es", "ar"})
        for (const std::string_view ui_string : ui::ui_strings)
            CHECK_MESSAGE(
                content->translation_or_default(code).texts.count(std::string(ui_string)) == 1,
                code << ": " << ui_string);
}
