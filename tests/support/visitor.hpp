// A visitor with one finger, a clock that is moved by hand, and a screen in memory.
#pragma once

#include "ui/scene.hpp"

#include <memory>
#include <string>
#include <vector>

namespace test {

// The shipped content, with these languages offered and this place. Loaded once for each.
std::shared_ptr<const content::Content> real_content(const std::vector<std::string>& languages = {"en", "es",
                                                                                                  "ar", "my"},
                                                     content::Place place = content::Place::lobby);

// Those of visitors and those of staff.
std::vector<ui::Scene> all_scenes(const content::Content& content);

// One for all tests of a program: opening fonts takes longer than most tests.
text::Typesetter& typesetter();

class Visitor {
public:
    explicit Visitor(const ui::Panel& panel = {},
                     std::shared_ptr<const content::Content> content = real_content());

    // The first target that does this. Fails the test when there is none.
    const ui::Node& target(const session::Event& event) const;
    bool offers(const session::Event& event) const;

    void down(double x, double y) { touch(ui::Contact::down, x, y); }
    void move(double x, double y) { touch(ui::Contact::move, x, y); }
    void up(double x, double y) { touch(ui::Contact::up, x, y); }
    void tap(double x, double y);
    void tap(const session::Event& event);   // in the middle of its target
    void press(const session::Event& event); // down only
    void press_key(ui::Key key) { kiosk.key(key, moment()); }
    void wait(std::chrono::milliseconds span); // time passes, and the kiosk is told at each of its deadlines
    void oversleep(std::chrono::milliseconds span) { now += span; } // time passes, and nobody tells the kiosk

    const session::State& state() const { return kiosk.state(); }
    ui::Moment moment() const { return {now, {10, 42, 0, 0, 23, 11}}; }

    session::Instant now{1'000'000};
    ui::Kiosk kiosk;

private:
    void touch(ui::Contact contact, double x, double y);
};

} // namespace test
