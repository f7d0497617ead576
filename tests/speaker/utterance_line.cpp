#include "speaker/utterance_line.hpp"

#include <doctest/doctest.h>

TEST_CASE("a line has a language, a speed and a text") {
    const auto utterance = speaker::parse_utterance_line("es 120 Envía ayuda, A Y U D A.");
    REQUIRE(utterance);
    CHECK(utterance->language_code == "es");
    CHECK(utterance->words_per_minute == 120);
    CHECK(utterance->text == "Envía ayuda, A Y U D A.");
}

TEST_CASE("a line without a part, or with a speed out of range, is refused") {
    for (const char* line : {"", "en", "en 150", "en 150 ", "en fast Hello", "en 15x Hello",
                             "en 79 Hello", "en 451 Hello", "150 en Hello"}) {
        CAPTURE(line);
        CHECK_FALSE(speaker::parse_utterance_line(line));
    }
}
