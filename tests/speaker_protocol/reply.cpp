#include "speaker_protocol/reply.hpp"

#include <doctest/doctest.h>

using namespace speaker_protocol;

TEST_CASE("a reply is one line of words") {
    CHECK(encode(Voices{{"en", "es"}}) == "voices en es");
    CHECK(encode(Voices{}) == "voices");
    CHECK(encode(Headphones{true}) == "headphones in");
    CHECK(encode(Headphones{false}) == "headphones out");
    CHECK(encode(Finished{12}) == "finished 12");
}

TEST_CASE("a reply is read as it was written") {
    for (const Reply& reply :
         {Reply(Voices{{"en", "es", "ar"}}), Reply(Voices{}), Reply(Headphones{true}),
          Reply(Headphones{false}), Reply(Finished{0}), Reply(Finished{4294967295})})
        CHECK(parse_reply(encode(reply)) == reply);
}

TEST_CASE("a packet that is no reply is refused") {
    for (const char* packet :
         {"", "headphones", "headphones yes", "headphones in ", "voice en", "finished", "finished ",
          "finished x", "finished 1 2", "finished 4294967296"}) {
        CAPTURE(packet);
        CHECK_FALSE(parse_reply(packet));
    }
}
