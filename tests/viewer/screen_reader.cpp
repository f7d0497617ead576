#include "viewer/screen_reader.hpp"

#include <doctest/doctest.h>

using speaker_protocol::Finished;
using speaker_protocol::Request;
using speaker_protocol::Say;
using speaker_protocol::Stop;
using speech::Utterance;

namespace {

const std::vector<std::string> voices{"en", "es"};

struct ReaderFixture {
    std::vector<Request> sent;
    viewer::ScreenReader reader{[this](const Request& request) { sent.push_back(request); }};
    session::State state;
};

Say said(std::uint32_t number, const std::string& text, const std::string& language_code = "en") {
    return {number, language_code, 140, session::default_volume, text};
}

} // namespace

TEST_CASE("each utterance is said when the one before it has been said") {
    ReaderFixture fixture;
    CHECK(fixture.reader.say({{"Get help", "en", 0}, {"Español", "es", 1}}, voices, fixture.state));
    CHECK(fixture.sent == std::vector<Request>{said(1, "Get help")});
    CHECK_FALSE(fixture.reader.handle(Finished{1}));
    CHECK(fixture.sent == std::vector<Request>{said(1, "Get help"), said(2, "Español", "es")});
    CHECK(fixture.reader.is_speaking());
    CHECK(fixture.reader.handle(Finished{2}));
    CHECK_FALSE(fixture.reader.is_speaking());
    CHECK(fixture.sent.size() == 2);
}

TEST_CASE("the sentence that is being said is known") {
    ReaderFixture fixture;
    fixture.reader.say({{"One.", "en", 3, 0}, {"Two.", "en", 3, 1}}, voices, fixture.state);
    CHECK(fixture.reader.sentence() == 0);
    fixture.reader.handle(Finished{1});
    CHECK(fixture.reader.sentence() == 1);
}

TEST_CASE("a finished utterance that is no longer being said changes nothing") {
    ReaderFixture fixture;
    fixture.reader.say({{"one", "en", 0}, {"two", "en", 1}}, voices, fixture.state);
    fixture.reader.say({{"three", "en", 0}, {"four", "en", 1}}, voices, fixture.state);
    CHECK(fixture.sent == std::vector<Request>{said(1, "one"), said(3, "three")});
    CHECK_FALSE(fixture.reader.handle(Finished{1}));
    CHECK_FALSE(fixture.reader.handle(Finished{4}));
    CHECK(fixture.sent.size() == 2);
    CHECK_FALSE(fixture.reader.handle(Finished{3}));
    CHECK(fixture.sent.back() == Request(said(4, "four")));
}

TEST_CASE("Stop is sent once, only while something is said, and nothing is said after it") {
    ReaderFixture fixture;
    fixture.reader.stop();
    CHECK(fixture.sent.empty());
    fixture.reader.say({{"one", "en", 0}, {"two", "en", 1}}, voices, fixture.state);
    fixture.reader.stop();
    fixture.reader.stop();
    CHECK_FALSE(fixture.reader.handle(Finished{1}));
    CHECK(fixture.sent == std::vector<Request>{said(1, "one"), Stop{}});
}

TEST_CASE("an utterance in a language without a voice is left out") {
    ReaderFixture fixture;
    CHECK(fixture.reader.say({{"မြန်မာ", "my", 0}, {"button", "en", 0}}, voices, fixture.state));
    CHECK(fixture.sent == std::vector<Request>{said(2 - 1, "button")});
    CHECK_FALSE(fixture.reader.say({{"မြန်မာ", "my", 0}}, voices, fixture.state));
    CHECK(fixture.sent.back() == Request(Stop{})); // what was said before is over
}

TEST_CASE("the volume and the speed are those of the visit") {
    ReaderFixture fixture;
    fixture.state.volume = 7;
    for (const auto& [speed, words_per_minute] : {std::pair{session::SpeechSpeed::slow, 100},
                                                  {session::SpeechSpeed::normal, 140},
                                                  {session::SpeechSpeed::fast, 200}}) {
        fixture.state.speech_speed = speed;
        fixture.reader.say({{"one", "en", 0}}, voices, fixture.state);
        const auto* say = std::get_if<Say>(&fixture.sent.back());
        REQUIRE(say != nullptr);
        CHECK(say->volume == 7);
        CHECK(say->words_per_minute == words_per_minute);
        CHECK(speaker_protocol::parse_request(encode(*say)) == Request(*say));
    }
}

TEST_CASE("a text that is too long for the speaker is cut between two characters") {
    ReaderFixture fixture;
    std::string text(speaker_protocol::max_text_bytes - 1, 'a');
    fixture.reader.say({{text + "ñandú", "en", 0}}, voices, fixture.state);
    CHECK(fixture.sent == std::vector<Request>{said(1, text)});
}
