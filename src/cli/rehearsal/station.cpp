#include "cli/rehearsal/station.hpp"

#include "platform/process.hpp"
#include "ui/fault.hpp"

#include <cstdlib>

namespace cli {

namespace {

platform::WindowWish wish_for(const std::optional<platform::WindowWish::Size>& size, Stage stage) {
    if (stage == Stage::no_display) setenv("SDL_VIDEODRIVER", "dummy", 1);
    platform::WindowWish wish;
    wish.size = size;
    wish.inches = 24;
    return wish;
}

// As `draw --screen` calls it.
std::string name_of_screen(const ui::Kiosk& kiosk) {
    if (kiosk.dark()) return "dark";
    const content::Content& content = kiosk.content();
    const session::State& state = kiosk.state();
    if (state.covered || state.hiding) return "cover";
    if (state.asked) return "idle-warning";
    if (state.staff) return std::string("staff/") + session::name(state.staff->screen);
    switch (session::top_layer(state)) {
    case session::Layer::display:
        return "display";
    case session::Layer::slip:
        return "slip/" + state.slip->line +
               (state.slip->texting && content.line(state.slip->line)->call ? "/text" : "");
    case session::Layer::languages:
        return "languages";
    case session::Layer::page:
        break;
    }
    return state.section.empty() ? "home" : "section/" + state.section;
}

} // namespace

Station::Station(std::shared_ptr<const content::Content> content,
                 std::optional<platform::WindowWish::Size> size, Stage stage)
    : full_screen_(!size), window_(wish_for(size, stage)),
      kiosk_(std::move(content), window_.panel(), typesetter_, time_),
      loop_(window_, kiosk_, [this] { return time_; }) {
    turn();
    files_ = platform::open_files();
    stopwatch_ = {}; // from here on: the first frame has a figure of its own
}

void Station::turn() {
    do turn_once();
    while (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) && fault_.empty());
}

void Station::turn_once() {
    const double before = platform::process_times().cpu_ms;
    const bool goes_on = loop_.turn(session::Instant{0});
    stopwatch_.note(platform::process_times().cpu_ms - before);
    screens_.insert(name_of_screen(kiosk_));
    if (fault_.empty()) fault_ = find_fault(goes_on);
}

std::string Station::find_fault(bool goes_on) const {
    if (!goes_on) return "the loop ended";
    return ui::fault(kiosk_, time_.now);
}

void Station::wait(session::Instant span) {
    const session::Instant end = time_.now + span;
    for (auto due = kiosk_.deadline(); due && *due <= end && fault_.empty(); due = kiosk_.deadline()) {
        time_.now = std::max(time_.now + session::Instant{1}, *due);
        turn();
    }
    time_.now = std::max(time_.now, end);
    turn();
}

void Station::leave() {
    oversleep(std::chrono::hours{1});
    turn();
    if (!fault_.empty()) return;
    if (session::visit_open(kiosk_.state())) fault_ = "a visit outlasts an hour alone";
    if (platform::open_files() != files_) fault_ = "a file was opened";
    if (platform::has_children()) fault_ = "a process was started";
}

Memory Station::memory() {
    return {platform::heap_mb(), platform::memory_mb()};
}

Outcome Station::outcome() const {
    Outcome outcome;
    outcome.fault = fault_;
    outcome.frames = loop_.frames();
    outcome.slowest_ms = stopwatch_.slowest_ms();
    outcome.time = time_.now - start;
    outcome.late = memory();
    outcome.screens = screens_;
    return outcome;
}

} // namespace cli
