// The screen outside the hours, and what moves on it to spare the panel. The clocks are turned by hand.
#include "support/visitor.hpp"
#include "ui/fault.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace session;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const content::Content> school() {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.hours = {{{true, true, true, true, true, false, false}, 7h, 17h + 30min}};
    return content;
}

// A kiosk whose clock on the wall goes with the other one.
class Evening {
public:
    explicit Evening(int hour, int minute)
        : wall_{hour, minute, 0, 0, 23, 11, 2026}, kiosk(school(), {}, test::typesetter(), moment()) {}

    ui::Moment moment() const {
        const auto seconds = wall_.hour * 3600 + wall_.minute * 60 + static_cast<int>((now - start_) / 1s);
        ui::WallTime wall = wall_;
        wall.hour = seconds / 3600 % 24, wall.minute = seconds / 60 % 60, wall.second = seconds % 60;
        wall.day += seconds / 86'400;
        return {now, wall, {}};
    }
    // As the loop does it: told at each deadline. Returns how often.
    int wait(std::chrono::milliseconds span) {
        const Instant end = now + span;
        int passes = 0;
        for (auto due = kiosk.deadline(); due && *due <= end; due = kiosk.deadline(), ++passes) {
            REQUIRE(*due > now);
            now = *due;
            kiosk.pass(moment());
            CHECK(ui::fault(kiosk, now) == "");
        }
        now = end;
        return passes;
    }
    void tap(const Event& event) {
        for (const ui::Node& node : kiosk.outline()) {
            if (node.event != event) continue;
            const double x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;
            kiosk.touch({ui::Contact::down, x, y}, moment());
            now += 40ms;
            return kiosk.touch({ui::Contact::up, x, y}, moment());
        }
        FAIL("nothing on the screen does: ", describe(event));
    }
    void set(int hour, int minute) { // the clock on the wall
        wall_.hour = hour, wall_.minute = minute;
        start_ = now;
        kiosk.pass(moment());
    }

private:
    ui::WallTime wall_;
    Instant start_{1'000'000};

public:
    Instant now = start_;
    ui::Kiosk kiosk;
};

} // namespace

TEST_CASE("at closing time the screen goes dark, at opening time it is there again, by itself") {
    Evening evening(17, 0);
    evening.wait(30min - 1ms);
    CHECK_FALSE(evening.kiosk.dark());
    evening.wait(1ms);
    CHECK(evening.kiosk.dark());
    CHECK(evening.kiosk.outline().size() == 1);
    evening.wait(13h + 30min - 1ms);
    CHECK(evening.kiosk.dark());
    evening.wait(1ms);
    CHECK_FALSE(evening.kiosk.dark());
    CHECK(evening.kiosk.state() == State{});
}

TEST_CASE("in the dark nothing moves: four looks at the clock in an hour, and no other picture") {
    Evening evening(20, 0);
    evening.wait(1min);
    REQUIRE(evening.kiosk.dark());
    const auto picture = evening.kiosk.fingerprint();
    CHECK(evening.wait(1h) == 4);
    CHECK(evening.kiosk.fingerprint() == picture);
}

TEST_CASE(
    "the start shows the screen for as long as a touch does, so that whoever mounts it sees that it works") {
    Evening evening(20, 0);
    CHECK_FALSE(evening.kiosk.dark());
    evening.wait(60s - 1ms);
    CHECK_FALSE(evening.kiosk.dark());
    evening.wait(1ms);
    CHECK(evening.kiosk.dark());
}

TEST_CASE("a touch in the dark brings home and presses nothing, and neither does one a moment later") {
    Evening evening(20, 0);
    const ui::Outline home = evening.kiosk.outline();
    const auto card = std::find_if(home.begin(), home.end(), [](const ui::Node& node) {
        return node.event == Event(OpenSection{"signs"});
    });
    REQUIRE(card != home.end());
    evening.wait(2min);
    REQUIRE(evening.kiosk.dark());
    const auto touch_card = [&] {
        const double x = card->rect.x + 20, y = card->rect.y + 20;
        evening.kiosk.touch({ui::Contact::down, x, y}, evening.moment());
        evening.now += 40ms;
        evening.kiosk.touch({ui::Contact::up, x, y}, evening.moment());
    };
    touch_card();
    CHECK_FALSE(evening.kiosk.dark());
    CHECK(evening.kiosk.state() == State{});
    evening.now += 500ms; // a display that was off is still black
    touch_card();
    CHECK(evening.kiosk.state() == State{});
    evening.now += 500ms;
    touch_card();
    CHECK(evening.kiosk.state().section == "signs");
}

TEST_CASE("after one visit, or none, it is dark again") {
    Evening evening(20, 0);
    evening.wait(2min);
    evening.tap(Wake{});
    SUBCASE("nobody does anything") {
        evening.wait(59s);
        CHECK_FALSE(evening.kiosk.dark());
        evening.wait(1s);
        CHECK(evening.kiosk.dark());
    }
    SUBCASE("a visit that is left alone ends as ever") {
        evening.wait(2s);
        evening.tap(OpenSection{"signs"});
        evening.wait(79s);
        CHECK(evening.kiosk.state().asked.has_value());
        CHECK_FALSE(evening.kiosk.dark());
        evening.wait(1s);
        CHECK(evening.kiosk.dark());
    }
    SUBCASE("who went home may go on") {
        evening.wait(2s);
        evening.tap(OpenSection{"signs"});
        evening.wait(30s);
        evening.tap(GoHome{});
        evening.wait(59s);
        CHECK_FALSE(evening.kiosk.dark());
        evening.wait(1s);
        CHECK(evening.kiosk.dark());
    }
    SUBCASE("who hid it leaves the cover, and then the dark") {
        evening.wait(2s);
        evening.tap(OpenSection{"signs"});
        evening.tap(Hide{});
        CHECK(evening.kiosk.state().covered);
        CHECK_FALSE(evening.kiosk.dark());
        evening.wait(60s);
        CHECK(evening.kiosk.dark());
        evening.tap(Wake{});
        CHECK(evening.kiosk.state() == State{});
    }
}

TEST_CASE("a key and a wheel wake as a touch does, and do nothing else") {
    for (const bool key : {true, false}) {
        Evening evening(20, 0);
        evening.wait(2min);
        REQUIRE(evening.kiosk.dark());
        key ? evening.kiosk.key(ui::Key::next, evening.moment()) : evening.kiosk.wheel(50, evening.moment());
        CHECK_FALSE(evening.kiosk.dark());
        CHECK(evening.kiosk.state() == State{});
        CHECK(evening.kiosk.focused() == nullptr);
    }
}

TEST_CASE("a visit goes on past closing time") {
    Evening evening(17, 29);
    evening.wait(30s);
    evening.tap(OpenSection{"signs"});
    evening.wait(50s);
    CHECK_FALSE(evening.kiosk.dark());
    CHECK(evening.kiosk.state().section == "signs");
}

TEST_CASE("a display that reports a hand does not end a visit") {
    Evening evening(20, 0);
    evening.tap(OpenSection{"signs"});
    evening.kiosk.wake(evening.moment());
    CHECK(evening.kiosk.state().section == "signs");
}

TEST_CASE("a clock that is set at night lights the screen, and one that is set by day darkens it") {
    Evening evening(20, 0);
    evening.wait(2min);
    REQUIRE(evening.kiosk.dark());
    evening.set(8, 0);
    CHECK_FALSE(evening.kiosk.dark());
    evening.set(20, 0);
    CHECK(evening.kiosk.dark());
}

TEST_CASE("content with other hours counts at once") {
    Evening evening(20, 0);
    evening.wait(2min);
    REQUIRE(evening.kiosk.dark());
    evening.kiosk.replace(test::real_content(), evening.moment());
    CHECK_FALSE(evening.kiosk.dark());
}

TEST_CASE("the picture at rest moves in small steps, less than a millimetre in all, and comes back") {
    Evening evening(8, 0);
    std::set<std::uint64_t> pictures;
    const auto first = evening.kiosk.fingerprint();
    const ui::Outline outline = evening.kiosk.outline();
    for (int step = 0; step < 9; ++step) {
        CHECK(pictures.insert(evening.kiosk.fingerprint()).second);
        evening.wait(3min - 1ms);
        CHECK(pictures.contains(evening.kiosk.fingerprint()));
        evening.wait(1ms);
        CHECK(evening.kiosk.outline().front().rect == outline.front().rect);
    }
    CHECK(evening.kiosk.fingerprint() == first);
}

TEST_CASE("the picture does not move under a visitor") {
    Evening evening(8, 0);
    evening.wait(3min);
    evening.tap(OpenSection{"signs"});
    const auto picture = evening.kiosk.fingerprint();
    for (int i = 0; i < 10; ++i) {
        evening.wait(50s);
        evening.kiosk.event(Touched{}, evening.moment());
        evening.kiosk.pass(evening.moment()); // as whatever wakes the loop does
        CHECK(evening.kiosk.fingerprint() == picture);
    }
}
