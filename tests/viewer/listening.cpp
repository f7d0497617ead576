// Tests that the kiosk can be used by keys and ear alone, with a speaker of the tests.
#include "base/utf8.hpp"
#include "support/fake_speaker.hpp"
#include "viewer/loop_fixture.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <utility>

using namespace std::chrono_literals;
using speaker_protocol::Finished;
using speaker_protocol::Headphones;
using speaker_protocol::Request;
using speaker_protocol::Say;
using speaker_protocol::Stop;
using speaker_protocol::Voices;
using test::LoopFixture;

namespace {

// A person who sees and touches nothing: only keys and what is said.
class BlindVisitor {
public:
    explicit BlindVisitor(
        const std::shared_ptr<const content::Content>& content = test::real_content())
        : loop_fixture([this] { return now_; }, content), connection_(speaker.socket()) {
        loop_fixture.loop.attach(connection_);
    }

    // Lets the viewer handle everything that the speaker has replied.
    void handle_replies() {
        const std::string marker = "x" + std::to_string(++marker_count_);
        speaker.reply(Voices{{"en", "es", marker}});
        const auto is_handled = [&] {
            const auto& voices = loop_fixture.kiosk.audio_status().voices;
            return std::ranges::find(voices, marker) != voices.end();
        };
        while (!is_handled()) loop_fixture.loop.run_once(1s);
        loop_fixture.loop.run_once(0ms);
    }
    void plug(bool is_in) {
        speaker.reply(Headphones{is_in});
        handle_replies();
    }
    void push_key(SDL_Keycode key) { loop_fixture.push_key(key); }
    // Listens until it is silent. Returns everything that was said, one text a line.
    std::string listen() {
        std::string heard;
        std::optional<Say> saying;
        while (true) {
            for (const Request& request : speaker.take_requests()) {
                if (const auto* say = std::get_if<Say>(&request))
                    saying = *say;
                else
                    saying.reset();
            }
            if (!saying) return heard;
            heard += saying->text + "\n";
            pass_time(*saying);
            speaker.reply(Finished{saying->number});
            saying.reset();
            handle_replies();
        }
    }
    std::string press(SDL_Keycode key) {
        now_.since_boot += 500ms; // people are not faster
        push_key(key);
        return listen();
    }
    // Presses a key until a text with these words is heard. Returns it. Of other texts, only the
    // beginning is heard.
    std::string press_until(SDL_Keycode key, std::string_view words) {
        for (int i = 0; i < 60; ++i) {
            now_.since_boot += 500ms;
            push_key(key);
            const std::vector<Request> requests = speaker.take_requests();
            REQUIRE(requests.size() == 1);
            const Say say = std::get<Say>(requests.front());
            const bool is_found = say.text.find(words) != std::string::npos;
            constexpr int beginning_words = 5;
            pass_time(say, is_found ? std::nullopt : std::optional(beginning_words));
            if (!is_found) continue;
            speaker.reply(Finished{say.number});
            handle_replies();
            speaker.take_requests(); // the next sentence is cut off by the next key
            return say.text;
        }
        FAIL("never heard: ", words);
        return {};
    }
    base::Instant time() const { return now_.since_boot; }
    void wait(base::Duration duration) { now_.since_boot += duration; }

    test::FakeSpeaker speaker;

private:
    void pass_time(const Say& say, std::optional<int> max_words = std::nullopt) {
        const auto word_count = static_cast<int>(std::ranges::count(say.text, ' ')) + 1;
        now_.since_boot += std::min(word_count, max_words.value_or(word_count)) *
                           base::Duration{60'000} / say.words_per_minute;
    }

    base::ClockReading now_{base::Instant{base::Duration{1'000'000}}, {}, {}};
    int marker_count_ = 0;

public:
    LoopFixture loop_fixture;

private:
    viewer::SpeakerConnection connection_;
};

// Returns the digits in what was said, without those of the place that is said at the end.
std::string digits_of(const std::string& heard) {
    std::string digits;
    for (const char each : heard.substr(0, heard.rfind(", ")))
        if (each >= '0' && each <= '9') digits += each;
    return digits;
}

} // namespace

TEST_CASE("a person who only hears finds the trafficking hotline and its word in two minutes") {
    BlindVisitor visitor;
    visitor.plug(true);
    const base::Instant begin = visitor.time();
    CHECK(visitor.listen().find("press down") != std::string::npos);
    visitor.press_until(SDLK_RIGHT, "Get help");
    CHECK(visitor.press(SDLK_RETURN).find("Get help, heading") == 0);
    visitor.press_until(SDLK_RIGHT, "National Human Trafficking Hotline");
    CHECK(visitor.press(SDLK_RETURN).find("National Human Trafficking Hotline") == 0);
    CHECK(digits_of(visitor.press_until(SDLK_DOWN, "8 8 8")) == "18883737888");
    visitor.press_until(SDLK_DOWN, "Text help, H E L P");
    visitor.press(SDLK_RETURN); // shows the number to text
    const std::string word = "Text help, H E L P, to ";
    const std::string instruction = visitor.press_until(SDLK_DOWN, word);
    CHECK(instruction.find(word + "2 3 3, 7 3 3.") == 0);
    const auto duration = visitor.time() - begin;
    CHECK(duration < 2min);
}

TEST_CASE("a person who only hears is not lost in a language without a voice") {
    BlindVisitor visitor;
    visitor.plug(true);
    visitor.listen();
    visitor.press_until(SDLK_RIGHT, "Español");
    CHECK(visitor.press(SDLK_RETURN).find("Choose a language") == 0);
    visitor.press_until(SDLK_DOWN, "A language that cannot be read aloud");
    CHECK(visitor.press(SDLK_RETURN) ==
          "This language cannot be read aloud. To go back, press the middle key, or Enter.\n");
    CHECK(visitor.press(SDLK_RETURN) == "Lincoln Middle School, 1 of 21\n");
}

TEST_CASE("Listen says everything on the screen in reading order, and the visit stays open") {
    BlindVisitor visitor;
    visitor.plug(true);
    visitor.listen();
    ui::Kiosk& kiosk = visitor.loop_fixture.kiosk;
    visitor.loop_fixture.open_section("help");
    visitor.loop_fixture.tap(visitor.loop_fixture.target_of(session::Listen{}));
    visitor.loop_fixture.loop.run_once(0ms);
    std::string expected;
    for (const auto& utterance : speech::read_outline(kiosk.outline(), kiosk.content(), "en"))
        expected += utterance.text + "\n";
    const base::Instant begin = visitor.time();
    CHECK(visitor.listen() == expected);
    CHECK(visitor.time() - begin > kiosk.content().site.idle.ask_after); // it took longer
    CHECK(kiosk.state().section == "help");
    CHECK_FALSE(kiosk.state().warned_at.has_value());
}

TEST_CASE("a finger on Hide silences the voice at once") {
    BlindVisitor visitor;
    visitor.plug(true);
    visitor.listen();
    LoopFixture& fixture = visitor.loop_fixture;
    fixture.open_section("signs");
    fixture.tap(fixture.target_of(session::Listen{}));
    fixture.loop.run_once(0ms);
    REQUIRE(visitor.speaker.take_requests().size() == 1);
    fixture.finger(SDL_FINGERDOWN, fixture.target_of(session::Hide{}));
    fixture.loop.run_once(0ms);
    CHECK(visitor.speaker.take_requests() == std::vector<Request>{Stop{}});
    CHECK(fixture.kiosk.state().is_hide_pressed);
}

TEST_CASE("the question is heard and answered by a key; without an answer the visit ends") {
    BlindVisitor visitor;
    visitor.plug(true);
    visitor.listen();
    visitor.press(SDLK_DOWN);
    visitor.push_key(SDLK_PLUS);
    CHECK(visitor.listen() == "Volume 4 of 10\n");
    ui::Kiosk& kiosk = visitor.loop_fixture.kiosk;
    const auto wait_for_question = [&] {
        visitor.wait(kiosk.content().site.idle.ask_after);
        visitor.loop_fixture.loop.run_once(0ms);
        return visitor.listen();
    };
    CHECK(wait_for_question().find("Are you still here? Press any key") == 0);
    CHECK(visitor.press(SDLK_RETURN) == "Lincoln Middle School, 1 of 21\n");
    CHECK(kiosk.state().volume == 4);
    CHECK(wait_for_question().find("Are you still here?") == 0);
    visitor.wait(kiosk.content().site.idle.leave_after);
    visitor.loop_fixture.loop.run_once(0ms);
    CHECK(kiosk.state() == session::State{});
    visitor.push_key(SDLK_DOWN);
    const auto requests = visitor.speaker.take_requests();
    REQUIRE(requests.size() == 1);
    CHECK(std::get<Say>(requests.front()).volume == session::default_volume);
}

TEST_CASE("the sentence that is heard is the one that is marked") {
    BlindVisitor visitor;
    visitor.plug(true);
    visitor.listen();
    LoopFixture& fixture = visitor.loop_fixture;
    fixture.open_section("what");
    fixture.tap(fixture.target_of(session::Listen{}));
    fixture.loop.run_once(0ms);
    std::set<std::pair<int, int>> marked;
    int next_sentence_count = 0;
    while (fixture.kiosk.state().listening) {
        const auto requests = visitor.speaker.take_requests();
        REQUIRE(requests.size() == 1);
        const auto& say = std::get<Say>(requests.front());
        const session::Listening& listening = *fixture.kiosk.state().listening;
        const auto utterances = speech::read_node(fixture.kiosk.outline(), fixture.kiosk.content(),
                                                  "en", listening.node);
        CHECK(utterances.at(static_cast<std::size_t>(listening.sentence)).text == say.text);
        CHECK(marked.emplace(listening.node, listening.sentence).second);
        next_sentence_count += listening.sentence > 0;
        visitor.speaker.reply(Finished{say.number});
        visitor.handle_replies();
    }
    CHECK(next_sentence_count > 2);
}

TEST_CASE("if the speaker is lost while it reads, the visit goes on without the button Listen") {
    BlindVisitor visitor;
    visitor.plug(true);
    visitor.listen();
    LoopFixture& fixture = visitor.loop_fixture;
    fixture.open_section("signs");
    fixture.tap(fixture.target_of(session::Listen{}));
    fixture.loop.run_once(0ms);
    visitor.speaker.stop();
    while (fixture.kiosk.can_listen()) fixture.loop.run_once(1s);
    CHECK_FALSE(fixture.kiosk.visible_rect(session::Listen{}).has_value());
    CHECK(fixture.kiosk.state().section == "signs");
    CHECK_FALSE(fixture.kiosk.state().listening.has_value());
    visitor.speaker.listen();
    visitor.push_key(SDLK_DOWN); // connects again
    visitor.plug(true);
    CHECK(fixture.kiosk.can_listen());
    CHECK(visitor.press(SDLK_DOWN) != "");
}

TEST_CASE("without headphones nothing is ever said, whatever is touched or pressed" *
          doctest::test_suite("sweep")) {
    BlindVisitor visitor;
    visitor.plug(false);
    LoopFixture& fixture = visitor.loop_fixture;
    constexpr SDL_Keycode keys[] = {SDLK_UP,     SDLK_DOWN, SDLK_LEFT, SDLK_RIGHT, SDLK_RETURN,
                                    SDLK_ESCAPE, SDLK_HOME, SDLK_PLUS, SDLK_MINUS, SDLK_F1};
    std::mt19937 random(18);
    int said_count = 0;
    for (int i = 0; i < 600; ++i) {
        visitor.push_key(keys[random() % std::size(keys)]);
        std::vector<render::Rect> targets;
        for (const ui::OutlineNode& node : fixture.kiosk.outline())
            if (node.event && node.visible_rect().h > 0) targets.push_back(node.visible_rect());
        if (i % 3 == 0 && !targets.empty()) fixture.tap(targets[random() % targets.size()]);
        if (i % 40 == 0) visitor.wait(30s);
        fixture.loop.run_once(0ms);
        // Headphones that are pulled out in the middle of it are the same.
        if (i % 100 == 50) visitor.plug(true);
        if (i % 100 == 60) visitor.plug(false);
        const auto requests = visitor.speaker.take_requests();
        if (i % 100 > 60 || i % 100 < 50) {
            CHECK(requests == std::vector<Request>{});
        } else {
            said_count += static_cast<int>(requests.size());
            if (i % 100 == 60 && !requests.empty()) CHECK(requests.back() == Request(Stop{}));
        }
    }
    CHECK(said_count > 10);
}

TEST_CASE("a person who only hears finds the trafficking number and its word with one key") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.scanning = 2s;
    BlindVisitor visitor(content);
    visitor.plug(true);
    CHECK(visitor.listen().find("One key is enough") != std::string::npos);
    LoopFixture& fixture = visitor.loop_fixture;
    // Waits until the focus has moved by itself to something that is said with these words. Answers
    // the question if it comes.
    int question_count = 0;
    const auto wait_for = [&](std::string_view words) {
        for (int i = 0; i < 100; ++i) {
            visitor.wait(content->site.scanning);
            fixture.loop.run_once(0ms);
            std::string heard = visitor.listen();
            if (fixture.kiosk.state().warned_at) {
                CHECK(heard.find("Are you still here?") != std::string::npos);
                ++question_count;
                heard = visitor.press(SDLK_SPACE);
            }
            if (heard.find(words) != std::string::npos) return heard;
        }
        FAIL("never heard: ", words);
        return std::string();
    };
    visitor.press(SDLK_SPACE);
    wait_for("Get help");
    CHECK(visitor.press(SDLK_SPACE).find("Get help, heading") == 0);
    const std::string row = wait_for("National Human Trafficking Hotline");
    CHECK(row.find("Or text help, H E L P, to 2 3 3, 7 3 3") != std::string::npos);
    CHECK(visitor.press(SDLK_SPACE).find("National Human Trafficking Hotline") == 0);
    const std::string heard = visitor.press(SDLK_SPACE); // reads on from there
    CHECK(digits_of(heard).find("18883737888") != std::string::npos);
    wait_for("Hide screen");
    visitor.press(SDLK_SPACE);
    CHECK(fixture.kiosk.state() == session::idle_state(true));
    CHECK(question_count < 10);
}
