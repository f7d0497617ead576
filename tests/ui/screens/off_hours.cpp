// Tests the black screen while the school is closed, and the pixel shift, with simulated clocks.
#include "harness/invariants.hpp"
#include "support/test_visitor.hpp"

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

// A kiosk with a simulated local time, which moves on with the time since boot.
class KioskWithClock {
public:
    explicit KioskWithClock(int hour, int minute)
        : started_time_(monday(hour, minute)),
          kiosk(content_with_hours(), {}, test::typesetter(), read_clock()) {}

    base::ClockReading read_clock() const {
        return {
            now, started_time_ + std::chrono::floor<std::chrono::seconds>(now - started_at_), {}};
    }
    // Advances the kiosk at each of its deadlines, as the event loop does. Returns how often it
    // did.
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
        FAIL("no target on the screen has the event: ", describe(event));
    }
    void set_local_time(int hour, int minute) {
        started_time_ = monday(hour, minute);
        started_at_ = now;
        kiosk.advance(read_clock());
    }

private:
    static base::LocalTime monday(int hour, int minute) {
        return std::chrono::local_days{2026y / std::chrono::November / 23} +
               std::chrono::hours{hour} + std::chrono::minutes{minute};
    }

    base::LocalTime started_time_; // at `started_at_`
    base::Instant started_at_{base::Duration{1'000'000}};

public:
    base::Instant now = started_at_;
    ui::Kiosk kiosk;
};

} // namespace

TEST_CASE("the screen turns black at closing time and comes back at opening time") {
    KioskWithClock simulated(17, 0);
    simulated.advance(30min - 1ms);
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    simulated.advance(1ms);
    CHECK(simulated.kiosk.is_off_hours());
    CHECK(simulated.kiosk.outline().size() == 1);
    simulated.advance(13h + 30min - 1ms);
    CHECK(simulated.kiosk.is_off_hours());
    simulated.advance(1ms);
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    CHECK(simulated.kiosk.state() == State{});
}

TEST_CASE("off hours, the kiosk wakes four times an hour and never redraws") {
    KioskWithClock simulated(20, 0);
    simulated.advance(1min);
    REQUIRE(simulated.kiosk.is_off_hours());
    const auto frame_hash = simulated.kiosk.frame_hash();
    CHECK(simulated.advance(1h) == 4);
    CHECK(simulated.kiosk.frame_hash() == frame_hash);
}

// The person who installs the kiosk must see that it works.
TEST_CASE("off hours, the screen is visible for 60 seconds after the start") {
    KioskWithClock simulated(20, 0);
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    simulated.advance(60s - 1ms);
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    simulated.advance(1ms);
    CHECK(simulated.kiosk.is_off_hours());
}

TEST_CASE("off hours, a touch shows the home screen, and touches within a second press nothing" *
          doctest::test_suite("sweep")) {
    KioskWithClock simulated(20, 0);
    const ui::Outline home = simulated.kiosk.outline();
    const auto card = std::find_if(home.begin(), home.end(), [](const ui::OutlineNode& node) {
        return node.event == Event(OpenSection{"signs"});
    });
    REQUIRE(card != home.end());
    simulated.advance(2min);
    REQUIRE(simulated.kiosk.is_off_hours());
    const auto touch_card = [&] {
        const double x = card->rect.x + 20, y = card->rect.y + 20;
        simulated.kiosk.handle_touch({ui::TouchPhase::down, x, y}, simulated.read_clock());
        simulated.now += 40ms;
        simulated.kiosk.handle_touch({ui::TouchPhase::up, x, y}, simulated.read_clock());
    };
    touch_card();
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    CHECK(simulated.kiosk.state() == State{});
    simulated.now += 500ms; // a display that was off may still be black
    touch_card();
    CHECK(simulated.kiosk.state() == State{});
    simulated.now += 500ms;
    touch_card();
    CHECK(simulated.kiosk.state().section == "signs");
}

TEST_CASE("off hours, the screen turns black again after a visit or without one") {
    KioskWithClock simulated(20, 0);
    simulated.advance(2min);
    simulated.tap(Wake{});
    SUBCASE("no touch") {
        simulated.advance(59s);
        CHECK_FALSE(simulated.kiosk.is_off_hours());
        simulated.advance(1s);
        CHECK(simulated.kiosk.is_off_hours());
    }
    SUBCASE("an abandoned visit ends as usual") {
        simulated.advance(2s);
        simulated.tap(OpenSection{"signs"});
        simulated.advance(79s);
        CHECK(simulated.kiosk.state().warned_at.has_value());
        CHECK_FALSE(simulated.kiosk.is_off_hours());
        simulated.advance(1s);
        CHECK(simulated.kiosk.is_off_hours());
    }
    SUBCASE("after Home, the visit may continue for 60 seconds") {
        simulated.advance(2s);
        simulated.tap(OpenSection{"signs"});
        simulated.advance(30s);
        simulated.tap(GoHome{});
        simulated.advance(59s);
        CHECK_FALSE(simulated.kiosk.is_off_hours());
        simulated.advance(1s);
        CHECK(simulated.kiosk.is_off_hours());
    }
    SUBCASE("after Hide, the cover is shown for 60 seconds") {
        simulated.advance(2s);
        simulated.tap(OpenSection{"signs"});
        simulated.tap(Hide{});
        CHECK(simulated.kiosk.state().is_covered);
        CHECK_FALSE(simulated.kiosk.is_off_hours());
        simulated.advance(60s);
        CHECK(simulated.kiosk.is_off_hours());
        simulated.tap(Wake{});
        CHECK(simulated.kiosk.state() == State{});
    }
}

TEST_CASE("off hours, a key or the mouse wheel shows the home screen and has no other effect") {
    for (const bool is_key : {true, false}) {
        KioskWithClock simulated(20, 0);
        simulated.advance(2min);
        REQUIRE(simulated.kiosk.is_off_hours());
        is_key ? simulated.kiosk.handle_key(ui::Key::next, simulated.read_clock())
               : simulated.kiosk.handle_wheel(50, simulated.read_clock());
        CHECK_FALSE(simulated.kiosk.is_off_hours());
        CHECK(simulated.kiosk.state() == State{});
        CHECK(simulated.kiosk.focused_node() == nullptr);
    }
}

TEST_CASE("a visit continues after closing time") {
    KioskWithClock simulated(17, 29);
    simulated.advance(30s);
    simulated.tap(OpenSection{"signs"});
    simulated.advance(50s);
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    CHECK(simulated.kiosk.state().section == "signs");
}

TEST_CASE("a wake-up by the display does not end a visit") {
    KioskWithClock simulated(20, 0);
    simulated.tap(OpenSection{"signs"});
    simulated.kiosk.wake(simulated.read_clock());
    CHECK(simulated.kiosk.state().section == "signs");
}

TEST_CASE("the screen follows a change of the local time at once") {
    KioskWithClock simulated(20, 0);
    simulated.advance(2min);
    REQUIRE(simulated.kiosk.is_off_hours());
    simulated.set_local_time(8, 0);
    CHECK_FALSE(simulated.kiosk.is_off_hours());
    simulated.set_local_time(20, 0);
    CHECK(simulated.kiosk.is_off_hours());
}

TEST_CASE("new opening hours apply at once") {
    KioskWithClock simulated(20, 0);
    simulated.advance(2min);
    REQUIRE(simulated.kiosk.is_off_hours());
    simulated.kiosk.set_content(test::real_content(), simulated.read_clock());
    CHECK_FALSE(simulated.kiosk.is_off_hours());
}

TEST_CASE("the idle picture shifts every three minutes and returns after nine steps") {
    KioskWithClock simulated(8, 0);
    std::set<std::uint64_t> frame_hashes;
    const auto first_hash = simulated.kiosk.frame_hash();
    const ui::Outline outline = simulated.kiosk.outline();
    for (int step = 0; step < 9; ++step) {
        CHECK(frame_hashes.insert(simulated.kiosk.frame_hash()).second);
        simulated.advance(3min - 1ms);
        CHECK(frame_hashes.contains(simulated.kiosk.frame_hash()));
        simulated.advance(1ms);
        CHECK(simulated.kiosk.outline().front().rect == outline.front().rect);
    }
    CHECK(simulated.kiosk.frame_hash() == first_hash);
}

TEST_CASE("the picture does not shift during a visit") {
    KioskWithClock simulated(8, 0);
    simulated.advance(3min);
    simulated.tap(OpenSection{"signs"});
    const auto frame_hash = simulated.kiosk.frame_hash();
    for (int i = 0; i < 10; ++i) {
        simulated.advance(50s);
        simulated.kiosk.dispatch(Touched{}, simulated.read_clock());
        simulated.kiosk.advance(simulated.read_clock());
        CHECK(simulated.kiosk.frame_hash() == frame_hash);
    }
}
