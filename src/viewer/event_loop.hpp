// The event loop: waits until something happens or is due, and draws only if the picture changed.
#pragma once

#include "base/time.hpp"
#include "display/window.hpp"
#include "input/cursor_auto_hide.hpp"
#include "input/input_translator.hpp"
#include "os/clock.hpp"
#include "os/systemd_notifier.hpp"
#include "reload/content_reloader.hpp"
#include "session/effect.hpp"
#include "ui/kiosk.hpp"
#include "viewer/pin_attempts_file.hpp"
#include "viewer/pin_verifier.hpp"
#include "viewer/screen_reader.hpp"
#include "viewer/speaker_connection.hpp"

namespace viewer {

class EventLoop {
public:
    // The window and the kiosk must outlive the loop.
    EventLoop(display::Window& window, ui::Kiosk& kiosk, base::ReadClock clock = os::read_clock)
        : window_(window), kiosk_(kiosk), clock_(std::move(clock)), suspended_(clock_().suspended),
          last_event_at_(clock_().since_boot) {
        input_translator_.set_keypad(kiosk_.content().site.keypad);
    }

    // Shows the content updates of `reloader`, each as soon as the kiosk is idle. `reloader` must
    // outlive the loop. `status_line` describes what is shown until then.
    void attach(reload::ContentReloader& reloader, const std::string& status_line);

    // Connects to the speaker, and again whenever somebody uses the kiosk after the connection was
    // lost, unless `audio: off` is in site.yaml. `speaker` must outlive the loop. Without one,
    // nothing can be heard.
    void attach(SpeakerConnection& speaker);

    // Continues with the wrong PINs in `file`, and keeps the file up to date. It must outlive the
    // loop. Without one, a restart forgets them.
    void attach(const PinAttemptsFile& file);

    // Runs until SIGTERM or SIGINT, until a window on a desktop is closed, or until staff restart
    // the program. The last picture is the cover. Throws std::runtime_error if the connection to
    // the display is lost.
    void run();

    // Runs one iteration: waits for an event or a deadline, at most `max_wait` (nullopt: without
    // limit), handles all pending events and draws if the picture changed. Waiting takes real time,
    // even if the clock is simulated. Returns false when the program should exit.
    bool run_once(std::optional<base::Duration> max_wait = std::nullopt);

    std::size_t frame_count() const { return frame_count_; } // frames presented so far

private:
    base::ClockReading update_clock();
    void wait(std::optional<base::Duration> max_wait);
    std::optional<base::Instant> next_deadline() const;
    // Returns when the event happened: a slow frame delays events, but must not change their
    // meaning.
    base::ClockReading event_time(const SDL_Event& event, const base::ClockReading& now) const;
    // Returns whether the next event is a later motion of the same finger or mouse.
    bool is_superseded(const SDL_Event& event);
    void handle_event(const SDL_Event& event);
    // Returns whether the key test shows the key, which then does nothing else.
    bool handle_tested_key(const SDL_Event& event, const base::ClockReading& now);
    void handle_window_event(const SDL_WindowEvent& event, const base::ClockReading& now);
    void advance(const base::ClockReading& now);
    void apply_content_update(const base::ClockReading& now);
    void run_effects(const base::ClockReading& now);
    void run_effect(const session::Effect& effect, const base::ClockReading& now);
    void verify_pins(const base::ClockReading& now);
    void connect_speaker(const base::ClockReading& now);
    void handle_speaker_replies(const base::ClockReading& now);
    void update_audio_status(const base::ClockReading& now);
    bool play_test_tone();
    void handle_finished(const speaker_protocol::Finished& finished, const base::ClockReading& now);
    bool say(const std::vector<speech::Utterance>& utterances);
    bool run_speech_effect(const session::Effect& effect, const base::ClockReading& now);
    void save_pin_attempts() const;
    bool should_exit() const;
    void draw_if_changed();
    void update_display_power();
    void ping_watchdog(base::Instant now);

    display::Window& window_;
    ui::Kiosk& kiosk_;
    base::ReadClock clock_;
    base::Duration suspended_;     // at the last reading of the clock
    base::Instant last_event_at_;  // of the last event that was handled
    Uint32 last_motion_ticks_ = 0; // of the last motion that was handled, by SDL's clock
    input::InputTranslator input_translator_;
    input::CursorAutoHide cursor_auto_hide_;
    os::SystemdNotifier systemd_notifier_;
    PinVerifier pin_verifier_;
    std::optional<std::vector<char>> pending_pin_; // to be verified once the verifier is free
    base::Instant watchdog_pinged_at_{};
    reload::ContentReloader* reloader_ = nullptr;
    SpeakerConnection* speaker_ = nullptr;
    ui::AudioStatus audio_status_;
    ScreenReader screen_reader_{[this](const auto& request) { speaker_->send(request); }};
    const PinAttemptsFile* pin_attempts_file_ = nullptr;
    std::shared_ptr<const content::Content> pending_content_; // to be shown once the kiosk is idle
    std::optional<SDL_Event> waited_event_;
    std::uint64_t shown_frame_hash_ = 0;
    int remaining_overwrite_count_ =
        0; // frames to present until no frame of an ended visit is left
    base::Instant next_overwrite_at_{};
    bool needs_redraw_ = true;
    bool was_woken_ = false; // by os::wake_event_loop()
    bool is_display_off_allowed_ = false;
    bool is_closed_ = false;
    bool is_display_lost_ = false;
    bool should_restart_ = false;
    std::size_t frame_count_ = 0;
};

} // namespace viewer
