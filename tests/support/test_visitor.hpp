// A visitor with one finger, a clock that is moved by hand, and a screen in memory.
#pragma once

#include "preview/screen_list.hpp"

#include <memory>
#include <string>
#include <vector>

namespace test {

// The shipped content, with these languages offered and this place. Loaded once for each.
std::shared_ptr<const content::Content> real_content(const std::vector<std::string>& languages = {"en", "es",
                                                                                                  "ar", "my"},
                                                     content::Place place = content::Place::lobby);

// Those of visitors and those of staff.
std::vector<preview::Screen> all_screens(const content::Content& content);

// One for all tests of a program: opening fonts takes longer than most tests.
text::Typesetter& typesetter();

class TestVisitor {
public:
    explicit TestVisitor(const ui::Panel& panel = {},
                         std::shared_ptr<const content::Content> content = real_content());

    // The first target that does this. Fails the test when there is none.
    const ui::OutlineNode& find_target(const session::Event& event) const;
    bool has_target(const session::Event& event) const;

    void down(double x, double y) { touch(ui::TouchPhase::down, x, y); }
    void move(double x, double y) { touch(ui::TouchPhase::move, x, y); }
    void up(double x, double y) { touch(ui::TouchPhase::up, x, y); }
    void tap(double x, double y);
    void tap(const session::Event& event);   // in the middle of its target
    void press(const session::Event& event); // down only
    void press_key(ui::Key key) { kiosk.handle_key(key, read_clock()); }
    void
    advance(std::chrono::milliseconds duration); // time passes, and the kiosk is told at each of its deadlines
    void advance_while_blocked(std::chrono::milliseconds duration) {
        now += duration;
    } // time passes, and nobody tells the kiosk

    const session::State& state() const { return kiosk.state(); }
    base::ClockReading read_clock() const { return {now, {10, 42, 0, 0, 23, 11}}; }

    base::Instant now{1'000'000};
    ui::Kiosk kiosk;

private:
    void touch(ui::TouchPhase phase, double x, double y);
};

} // namespace test
