#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

namespace {

int width_of_letters(const std::vector<std::string>& letters) {
    int sum = 0;
    for (const std::string& letter : letters) sum += layout(letter)->width;
    return sum;
}

} // namespace

TEST_CASE("Arabic letters are joined") {
    CHECK(layout("مساعدة")->width < width_of_letters({"م", "س", "ا", "ع", "د", "ة"}));
    CHECK(layout("لا")->width < width_of_letters({"ل", "ا"}));
    CHECK(layout("بيت")->width != layout("ب\u200Cي\u200Cت")->width); // U+200C prevents joining
}

TEST_CASE("Burmese letters are stacked and reordered") {
    CHECK(layout("က္က")->width < width_of_letters({"က", "က"}));
    CHECK(layout("ကျောင်း")->width < width_of_letters({"က", "ျ", "ေ", "ာ", "င", "်", "း"}));
}

TEST_CASE("each run has the script of its letters") {
    const auto tag = [](const char* name) {
        return static_cast<std::uint32_t>(name[0] << 24 | name[1] << 16 | name[2] << 8 | name[3]);
    };
    CHECK(layout("Help")->lines[0].runs[0].script == tag("Latn"));
    CHECK(layout("988")->lines[0].runs[0].script == tag("Latn"));
    CHECK(layout("مساعدة")->lines[0].runs[0].script == tag("Arab"));
    CHECK(layout("အကူအညီ")->lines[0].runs[0].script == tag("Mymr"));
    CHECK(layout("допомога")->lines[0].runs[0].script == tag("Cyrl"));
    CHECK(layout("मदद")->lines[0].runs[0].script == tag("Deva"));
    CHECK(layout("ꦲꦏ")->lines[0].runs[0].script == tag("Java"));
}

TEST_CASE("punctuation and spaces do not split a phrase into several runs") {
    CHECK(layout("Help, please. (Now!)")->lines[0].runs.size() == 1);
    CHECK(layout_right_to_left("مساعدة، الآن.")->lines[0].runs.size() == 1);
    CHECK(layout("အကူအညီ တောင်းပါ။")->lines[0].runs.size() == 1);
    CHECK(layout("e\u0301te\u0301 n\u0303")->lines[0].runs.size() == 1);
}

TEST_CASE("a Burmese paragraph breaks at spaces, and between syllables if a line would be less "
          "than half full") {
    const std::string phrase = "ကျောင်းသူနာပြုနှင့်"; // ကျောင်း, သူ, နာ, ပြု, နှင့်
    CHECK(shown_text(*layout(phrase + " " + phrase, layout(phrase)->width)) ==
          phrase + "\n" + phrase);
    CHECK(shown_text(*layout("က " + phrase, layout(phrase)->width)) == "က ကျောင်းသူနာ\nပြုနှင့်");
    CHECK_FALSE(layout("က " + phrase, layout(phrase)->width)->has_split_word);
}

TEST_CASE("a Burmese syllable is not cut if it fits on a line") {
    const std::string stacked = "လက္ခဏာများစွာတွေ့ရပါကဒုက္ခသတ္တိနှင့်အကူအညီတောင်းပါ။";
    for (int width = layout("တောင်း")->width; width < 500; width += 7) {
        CAPTURE(width);
        const auto paragraph = layout(stacked, width);
        CHECK_FALSE(paragraph->has_split_word);
        CHECK(paragraph->width <= width);
        for (const text::Line& line : paragraph->lines) {
            CAPTURE(shown_text(line));
            for (const std::string sign :
                 {"္", "်", "့", "း", "ျ", "ာ", "ု", "ိ", "ေ", "က်", "င်", "င့်", "က္", "တ္", "ခ", "။"})
                CHECK(shown_text(line).rfind(sign, 0) != 0);
        }
    }
}
