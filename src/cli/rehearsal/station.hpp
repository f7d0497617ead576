// The kiosk with the real loop, usually without a display, and on a clock that is moved by hand: months pass in
// minutes.
#pragma once

#include "cli/rehearsal/outcome.hpp"
#include "cli/rehearsal/stopwatch.hpp"
#include "platform/loop.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace cli {

enum class Stage { no_display, this_display };

class Station {
public:
    // `size` of a window in pixels; unset: full screen.
    Station(std::shared_ptr<const content::Content> content, std::optional<platform::WindowWish::Size> size,
            Stage stage = Stage::no_display);

    static void push(SDL_Event event) { SDL_PushEvent(&event); }

    void turn();                      // until all that was pushed is heard
    void wait(session::Instant span); // time passes, and the loop turns whenever something is due
    void oversleep(session::Instant span) { time_.now += span; } // time passes, and the loop sleeps
    void sleep(session::Instant span) { time_.now += span, time_.asleep += span; } // as the machine does
    void set_wall(const ui::WallTime& wall) { time_.wall = wall; }
    void leave(); // nobody touches it until the visit is over

    bool is_full_screen() const { return full_screen_; }
    void resize(int width, int height) { window_.resize(width, height); } // not in full screen

    const ui::Kiosk& kiosk() const { return kiosk_; }
    text::Surface picture() const { return window_.picture(); }
    session::Instant now() const { return time_.now; }
    const std::string& fault() const { return fault_; } // the first thing that was wrong; empty: nothing yet
    static Memory memory();
    Outcome outcome() const; // until now; `early` is left empty

private:
    void turn_once();
    std::string find_fault(bool goes_on) const;

    static constexpr session::Instant start = std::chrono::hours{1};

    ui::Moment time_{start, {}};
    bool full_screen_;
    platform::Window window_;
    text::Typesetter typesetter_;
    ui::Kiosk kiosk_;
    platform::Loop loop_;
    int files_ = 0;
    Stopwatch stopwatch_;
    std::set<std::string> screens_;
    std::string fault_;
};

} // namespace cli
