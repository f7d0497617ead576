// A kiosk with the real event loop on a simulated clock, usually without a display. It runs months
// of simulated time in minutes.
#pragma once

#include "base/time.hpp"
#include "harness/run_result.hpp"
#include "viewer/event_loop.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace harness {

enum class DisplayMode {
    no_display,   // SDL's dummy driver, which draws into memory
    this_display, // the display that SDL finds
};

class SimulatedKiosk {
public:
    // Opens a window of `size` in pixels, or a full screen if `size` is unset. With no_display it
    // sets SDL_VIDEODRIVER in the environment. Throws std::runtime_error as display::Window does.
    SimulatedKiosk(std::shared_ptr<const content::Content> content,
                   std::optional<display::WindowOptions::Size> size,
                   DisplayMode display_mode = DisplayMode::no_display);

    // Adds an event to SDL's queue. run_pending() handles it.
    static void push(SDL_Event event) { SDL_PushEvent(&event); }

    // Runs the loop until all events in the queue are handled, or until there is a violation.
    void run_pending();

    // Lets time pass, and runs the loop at each of its deadlines.
    void advance(base::Duration duration);

    // Lets time pass without running the loop, as if it were blocked.
    void advance_while_blocked(base::Duration duration) { now_.since_boot += duration; }

    // Lets time pass as if the computer were suspended.
    void suspend(base::Duration duration) {
        now_.since_boot += duration;
        now_.suspended += duration;
    }

    void set_local_time(base::LocalTime local_time) { now_.local_time = local_time; }

    // Lets an hour pass without input. Afterward it is a violation if a visit is active, if the
    // number of open file descriptors has changed since the start, or if there is a child process.
    void leave_alone();

    bool is_full_screen() const { return is_full_screen_; }

    // Sets the size in pixels of a window that is not full screen.
    void resize(int width, int height) { window_.resize(width, height); }

    const ui::Kiosk& kiosk() const { return kiosk_; }

    // Returns a copy of the last frame, see display::Window::screenshot().
    text::SurfacePtr screenshot() const { return window_.screenshot(); }

    // Returns the first violation of the invariants, or an empty string if there was none.
    const std::string& violation() const { return violation_; }

    // Returns the memory of this process now.
    static MemoryUsage memory_usage();

    // Returns the result until now. `early_memory` is left empty.
    RunResult result() const;

private:
    void run_once();
    std::string find_violation(bool is_running) const;

    static constexpr base::Instant start_at{std::chrono::hours{1}};
    // A Monday morning, when schools are open.
    static constexpr base::LocalTime start_local_time =
        std::chrono::local_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{10};

    base::ClockReading now_{start_at, start_local_time};
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
