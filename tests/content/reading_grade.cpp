#include "content/reading_grade.hpp"

#include "content/syllables.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using content::Audience;
using content::ReadingGrade;

namespace {

ReadingGrade reading_grade(std::string_view text) {
    return content::reading_grade(std::array{text});
}

} // namespace

TEST_CASE("count_syllables() is right for words that the content uses") {
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

TEST_CASE("short words in short sentences have a low grade, and long words in a long sentence a "
          "high one") {
    const ReadingGrade easy = reading_grade("You can call. It is free. Say what you need.");
    CHECK(easy.word_count == 10);
    CHECK(easy.flesch_kincaid == 0);
    CHECK(easy.smog == doctest::Approx(3.13).epsilon(0.01));
    CHECK(easy.mean() == doctest::Approx(1.56).epsilon(0.01));

    const ReadingGrade hard = reading_grade(
        "Confidential organizations provide information about social situations regarding "
        "exploitation and abuse.");
    CHECK(hard.word_count == 11);
    CHECK(hard.flesch_kincaid > 15);
    CHECK(hard.smog > 15);
    CHECK(hard.mean() == doctest::Approx((hard.flesch_kincaid + hard.smog) / 2));
}

TEST_CASE("the grade of one sentence equals the formula calculated by hand") {
    // 13 words in 1 sentence, 16 syllables
    const ReadingGrade grade =
        ::reading_grade("The people who will help you are here for you every single day.");
    CHECK(grade.word_count == 13);
    CHECK(grade.flesch_kincaid == doctest::Approx(0.39 * 13 + 11.8 * 16 / 13 - 15.59));
    CHECK(grade.smog == doctest::Approx(3.1291)); // no word of three syllables
}

TEST_CASE("names and numbers are not counted") {
    CHECK(reading_grade("You can call 988 or 1-888-373-7888 now.").word_count == 5);
    CHECK(reading_grade("Ask Milwaukee County for help.").word_count == 3);
    CHECK(reading_grade("Go to takeitdown.ncmec.org or write to a@b.org today.").word_count == 6);
    CHECK(reading_grade("When I'm sad, I call.").word_count == 5);
}

TEST_CASE("each text is a sentence, and a quotation inside it is another one") {
    const std::string_view items[] = {"A place to live", "Food", "Clothes"};
    CHECK(content::reading_grade(items).flesch_kincaid ==
          doctest::Approx(std::max(0.0, 0.39 * 6 / 3 + 11.8 * 6 / 6 - 15.59)));
    CHECK(reading_grade("“Thank you for telling me.” You can say that.").word_count == 9);
    CHECK(reading_grade("Say, “Someone pays for me.”").word_count == 5);
    CHECK(reading_grade("It’s a drop-in center – for you.").word_count == 7);
}

TEST_CASE("texts without words have the grade zero") {
    CHECK(reading_grade("").mean() == 0);
    CHECK(reading_grade("988").word_count == 0);
    CHECK(content::reading_grade(std::span<const std::string_view>()).mean() == 0);
}

TEST_CASE("a section is graded for an audience by the texts for exactly that audience") {
    content::Section section;
    section.lead = "One two three.";
    section.tabs.emplace_back().blocks = {
        {content::TextBlock{"four five"}, Audience::everyone},
        {content::HeadingBlock{"not counted"}, Audience::everyone},
        {content::ListBlock{{{"lock", "six"}, {"lock", "seven"}}}, Audience::everyone},
        {content::NoteBlock{"not counted", "eight"}, Audience::staff},
        {content::StepsBlock{{"nine", "ten"}}, Audience::staff},
        {content::HelpLinesBlock{{"crisis"}}, Audience::everyone},
        {content::GroupBlock{"not counted", {"eleven", "twelve"}}, Audience::everyone},
        {content::CaptionBlock{"thirteen"}, Audience::everyone}};
    CHECK(content::reading_grade(section, Audience::everyone).word_count == 10);
    CHECK(content::reading_grade(section, Audience::staff).word_count == 3);
    CHECK(content::max_reading_grade(Audience::everyone) == 6);
    CHECK(content::max_reading_grade(Audience::staff) == 8);
}
