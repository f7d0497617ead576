// Tests how numbers, words to text and abbreviations are said.
#include "speech/text_normalizer.hpp"

#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

namespace {

std::string said(std::string_view text, std::string_view language = "en") {
    return speech::TextNormalizer(*test::real_content(), language).normalize(text);
}

} // namespace

TEST_CASE("a phone number is said digit by digit, with a pause between its groups") {
    CHECK(said("1-888-373-7888") == "1, 8 8 8, 3 7 3, 7 8 8 8");
    CHECK(said("(414) 647-8200") == "4 1 4, 6 4 7, 8 2 0 0");
    CHECK(said("Call 988.") == "Call 9 8 8.");
    CHECK(said("Remember 9-8-8.") == "Remember 9, 8, 8.");
    CHECK(said("٩٨٨") == "9 8 8");
}

TEST_CASE("a number without separators is said in the parts that people remember") {
    CHECK(said("233733") == "2 3 3, 7 3 3");
    CHECK(said("22522") == "2 2 5 2 2");
    CHECK(said("8883737888") == "8 8 8, 3 7 3, 7 8 8 8");
}

TEST_CASE("parts of a phone number are said digit by digit, but counts are not") {
    CHECK(said("Think of 414, then 933, then 2722.") ==
          "Think of 4 1 4, then 9 3 3, then 2 7 2 2.");
    CHECK(said("By phone, 200 or more languages, ages 12 to 21.") ==
          "By phone, 200 or more languages, ages 12 to 21.");
    CHECK(said("Under 18: within 48 hours.") == "Under 18: within 48 hours.");
}

TEST_CASE("a well-known number that is not in the content is said digit by digit") {
    CHECK(said("Dial 711 first.") == "Dial 7 1 1 first.");
}

TEST_CASE("a number with letters is said and spelled") {
    CHECK(said("It spells 1-800-RUNAWAY.") == "It spells 1, 8 0 0, runaway, R U N A W A Y.");
    CHECK(said("1-800-4-A-CHILD") == "1, 8 0 0, 4, A, child, C H I L D");
    CHECK(said("414-220-SAFE") == "4 1 4, 2 2 0, safe, S A F E");
}

TEST_CASE("a word to text is said and spelled") {
    CHECK(said("Text HELP to 233733.") == "Text help, H E L P, to 2 3 3, 7 3 3.");
    CHECK(said("Text STOP. Or AYUDA?") == "Text stop, S T O P. Or ayuda, A Y U D A?");
}

TEST_CASE("only a whole word of at least four capital letters that stands alone is spelled") {
    CHECK(said("The DCF has a guide.") == "The DCF has a guide.");
    CHECK(said("It is called TAKE IT DOWN.") == "It is called TAKE IT DOWN.");
    CHECK(said("HOMEless, éHOME, HOMEé") == "HOMEless, éHOME, HOMEé");
}

TEST_CASE("what content.yaml says about pronunciation is said in its language only") {
    content::Content content = *test::real_content();
    content.pronunciations = {{"en", "ABC", "a b c"},
                              {"en", "ABC News", "the news"},
                              {"es", "ABC", "a be ce"},
                              {"en", "HELP", "help"}};
    const speech::TextNormalizer english(content, "en");
    CHECK(english.normalize("ABC, (ABC) ABC News.") == "a b c, (a b c) the news.");
    CHECK(english.normalize("ABCs and xABC") == "ABCs and xABC");
    CHECK(english.normalize("HELP") == "help");
    CHECK(speech::TextNormalizer(content, "es").normalize("ABC") == "a be ce");
    CHECK(speech::TextNormalizer(content, "ar").normalize("ABC") == "ABC");
}

TEST_CASE("the shipped content says addresses and abbreviations for English and Spanish") {
    CHECK(said("Are LGBTQ+") == "Are L G B T Q plus");
    CHECK(said("Son LGBTQ+", "es") == "Son L G B T Q más");
    CHECK(said("use stopncii.org.") == "use stop N C I I dot org.");
    CHECK(said("usa stopncii.org.", "es") == "usa stop N C I I punto org.");
    CHECK(said("IMPACT 211") == "Impact 2 1 1");
}
