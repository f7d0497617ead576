// The event loop: sleeps until something happens or is due, and draws only what has changed.
#pragma once

#include "platform/input.hpp"
#include "platform/window.hpp"
#include "ui/kiosk.hpp"

namespace platform {

class Loop {
public:
    // Both must outlive this.
    Loop(Window& window, ui::Kiosk& kiosk) : window_(window), kiosk_(kiosk) {}

    // Until SIGTERM or SIGINT, or until the window is closed where there is one to close.
    void run();

    // One turn: waits at most `longest` (nullopt: for as long as nothing is due), hears all that has happened,
    // draws if the picture changed. Returns false when it is time to end.
    bool turn(std::optional<session::Instant> longest = std::nullopt);

    std::size_t frames() const { return frames_; } // presented so far

private:
    void wait(std::optional<session::Instant> longest);
    void hear(const SDL_Event& event);
    void show();

    Window& window_;
    ui::Kiosk& kiosk_;
    InputReader input_;
    std::optional<SDL_Event> waited_;
    std::uint64_t shown_ = 0;
    bool exposed_ = true; // nothing of ours is on the display yet
    bool closed_ = false;
    std::size_t frames_ = 0;
};

// Makes SIGTERM and SIGINT end Loop::run() instead of the process. To be called before any thread is started.
void catch_signals();

} // namespace platform
