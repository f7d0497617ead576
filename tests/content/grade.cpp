#include "content/grade.hpp"

#include "content/syllables.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using content::Audience;
using content::Grade;

namespace {

Grade grade(std::string_view text) {
    return content::grade(std::array{text});
}

} // namespace

TEST_CASE("syllables of the words that a kiosk like this uses") {
    const std::pair<const char*, int> words[] = {
        {"the", 1},          {"help", 1},      {"phone", 1},
        {"people", 2},       {"called", 1},    {"wanted", 2},
        {"places", 2},       {"homes", 1},     {"messages", 3},
        {"trouble", 2},      {"something", 2}, {"someone", 2},
        {"everyone", 3},     {"safety", 2},    {"safely", 2},
        {"homeless", 2},     {"movement", 2},  {"violence", 3},
        {"police", 2},       {"private", 2},   {"advocate", 3},
        {"trafficking", 3},  {"situation", 4}, {"information", 4},
        {"social", 2},       {"religion", 3},  {"media", 3},
        {"usual", 3},        {"being", 2},     {"school", 1},
        {"family", 3},       {"hotline", 2},   {"I'm", 1},
        {"clothes", 1},      {"counselor", 3}, {"community", 4},
        {"abuse", 2},        {"victim", 2},    {"organizations", 5},
        {"confidential", 4}, {"xyz", 1},       {"", 1},
    };
    for (const auto& word : words) {
        CHECK_MESSAGE(content::count_syllables(word.first) == word.second, word.first);
    }
}

TEST_CASE("the grade of short words in short sentences, and of the opposite") {
    const Grade easy = grade("You can call. It is free. Say what you need.");
    CHECK(easy.words == 10);
    CHECK(easy.flesch_kincaid == 0);
    CHECK(easy.smog == doctest::Approx(3.13).epsilon(0.01));
    CHECK(easy.mean() == doctest::Approx(1.56).epsilon(0.01));

    // 11 words, 1 sentence, 28 syllables, 6 long words
    const Grade hard = grade("Confidential organizations provide information about social situations regarding "
                             "exploitation and abuse.");
    CHECK(hard.words == 11);
    CHECK(hard.flesch_kincaid > 15);
    CHECK(hard.smog > 15);
    CHECK(hard.mean() == doctest::Approx((hard.flesch_kincaid + hard.smog) / 2));
}

TEST_CASE("Flesch-Kincaid by hand") {
    // 12 words in 1 sentence, 15 syllables: 0.39 * 12 + 11.8 * 15 / 12 - 15.59
    const Grade grade = ::grade("The people who will help you are here for you every single day.");
    CHECK(grade.words == 13);
    CHECK(grade.flesch_kincaid == doctest::Approx(0.39 * 13 + 11.8 * 16 / 13 - 15.59));
    CHECK(grade.smog == doctest::Approx(3.1291)); // no word of three syllables
}

TEST_CASE("names and numbers are not counted") {
    CHECK(grade("You can call 988 or 1-888-373-7888 now.").words == 5);
    CHECK(grade("Ask Milwaukee County for help.").words == 3);
    CHECK(grade("Go to takeitdown.ncmec.org or write to a@b.org today.").words == 6);
    CHECK(grade("When I'm sad, I call.").words == 5);
}

TEST_CASE("each text is a sentence, and a quotation is one inside it") {
    const std::string_view items[] = {"A place to live", "Food", "Clothes"};
    CHECK(content::grade(items).flesch_kincaid ==
          doctest::Approx(std::max(0.0, 0.39 * 6 / 3 + 11.8 * 6 / 6 - 15.59)));
    CHECK(grade("“Thank you for telling me.” You can say that.").words == 9);
    CHECK(grade("Say, “Someone pays for me.”").words == 5);
    CHECK(grade("It’s a drop-in center – for you.").words == 7);
}

TEST_CASE("no words, no grade") {
    CHECK(grade("").mean() == 0);
    CHECK(grade("988").words == 0);
    CHECK(content::grade(std::span<const std::string_view>()).mean() == 0);
}

TEST_CASE("a section is graded for each audience by what that audience reads first") {
    content::Section section;
    section.lead = "One two three.";
    section.blocks = {{content::Text{"four five"}, Audience::everyone},
                      {content::Heading{"not counted"}, Audience::everyone},
                      {content::List{{{"lock", "six"}, {"lock", "seven"}}}, Audience::everyone},
                      {content::Note{"not counted", "eight"}, Audience::staff},
                      {content::Steps{{"nine", "ten"}}, Audience::staff},
                      {content::Lines{{"crisis"}}, Audience::everyone}};
    CHECK(content::grade(section, Audience::everyone).words == 7);
    CHECK(content::grade(section, Audience::staff).words == 3);
    CHECK(content::hardest_grade(Audience::everyone) == 6);
    CHECK(content::hardest_grade(Audience::staff) == 8);
}
