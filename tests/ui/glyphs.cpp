// No text on any screen, in any language offered or drafted, has a character that no font can draw.
#include "support/visitor.hpp"
#include "ui/words.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

std::string missing(const std::string& words, text::Face face, const content::Translation& language) {
    text::Setting setting;
    setting.text = words;
    setting.face = face;
    setting.px = 30;
    setting.right_to_left = language.right_to_left;
    setting.family = language.font;
    std::string list;
    for (const char32_t character : test::typesetter().set(setting)->missing)
        list += fmt::format("U+{:04X} ", static_cast<std::uint32_t>(character));
    return list;
}

} // namespace

TEST_CASE("every character of every text has a glyph, in both weights") {
    const auto content = test::real_content({"en", "es", "ar", "my"}, content::Place::nurse);
    for (const content::Translation& language : content->languages) {
        std::vector<std::string> texts{language.name};
        for (const auto& [english, translated] : language.texts)
            texts.insert(texts.end(), {english, translated});
        for (const std::string_view word : ui::words) texts.emplace_back(word);
        for (const std::string& words : texts)
            for (const text::Face face : {text::Face::regular, text::Face::bold})
                CHECK_MESSAGE(missing(words, face, language) == "", language.code << ": " << words);
    }
}

TEST_CASE("a character that no font has is reported") {
    const content::Translation english;
    CHECK(missing("a\xf3\xb0\x80\x80z", text::Face::regular, english) == "U+F0000 ");
}

TEST_CASE("the interface's words are all translated into the languages that ship") {
    const auto content = test::real_content();
    for (const char* code : {"es", "ar", "my"})
        for (const std::string_view word : ui::words)
            CHECK_MESSAGE(content->language(code).texts.count(std::string(word)) == 1, code << ": " << word);
}
