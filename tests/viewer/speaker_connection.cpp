// Tests the connection to the speaker, with a service of the tests in its place.
#include "viewer/speaker_connection.hpp"

#include "support/fake_speaker.hpp"
#include "viewer/loop_fixture.hpp"

#include <thread>

using namespace std::chrono_literals;
using speaker_protocol::Finished;
using speaker_protocol::Headphones;
using speaker_protocol::PlayTone;
using speaker_protocol::Reply;
using speaker_protocol::Request;
using speaker_protocol::Say;
using speaker_protocol::Stop;
using test::LoopFixture;

namespace {

template <typename Condition>
void wait_until(const Condition& is_true) {
    while (!is_true()) std::this_thread::yield();
}

std::vector<Reply> wait_for_replies(viewer::SpeakerConnection& connection, std::size_t count) {
    std::vector<Reply> replies;
    wait_until([&] {
        for (Reply& reply : connection.take_replies()) replies.push_back(std::move(reply));
        return replies.size() >= count;
    });
    return replies;
}

// Opens the sound test of a kiosk with this speaker, whose replies are `replies`, and plays the
// tone.
session::ToneTest run_sound_test(test::FakeSpeaker& service, const std::vector<Reply>& replies) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = "not a hash";
    const base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    viewer::SpeakerConnection connection(service.socket());
    LoopFixture fixture([&now] { return now; }, content);
    fixture.loop.attach(connection);
    for (const Reply& reply : replies) service.reply(reply);
    service.reply(Reply(Finished{0}));
    fixture.loop.run_once(1s); // the thread of the connection wakes it
    fixture.open_staff_screen(session::StaffScreen::sound, now);
    fixture.kiosk.dispatch(session::RequestTestTone{}, now);
    fixture.loop.run_once(0ms);
    fixture.loop.run_once(0ms);
    return fixture.kiosk.state().staff->tone;
}

} // namespace

TEST_CASE("requests and replies pass through the connection, each as one packet") {
    test::FakeSpeaker service;
    viewer::SpeakerConnection connection(service.socket());
    CHECK_FALSE(connection.send(Stop{}));
    REQUIRE(connection.connect());
    REQUIRE(connection.connect()); // it is connected already
    const Say say{7, "es", 140, 3, "Hola."};
    CHECK(connection.send(say));
    CHECK(connection.send(Stop{}));
    CHECK(service.take_requests() == std::vector<Request>{say, Stop{}});
    service.reply("nonsense");
    service.reply(std::string(4000, 'x'));
    service.reply(Headphones{true});
    service.reply(Finished{7});
    CHECK(wait_for_replies(connection, 2) == std::vector<Reply>{Headphones{true}, Finished{7}});
    CHECK(connection.is_connected());
}

TEST_CASE("the connection is lost when the service ends, and can be made again") {
    test::FakeSpeaker service;
    viewer::SpeakerConnection connection(service.socket());
    REQUIRE(connection.connect());
    service.reply(Headphones{true});
    service.stop();
    wait_until([&] { return !connection.is_connected(); });
    CHECK_FALSE(connection.send(Stop{})); // no signal ends the program
    CHECK_FALSE(connection.connect());    // there is no socket
    service.listen();
    CHECK(connection.connect());
    CHECK(connection.take_replies().empty()); // headphones may be out now
    service.reply(Headphones{false});
    CHECK(wait_for_replies(connection, 1) == std::vector<Reply>{Headphones{false}});
}

TEST_CASE("a service that reads no requests never blocks the viewer") {
    test::FakeSpeaker service;
    viewer::SpeakerConnection connection(service.socket());
    REQUIRE(connection.connect());
    const Say say{1, "en", 140, 3, std::string(speaker_protocol::max_text_bytes, 'a')};
    int sent_count = 0;
    while (connection.send(say)) ++sent_count;
    CHECK(sent_count > 1);
    CHECK_FALSE(connection.is_connected());
}

TEST_CASE("there is no connection without a socket, or if its path is too long") {
    for (const char* path : {"", "/nonexistent/speaker"})
        CHECK_FALSE(viewer::SpeakerConnection(path).connect());
    CHECK_FALSE(viewer::SpeakerConnection("/tmp/" + std::string(200, 'a')).connect());
}

TEST_CASE("the tone of the sound test is played only if headphones are plugged in") {
    test::FakeSpeaker service;
    const auto played = [](test::FakeSpeaker& speaker) {
        return speaker.take_requests() == std::vector<Request>{PlayTone{}};
    };
    CHECK(run_sound_test(service, {Headphones{true}}) == session::ToneTest::playing);
    CHECK(played(service));
    CHECK(run_sound_test(service, {Headphones{false}}) == session::ToneTest::unavailable);
    CHECK(run_sound_test(service, {Headphones{true}, Headphones{false}}) ==
          session::ToneTest::unavailable);
    CHECK(run_sound_test(service, {}) == session::ToneTest::unavailable);
    CHECK_FALSE(played(service));
    service.stop();
    CHECK(run_sound_test(service, {}) == session::ToneTest::unavailable);
}

TEST_CASE("with audio: off, the speaker is not connected, whatever is touched") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.audio = content::Audio::off;
    test::FakeSpeaker service;
    viewer::SpeakerConnection connection(service.socket());
    const base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    LoopFixture fixture([&now] { return now; }, content);
    fixture.loop.attach(connection);
    fixture.tap({0, 0, 2, 2});
    fixture.loop.run_once(0ms);
    CHECK_FALSE(service.has_client());
    CHECK_FALSE(fixture.kiosk.device_status().can_play_tone);
}

TEST_CASE("staff are offered the sound test while there is a connection") {
    test::FakeSpeaker service;
    viewer::SpeakerConnection connection(service.socket());
    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    fixture.loop.attach(connection);
    CHECK(fixture.kiosk.device_status().can_play_tone);
    service.stop();
    while (fixture.kiosk.device_status().can_play_tone) fixture.loop.run_once(1s);
    service.listen();
    fixture.loop.run_once(0ms);
    CHECK_FALSE(fixture.kiosk.device_status().can_play_tone); // nobody is there
    fixture.tap({0, 0, 2, 2});
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.device_status().can_play_tone);
}
