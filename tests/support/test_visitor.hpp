// A simulated visitor for tests, the shipped content, and all screens.
#pragma once

#include "preview/screen_list.hpp"

#include <memory>
#include <string>
#include <vector>

namespace test {

// Returns the shipped content for a site with these languages and this place. Each combination is
// loaded once. An error in the content fails the test.
std::shared_ptr<const content::Content>
real_content(const std::vector<std::string>& languages = {"en", "es", "ar", "my"},
             content::Place place = content::Place::lobby);

// Returns the typesetter that all tests of a program share, because opening fonts takes longer than
// most tests.
text::Typesetter& typesetter();

// A visitor with one finger, a keyboard and a simulated clock, in front of a kiosk without a
// window.
class TestVisitor {
public:
    explicit TestVisitor(const ui::Panel& panel = {},
                         std::shared_ptr<const content::Content> content = real_content());

    // Returns the first target with this event. Fails the test if there is none.
    const ui::OutlineNode& find_target(const session::Event& event) const;
    bool has_target(const session::Event& event) const;

    void down(double x, double y) { touch(ui::TouchPhase::down, x, y); }
    void move(double x, double y) { touch(ui::TouchPhase::move, x, y); }
    void up(double x, double y) { touch(ui::TouchPhase::up, x, y); }
    void tap(double x, double y);
    // Taps the center of the target with this event.
    void tap(const session::Event& event);
    // Puts the finger down on the center of the target with this event.
    void press(const session::Event& event);
    void press_key(ui::Key key) { kiosk.handle_key(key, read_clock()); }
    // Lets time pass. The kiosk is advanced at each of its deadlines.
    void advance(std::chrono::milliseconds duration);
    // Lets time pass without advancing the kiosk, as if the program were blocked.
    void advance_while_blocked(std::chrono::milliseconds duration) { now += duration; }

    const session::State& state() const { return kiosk.state(); }
    base::ClockReading read_clock() const {
        using namespace std::chrono;
        return {now, local_days{2026y / November / 23} + 10h + 42min, {}};
    }

    base::Instant now{base::Duration{1'000'000}};
    ui::Kiosk kiosk;

private:
    void touch(ui::TouchPhase phase, double x, double y);
};

} // namespace test
