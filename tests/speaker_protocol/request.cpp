#include "speaker_protocol/request.hpp"

#include <doctest/doctest.h>

using namespace speaker_protocol;

TEST_CASE("a request is one line of words") {
    CHECK(encode(Say{12, "es", 120, 3, "Envía A Y U D A."}) == "say 12 es 120 3 Envía A Y U D A.");
    CHECK(encode(Stop{}) == "stop");
    CHECK(encode(PlayTone{}) == "tone");
}

TEST_CASE("a request is read as it was written") {
    const Request longest =
        Say{4294967295, "en", max_words_per_minute, max_volume, std::string(max_text_bytes, 'a')};
    for (const Request& request : {Request(Say{0, "es", 80, 1, " Envía AYUDA. "}), longest,
                                   Request(Stop{}), Request(PlayTone{})})
        CHECK(parse_request(encode(request)) == request);
}

TEST_CASE("a packet that is no request, or has a number out of range, is refused") {
    for (const char* packet : {"",
                               " ",
                               "Stop",
                               "stop ",
                               "stop now",
                               "tones",
                               "say",
                               "say 1",
                               "say 1 en 120",
                               "say 1 en 120 3",
                               "say 1 en 120 3 ",
                               "say one en 120 3 Hello",
                               "say -1 en 120 3 Hello",
                               "say 4294967296 en 120 3 Hello",
                               "say 1  120 3 Hello",
                               "say 1 en 79 3 Hello",
                               "say 1 en 451 3 Hello",
                               "say 1 en 120 0 Hello",
                               "say 1 en 120 11 Hello",
                               "say 1 en 12x 3 Hello",
                               "say 1 en 120 3x Hello",
                               "SAY 1 en 120 3 Hello"}) {
        CAPTURE(packet);
        CHECK_FALSE(parse_request(packet));
    }
    CHECK_FALSE(parse_request("say 1 en 120 3 " + std::string(max_text_bytes + 1, 'a')));
}
