// The screen outside the hours, and what moves on it to spare the panel. The clocks are turned by hand.
#include "support/test_visitor.hpp"
#include "harness/invariants.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace session;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const content::Content> content_with_hours() {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.hours = {{{true, true, true, true, true, false, false}, 7h, 17h + 30min}};
    return content;
}

// A kiosk whose clock on the wall goes with the other one.
class KioskWithClock {
public:
    explicit KioskWithClock(int hour, int minute)
        : local_time_{hour, minute, 0, 0, 23, 11, 2026},
          kiosk(content_with_hours(), {}, test::typesetter(), read_clock()) {}

    base::ClockReading read_clock() const {
        const auto seconds =
            local_time_.hour * 3600 + local_time_.minute * 60 + static_cast<int>((now - started_at_) / 1s);
        base::WallTime local_time = local_time_;
        local_time.hour = seconds / 3600 % 24, local_time.minute = seconds / 60 % 60,
        local_time.second = seconds % 60;
        local_time.day += seconds / 86'400;
        return {now, local_time, {}};
    }
    // As the loop does it: told at each deadline. Returns how often.
    int advance(std::chrono::milliseconds duration) {
        const base::Instant end = now + duration;
        int advance_count = 0;
        for (auto due = kiosk.next_deadline(); due && *due <= end;
             due = kiosk.next_deadline(), ++advance_count) {
            REQUIRE(*due > now);
            now = *due;
            kiosk.advance(read_clock());
            CHECK(harness::find_screen_violation(kiosk, now) == "");
        }
        now = end;
        return advance_count;
    }
    void tap(const Event& event) {
        for (const ui::OutlineNode& node : kiosk.outline()) {
            if (node.event != event) continue;
            const double x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;
            kiosk.handle_touch({ui::TouchPhase::down, x, y}, read_clock());
            now += 40ms;
            return kiosk.handle_touch({ui::TouchPhase::up, x, y}, read_clock());
        }
        FAIL("nothing on the screen does: ", describe(event));
    }
    void set_local_time(int hour, int minute) { // the clock on the wall
        local_time_.hour = hour, local_time_.minute = minute;
        started_at_ = now;
        kiosk.advance(read_clock());
    }

private:
    base::WallTime local_time_;
    base::Instant started_at_{1'000'000};

public:
    base::Instant now = started_at_;
    ui::Kiosk kiosk;
};

} // namespace

TEST_CASE("at closing time the screen goes dark, at opening time it is there again, by itself") {
    KioskWithClock fixture(17, 0);
    fixture.advance(30min - 1ms);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    fixture.advance(1ms);
    CHECK(fixture.kiosk.is_off_hours());
    CHECK(fixture.kiosk.outline().size() == 1);
    fixture.advance(13h + 30min - 1ms);
    CHECK(fixture.kiosk.is_off_hours());
    fixture.advance(1ms);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    CHECK(fixture.kiosk.state() == State{});
}

TEST_CASE("in the dark nothing moves: four looks at the clock in an hour, and no other picture") {
    KioskWithClock fixture(20, 0);
    fixture.advance(1min);
    REQUIRE(fixture.kiosk.is_off_hours());
    const auto frame_hash = fixture.kiosk.frame_hash();
    CHECK(fixture.advance(1h) == 4);
    CHECK(fixture.kiosk.frame_hash() == frame_hash);
}

TEST_CASE(
    "the start shows the screen for as long as a touch does, so that whoever mounts it sees that it works") {
    KioskWithClock fixture(20, 0);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    fixture.advance(60s - 1ms);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    fixture.advance(1ms);
    CHECK(fixture.kiosk.is_off_hours());
}

TEST_CASE("a touch in the dark brings home and presses nothing, and neither does one a moment later") {
    KioskWithClock fixture(20, 0);
    const ui::Outline home = fixture.kiosk.outline();
    const auto card = std::find_if(home.begin(), home.end(), [](const ui::OutlineNode& node) {
        return node.event == Event(OpenSection{"signs"});
    });
    REQUIRE(card != home.end());
    fixture.advance(2min);
    REQUIRE(fixture.kiosk.is_off_hours());
    const auto touch_card = [&] {
        const double x = card->rect.x + 20, y = card->rect.y + 20;
        fixture.kiosk.handle_touch({ui::TouchPhase::down, x, y}, fixture.read_clock());
        fixture.now += 40ms;
        fixture.kiosk.handle_touch({ui::TouchPhase::up, x, y}, fixture.read_clock());
    };
    touch_card();
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    CHECK(fixture.kiosk.state() == State{});
    fixture.now += 500ms; // a display that was off is still black
    touch_card();
    CHECK(fixture.kiosk.state() == State{});
    fixture.now += 500ms;
    touch_card();
    CHECK(fixture.kiosk.state().section == "signs");
}

TEST_CASE("after one visit, or none, it is dark again") {
    KioskWithClock fixture(20, 0);
    fixture.advance(2min);
    fixture.tap(Wake{});
    SUBCASE("nobody does anything") {
        fixture.advance(59s);
        CHECK_FALSE(fixture.kiosk.is_off_hours());
        fixture.advance(1s);
        CHECK(fixture.kiosk.is_off_hours());
    }
    SUBCASE("a visit that is left alone ends as ever") {
        fixture.advance(2s);
        fixture.tap(OpenSection{"signs"});
        fixture.advance(79s);
        CHECK(fixture.kiosk.state().warned_at.has_value());
        CHECK_FALSE(fixture.kiosk.is_off_hours());
        fixture.advance(1s);
        CHECK(fixture.kiosk.is_off_hours());
    }
    SUBCASE("who went home may go on") {
        fixture.advance(2s);
        fixture.tap(OpenSection{"signs"});
        fixture.advance(30s);
        fixture.tap(GoHome{});
        fixture.advance(59s);
        CHECK_FALSE(fixture.kiosk.is_off_hours());
        fixture.advance(1s);
        CHECK(fixture.kiosk.is_off_hours());
    }
    SUBCASE("who hid it leaves the cover, and then the dark") {
        fixture.advance(2s);
        fixture.tap(OpenSection{"signs"});
        fixture.tap(Hide{});
        CHECK(fixture.kiosk.state().is_covered);
        CHECK_FALSE(fixture.kiosk.is_off_hours());
        fixture.advance(60s);
        CHECK(fixture.kiosk.is_off_hours());
        fixture.tap(Wake{});
        CHECK(fixture.kiosk.state() == State{});
    }
}

TEST_CASE("a key and a wheel wake as a touch does, and do nothing else") {
    for (const bool is_key : {true, false}) {
        KioskWithClock fixture(20, 0);
        fixture.advance(2min);
        REQUIRE(fixture.kiosk.is_off_hours());
        is_key ? fixture.kiosk.handle_key(ui::Key::next, fixture.read_clock())
               : fixture.kiosk.handle_wheel(50, fixture.read_clock());
        CHECK_FALSE(fixture.kiosk.is_off_hours());
        CHECK(fixture.kiosk.state() == State{});
        CHECK(fixture.kiosk.focused_node() == nullptr);
    }
}

TEST_CASE("a visit goes on past closing time") {
    KioskWithClock fixture(17, 29);
    fixture.advance(30s);
    fixture.tap(OpenSection{"signs"});
    fixture.advance(50s);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    CHECK(fixture.kiosk.state().section == "signs");
}

TEST_CASE("a display that reports a hand does not end a visit") {
    KioskWithClock fixture(20, 0);
    fixture.tap(OpenSection{"signs"});
    fixture.kiosk.wake(fixture.read_clock());
    CHECK(fixture.kiosk.state().section == "signs");
}

TEST_CASE("a clock that is set at night lights the screen, and one that is set by day darkens it") {
    KioskWithClock fixture(20, 0);
    fixture.advance(2min);
    REQUIRE(fixture.kiosk.is_off_hours());
    fixture.set_local_time(8, 0);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    fixture.set_local_time(20, 0);
    CHECK(fixture.kiosk.is_off_hours());
}

TEST_CASE("content with other hours counts at once") {
    KioskWithClock fixture(20, 0);
    fixture.advance(2min);
    REQUIRE(fixture.kiosk.is_off_hours());
    fixture.kiosk.set_content(test::real_content(), fixture.read_clock());
    CHECK_FALSE(fixture.kiosk.is_off_hours());
}

TEST_CASE("the picture at rest moves in small steps, less than a millimetre in all, and comes back") {
    KioskWithClock fixture(8, 0);
    std::set<std::uint64_t> frame_hashes;
    const auto first_hash = fixture.kiosk.frame_hash();
    const ui::Outline outline = fixture.kiosk.outline();
    for (int step = 0; step < 9; ++step) {
        CHECK(frame_hashes.insert(fixture.kiosk.frame_hash()).second);
        fixture.advance(3min - 1ms);
        CHECK(frame_hashes.contains(fixture.kiosk.frame_hash()));
        fixture.advance(1ms);
        CHECK(fixture.kiosk.outline().front().rect == outline.front().rect);
    }
    CHECK(fixture.kiosk.frame_hash() == first_hash);
}

TEST_CASE("the picture does not move under a visitor") {
    KioskWithClock fixture(8, 0);
    fixture.advance(3min);
    fixture.tap(OpenSection{"signs"});
    const auto frame_hash = fixture.kiosk.frame_hash();
    for (int i = 0; i < 10; ++i) {
        fixture.advance(50s);
        fixture.kiosk.dispatch(Touched{}, fixture.read_clock());
        fixture.kiosk.advance(fixture.read_clock()); // as whatever wakes the loop does
        CHECK(fixture.kiosk.frame_hash() == frame_hash);
    }
}
