// The event loop: sleeps until something happens or is due, and draws only what has changed.
#pragma once

#include "base/time.hpp"
#include "os/clock.hpp"
#include "viewer/pin_verifier.hpp"
#include "input/input_translator.hpp"
#include "reload/content_reloader.hpp"
#include "input/cursor_auto_hide.hpp"
#include "os/systemd_notifier.hpp"
#include "viewer/test_tone.hpp"
#include "display/window.hpp"
#include "ui/kiosk.hpp"

namespace viewer {

class EventLoop {
public:
    // The window and the kiosk must outlive this.
    EventLoop(display::Window& window, ui::Kiosk& kiosk, base::ReadClock clock = os::read_clock)
        : window_(window), kiosk_(kiosk), clock_(std::move(clock)), suspended_(clock_().suspended) {}

    // From now on shows what the librarian hands over, as soon as nobody reads. It must outlive this. `status`
    // is that of what is shown until then.
    void attach(reload::ContentReloader& reloader, const std::string& status_line);

    // The tone of the staff page's sound test. It must outlive this; without one, there is none to play.
    void attach(const TestTone& test_tone) { test_tone_ = &test_tone; }

    // Until SIGTERM or SIGINT, or until the window is closed where there is one to close, or until staff want
    // the program to start again; the display then shows the cover. Throws std::runtime_error when the display
    // has gone.
    void run();

    // One turn: waits at most `longest` (nullopt: for as long as nothing is due), hears all that has happened,
    // draws if the picture changed. Returns false when it is time to end. Waiting takes real time, whatever the
    // clock says.
    bool run_once(std::optional<base::Instant> max_wait = std::nullopt);

    std::size_t frame_count() const { return frame_count_; } // presented so far

private:
    base::ClockReading update_clock();
    void wait(std::optional<base::Instant> max_wait);
    std::optional<base::Instant> next_deadline() const;
    void handle_event(const SDL_Event& event);
    void handle_window_event(const SDL_WindowEvent& event, const base::ClockReading& now);
    void advance(const base::ClockReading& now);
    void apply_content_update(const base::ClockReading& now);
    void update_pin_verification(const base::ClockReading& now);
    void play_test_tone(const base::ClockReading& now);
    bool should_exit() const;
    void draw_if_changed();
    void update_display_power();
    void ping_watchdog(base::Instant now);

    display::Window& window_;
    ui::Kiosk& kiosk_;
    base::ReadClock clock_;
    base::Instant suspended_; // when last looked at
    input::InputTranslator input_translator_;
    input::CursorAutoHide cursor_auto_hide_;
    os::SystemdNotifier systemd_notifier_;
    PinVerifier pin_verifier_;
    base::Instant watchdog_pinged_at_{}; // when last said
    reload::ContentReloader* reloader_ = nullptr;
    const TestTone* test_tone_ = nullptr;
    std::shared_ptr<const content::Content> pending_content_; // waits for the visitor to leave
    std::optional<SDL_Event> waited_event_;
    std::uint64_t shown_frame_hash_ = 0;
    int remaining_overwrite_count_ = 0; // pictures still to present, until none of an ended visit is left
    base::Instant next_overwrite_at_{};
    bool needs_redraw_ = true;            // nothing of ours is on the display yet
    bool was_woken_ = false;              // from outside
    bool is_display_off_allowed_ = false; // the display may sleep
    bool is_closed_ = false;
    bool is_display_lost_ = false;
    std::size_t frame_count_ = 0;
};

} // namespace viewer
