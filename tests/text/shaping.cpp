#include "page.hpp"

#include <doctest/doctest.h>

namespace {

int width_of_letters(const std::vector<std::string>& letters) {
    int sum = 0;
    for (const std::string& letter : letters) sum += set(letter)->width;
    return sum;
}

} // namespace

TEST_CASE("Arabic letters join") {
    CHECK(set("مساعدة")->width < width_of_letters({"م", "س", "ا", "ع", "د", "ة"}));
    CHECK(set("لا")->width < width_of_letters({"ل", "ا"}));
    CHECK(set("بيت")->width != set("ب\u200Cي\u200Cت")->width); // kept apart by U+200C
}

TEST_CASE("Burmese letters stack and change places") {
    CHECK(set("က္က")->width < width_of_letters({"က", "က"}));
    CHECK(set("ကျောင်း")->width < width_of_letters({"က", "ျ", "ေ", "ာ", "င", "်", "း"}));
}

TEST_CASE("each run names its script") {
    const auto tag = [](const char* name) {
        return static_cast<std::uint32_t>(name[0] << 24 | name[1] << 16 | name[2] << 8 | name[3]);
    };
    CHECK(set("Help")->lines[0].runs[0].script == tag("Latn"));
    CHECK(set("988")->lines[0].runs[0].script == tag("Latn"));
    CHECK(set("مساعدة")->lines[0].runs[0].script == tag("Arab"));
    CHECK(set("အကူအညီ")->lines[0].runs[0].script == tag("Mymr"));
    CHECK(set("допомога")->lines[0].runs[0].script == tag("Cyrl"));
    CHECK(set("मदद")->lines[0].runs[0].script == tag("Deva"));
}

TEST_CASE("punctuation and spaces do not tear a phrase apart") {
    CHECK(set("Help, please. (Now!)")->lines[0].runs.size() == 1);
    CHECK(set_right_to_left("مساعدة، الآن.")->lines[0].runs.size() == 1);
    CHECK(set("အကူအညီ တောင်းပါ။")->lines[0].runs.size() == 1);
    CHECK(set("e\u0301te\u0301 n\u0303")->lines[0].runs.size() == 1);
}

TEST_CASE("a Burmese paragraph breaks at spaces, and between syllables rather than leave a line half empty") {
    const std::string phrase = "ကျောင်းသူနာပြုနှင့်"; // four syllables and a killed letter
    CHECK(seen(*set(phrase + " " + phrase, set(phrase)->width)) == phrase + "\n" + phrase);
    CHECK(seen(*set("က " + phrase, set(phrase)->width)) == "က ကျောင်းသူနာ\nပြုနှင့်");
    CHECK_FALSE(set("က " + phrase, set(phrase)->width)->split_word);
}

TEST_CASE("a Burmese syllable is never cut while it fits") {
    const std::string stacked = "လက္ခဏာများစွာတွေ့ရပါကဒုက္ခသတ္တိနှင့်အကူအညီတောင်းပါ။";
    for (int width = set("တောင်း")->width; width < 500; width += 7) {
        CAPTURE(width);
        const auto paragraph = set(stacked, width);
        CHECK_FALSE(paragraph->split_word);
        CHECK(paragraph->width <= width);
        for (const text::Line& line : paragraph->lines) {
            CAPTURE(seen(line));
            for (const std::string sign :
                 {"္", "်", "့", "း", "ျ", "ာ", "ု", "ိ", "ေ", "က်", "င်", "င့်", "က္", "တ္", "ခ", "။"})
                CHECK(seen(line).rfind(sign, 0) != 0);
        }
    }
}
