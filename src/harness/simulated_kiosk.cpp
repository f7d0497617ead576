#include "harness/simulated_kiosk.hpp"

#include "display/environment.hpp"
#include "harness/invariants.hpp"
#include "harness/process_usage.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace harness {

namespace {

display::WindowOptions window_options_for(const std::optional<display::WindowOptions::Size>& size,
                                          DisplayMode display_mode) {
    display::set_environment();
    if (display_mode == DisplayMode::no_display) setenv("SDL_VIDEODRIVER", "dummy", 1);
    display::WindowOptions options;
    options.size = size;
    options.inches = 24;
    return options;
}

// Returns the name of the screen in `draw --screen`.
std::string current_screen_name(const ui::Kiosk& kiosk) {
    if (kiosk.is_off_hours()) return "off-hours";
    const content::Content& content = kiosk.content();
    const session::State& state = kiosk.state();
    if (state.is_covered || state.is_hide_pressed) return "cover";
    if (state.warned_at) return "idle-warning";
    if (state.staff) return std::string("staff/") + session::screen_name(state.staff->screen);
    switch (session::top_layer(state)) {
    case session::Layer::display_settings:
        return "display-settings";
    case session::Layer::slip:
        return "slip/" + state.slip->help_line +
               (state.slip->shows_text && content.find_help_line(state.slip->help_line)->call
                    ? "/text"
                    : "");
    case session::Layer::language_picker:
        return "languages";
    case session::Layer::page:
        break;
    }
    if (state.section.empty()) return "home";
    return "section/" + state.section + (state.tab == 0 ? "" : "/" + std::to_string(state.tab + 1));
}

} // namespace

SimulatedKiosk::SimulatedKiosk(std::shared_ptr<const content::Content> content,
                               std::optional<display::WindowOptions::Size> size,
                               DisplayMode display_mode)
    : is_full_screen_(!size), window_(window_options_for(size, display_mode)),
      kiosk_(std::move(content), window_.panel(), typesetter_, now_),
      loop_(window_, kiosk_, [this] { return now_; }) {
    run_pending();
    initial_file_count_ = open_file_count();
    latencies_ = {}; // without the first frame, which takes longer
}

void SimulatedKiosk::run_pending() {
    do run_once();
    while (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) && violation_.empty());
}

void SimulatedKiosk::run_once() {
    const double before = process_usage().cpu_ms;
    const bool is_running = loop_.run_once(base::Duration{0});
    latencies_.record(process_usage().cpu_ms - before);
    seen_screens_.insert(current_screen_name(kiosk_));
    if (violation_.empty()) violation_ = find_violation(is_running);
}

std::string SimulatedKiosk::find_violation(bool is_running) const {
    if (!is_running) return "the event loop ended";
    return find_screen_violation(kiosk_, now_.since_boot);
}

void SimulatedKiosk::advance(base::Duration duration) {
    const base::Instant end_at = now_.since_boot + duration;
    for (auto due = kiosk_.next_deadline(); due && *due <= end_at && violation_.empty();
         due = kiosk_.next_deadline()) {
        now_.since_boot = std::max(now_.since_boot + base::Duration{1}, *due);
        run_pending();
    }
    now_.since_boot = std::max(now_.since_boot, end_at);
    run_pending();
}

void SimulatedKiosk::leave_alone() {
    advance_while_blocked(std::chrono::hours{1});
    run_pending();
    if (!violation_.empty()) return;
    if (session::is_visit_active(kiosk_.state()))
        violation_ = "a visit is still active after an idle hour";
    if (open_file_count() != initial_file_count_) violation_ = "a file descriptor leaked";
    if (has_children()) violation_ = "a child process was started";
}

MemoryUsage SimulatedKiosk::memory_usage() {
    return {heap_mb(), pss_mb()};
}

RunResult SimulatedKiosk::result() const {
    RunResult result;
    result.violation = violation_;
    result.frame_count = loop_.frame_count();
    result.p999_ms = latencies_.p999_ms();
    result.simulated_time = now_.since_boot - start_at;
    result.late_memory = memory_usage();
    result.screens = seen_screens_;
    return result;
}

} // namespace harness
