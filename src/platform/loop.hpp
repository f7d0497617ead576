// The event loop: sleeps until something happens or is due, and draws only what has changed.
#pragma once

#include "platform/clock.hpp"
#include "platform/doorkeeper.hpp"
#include "platform/input.hpp"
#include "platform/librarian.hpp"
#include "platform/pointer.hpp"
#include "platform/service.hpp"
#include "platform/tone.hpp"
#include "platform/window.hpp"
#include "ui/kiosk.hpp"

namespace platform {

class Loop {
public:
    // The window and the kiosk must outlive this.
    Loop(Window& window, ui::Kiosk& kiosk, Clock clock = moment)
        : window_(window), kiosk_(kiosk), clock_(std::move(clock)), asleep_(clock_().asleep) {}

    // From now on shows what the librarian hands over, as soon as nobody reads. It must outlive this. `status`
    // is that of what is shown until then.
    void follow(Librarian& librarian, const std::string& status);

    // The tone of the staff page's sound test. It must outlive this; without one, there is none to play.
    void offer(const Tone& tone) { tone_ = &tone; }

    // Until SIGTERM or SIGINT, or until the window is closed where there is one to close, or until staff want
    // the program to start again; the display then shows the cover. Throws std::runtime_error when the display
    // has gone.
    void run();

    // One turn: waits at most `longest` (nullopt: for as long as nothing is due), hears all that has happened,
    // draws if the picture changed. Returns false when it is time to end. Waiting takes real time, whatever the
    // clock says.
    bool turn(std::optional<session::Instant> longest = std::nullopt);

    std::size_t frames() const { return frames_; } // presented so far

private:
    ui::Moment now();
    void wait(std::optional<session::Instant> longest);
    std::optional<session::Instant> deadline() const;
    void hear(const SDL_Event& event);
    void hear_window(const SDL_WindowEvent& event, const ui::Moment& now);
    void pass(const ui::Moment& now);
    void take_news(const ui::Moment& now);
    void keep_door(const ui::Moment& now);
    void play_tone(const ui::Moment& now);
    bool is_over() const;
    void show();
    void follow_the_dark();
    void keep_alive(session::Instant now);

    Window& window_;
    ui::Kiosk& kiosk_;
    Clock clock_;
    session::Instant asleep_; // when last looked at
    InputReader input_;
    Pointer pointer_;
    Service service_;
    Doorkeeper doorkeeper_;
    session::Instant alive_{}; // when last said
    Librarian* librarian_ = nullptr;
    const Tone* tone_ = nullptr;
    std::shared_ptr<const content::Content> news_; // waits for the visitor to leave
    std::optional<SDL_Event> waited_;
    std::uint64_t shown_ = 0;
    int overwrites_left_ = 0; // pictures still to present, until none of an ended visit is left
    session::Instant overwrite_at_{};
    bool exposed_ = true; // nothing of ours is on the display yet
    bool woken_ = false;  // from outside
    bool dark_ = false;   // the display may sleep
    bool closed_ = false;
    bool display_gone_ = false;
    std::size_t frames_ = 0;
};

} // namespace platform
