// The kiosk with the real loop, usually without a display, and on a clock that is moved by hand: months pass in
// minutes.
#pragma once

#include "base/time.hpp"
#include "harness/run_result.hpp"
#include "harness/stopwatch.hpp"
#include "viewer/event_loop.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace harness {

enum class DisplayMode { no_display, this_display };

class SimulatedKiosk {
public:
    // `size` of a window in pixels; unset: full screen.
    SimulatedKiosk(std::shared_ptr<const content::Content> content,
                   std::optional<display::WindowOptions::Size> size,
                   DisplayMode display_mode = DisplayMode::no_display);

    static void push(SDL_Event event) { SDL_PushEvent(&event); }

    void run_pending();                      // until all that was pushed is heard
    void advance(base::Instant duration); // time passes, and the loop turns whenever something is due
    void advance_while_blocked(base::Instant duration) {
        now_.since_boot += duration;
    } // time passes, and the loop sleeps
    void suspend(base::Instant duration) {
        now_.since_boot += duration, now_.suspended += duration;
    } // as the machine does
    void set_local_time(const base::WallTime& local_time) { now_.local_time = local_time; }
    void leave_alone(); // nobody touches it until the visit is over

    bool is_full_screen() const { return is_full_screen_; }
    void resize(int width, int height) { window_.resize(width, height); } // not in full screen

    const ui::Kiosk& kiosk() const { return kiosk_; }
    text::SurfacePtr screenshot() const { return window_.screenshot(); }
    base::Instant since_boot() const { return now_.since_boot; }
    const std::string& violation() const {
        return violation_;
    } // the first thing that was wrong; empty: nothing yet
    static MemoryUsage memory_usage();
    RunResult result() const; // until now; `early` is left empty

private:
    void run_once();
    std::string find_violation(bool is_running) const;

    static constexpr base::Instant start_at = std::chrono::hours{1};

    base::ClockReading now_{start_at, {}};
    bool is_full_screen_;
    display::Window window_;
    text::Typesetter typesetter_;
    ui::Kiosk kiosk_;
    viewer::EventLoop loop_;
    int initial_file_count_ = 0;
    LatencyHistogram latencies_;
    std::set<std::string> seen_screens_;
    std::string violation_;
};

} // namespace harness
