#include "viewer/event_loop.hpp"

#include "os/wakeup.hpp"
#include "viewer/device_status.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace viewer {

namespace {

// SDL takes the time to wait as an int in milliseconds.
constexpr base::Duration max_wait_duration{3'600'000};

// Between two frames, so that a flood of events does not keep the picture from being drawn.
constexpr int max_events_per_frame = 24;

// Until the next attempt to present a frame that the display has not accepted.
constexpr base::Duration present_retry_interval{100};

// A shorter difference comes from reading the two clocks one after the other.
constexpr base::Duration min_suspend_duration{1000};

// A display may cycle through up to four buffers, so each frame may replace the frame before the
// last three. Therefore four frames are presented after a visit, far enough apart that the display
// skips none of them.
constexpr int overwrite_count = 4;
constexpr base::Duration overwrite_interval{100};

// The earlier of two times; nullopt is later than any time.
template <typename Time>
std::optional<Time> earlier(std::optional<Time> one, std::optional<Time> other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

// Between two motions of a finger that are handled, in milliseconds. Only the last one before a
// frame is visible, but the speed of a flick is computed from all of them.
constexpr Uint32 max_motion_gap_ms = 40;

// An older event was not stamped by SDL, or SDL's clock has wrapped around.
constexpr Uint32 max_event_age_ms = 60'000;

std::optional<SDL_Event> next_pending_event() {
    SDL_Event next;
    if (SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) != 1)
        return std::nullopt;
    return next;
}

// Returns whether `next` is a motion of the same finger or mouse.
bool is_later_motion(const SDL_Event& event, const SDL_Event& next) {
    if (next.type != event.type) return false;
    if (event.type == SDL_MOUSEMOTION) return next.motion.which == event.motion.which;
    return next.tfinger.touchId == event.tfinger.touchId &&
           next.tfinger.fingerId == event.tfinger.fingerId;
}

// Returns when SDL received the event. `now` is the present time.
base::ClockReading time_of(const SDL_Event& event, base::ClockReading now) {
    const Uint32 age_ms = SDL_GetTicks() - event.common.timestamp;
    if (age_ms <= max_event_age_ms) now.since_boot -= base::Duration{age_ms};
    return now;
}

} // namespace

void EventLoop::attach(reload::ContentReloader& reloader, const std::string& status_line) {
    systemd_notifier_.notify_status(status_line);
    reloader_ = &reloader;
    reloader.set_on_update(os::wake_event_loop);
}

void EventLoop::attach(const PinAttemptsFile& file) {
    pin_attempts_file_ = &file;
    kiosk_.set_pin_attempts(file.load(clock_().since_boot));
}

void EventLoop::run() {
    while (run_once()) {
    }
    if (is_display_lost_) throw std::runtime_error("lost the connection to the display");
    systemd_notifier_.notify_stopping();
    const base::ClockReading now = update_clock();
    kiosk_.dispatch(session::Hide{}, now);
    for (const session::Effect& effect : kiosk_.take_effects()) run_effect(effect, now);
    draw_if_changed();
}

bool EventLoop::run_once(std::optional<base::Duration> max_wait) {
    draw_if_changed();
    if (should_exit()) return false;
    wait(max_wait);
    if (waited_event_) handle_event(*waited_event_);
    SDL_Event event;
    for (int event_count = 0; event_count < max_events_per_frame && SDL_PollEvent(&event) != 0;) {
        if (is_superseded(event)) continue;
        handle_event(event);
        ++event_count;
    }
    const base::ClockReading now = update_clock();
    // An event that is still pending acts on the screen that was shown when it happened.
    const auto pending = next_pending_event();
    advance(pending ? event_time(*pending, now) : now);
    apply_content_update(now);
    handle_speaker_replies(now);
    run_effects(now);
    draw_if_changed();
    update_display_power();
    ping_watchdog(now.since_boot);
    return !should_exit();
}

bool EventLoop::should_exit() const {
    return os::is_stop_requested() || is_closed_ || should_restart_;
}

// A visit that was active when the computer was suspended is over, because another person may be
// there now.
base::ClockReading EventLoop::update_clock() {
    const base::ClockReading now = clock_();
    if (now.suspended - suspended_ >= min_suspend_duration)
        kiosk_.dispatch(session::EndVisit{}, now);
    suspended_ = now.suspended;
    return now;
}

std::optional<base::Instant> EventLoop::next_deadline() const {
    const auto interval = systemd_notifier_.watchdog_interval();
    auto next = earlier(kiosk_.next_deadline(), cursor_auto_hide_.hide_at());
    if (remaining_overwrite_count_ > 0) next = earlier(next, std::optional(next_overwrite_at_));
    if (needs_redraw_) return clock_().since_boot + present_retry_interval;
    if (interval) next = earlier(next, std::optional(watchdog_pinged_at_ + *interval));
    return next;
}

void EventLoop::wait(std::optional<base::Duration> max_wait) {
    std::optional<base::Duration> timeout = max_wait;
    if (const auto due = next_deadline()) {
        const base::Duration left = *due - clock_().since_boot;
        timeout =
            earlier(timeout, std::optional(std::clamp(left, base::Duration{0}, max_wait_duration)));
    }
    SDL_Event event;
    const int has_event = timeout ? SDL_WaitEventTimeout(&event, static_cast<int>(timeout->count()))
                                  : SDL_WaitEvent(&event);
    waited_event_ = has_event != 0 ? std::optional(event) : std::nullopt;
}

bool EventLoop::is_superseded(const SDL_Event& event) {
    if (event.type != SDL_FINGERMOTION && event.type != SDL_MOUSEMOTION) return false;
    const auto next = next_pending_event();
    if (next && is_later_motion(event, *next) &&
        next->common.timestamp - last_motion_ticks_ < max_motion_gap_ms)
        return true;
    last_motion_ticks_ = event.common.timestamp;
    return false;
}

base::ClockReading EventLoop::event_time(const SDL_Event& event,
                                         const base::ClockReading& now) const {
    base::ClockReading time = time_of(event, now);
    time.since_boot = std::max(time.since_boot, last_event_at_);
    return time;
}

void EventLoop::handle_event(const SDL_Event& event) {
    const base::ClockReading now = event_time(event, update_clock());
    last_event_at_ = now.since_boot;
    if (event.type == SDL_USEREVENT) was_woken_ = true;
    if (event.type == SDL_QUIT) is_closed_ = is_display_lost_ = true;
    if (event.type == SDL_WINDOWEVENT) handle_window_event(event.window, now);
    if (event.type == SDL_SYSWMEVENT) window_.handle_x11_event(event.syswm);
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
        kiosk_.release_textures();
        needs_redraw_ = true;
    }
    cursor_auto_hide_.handle_event(event, now.since_boot);
    if (handle_tested_key(event, now)) return;
    const ui::Panel& panel = kiosk_.theme().panel();
    const input::Canvas canvas{panel.width_px, panel.height_px, window_.rotation(),
                               kiosk_.visible_rect(session::Hide{})};
    const auto input = input_translator_.translate(event, canvas, now.since_boot);
    if (!input) return;
    connect_speaker(now);
    if (const auto* touch = std::get_if<ui::Touch>(&*input)) kiosk_.handle_touch(*touch, now);
    if (const auto* key = std::get_if<ui::Key>(&*input)) kiosk_.handle_key(*key, now);
    if (const auto* wheel = std::get_if<input::WheelStep>(&*input))
        kiosk_.handle_wheel(wheel->mm, now);
}

bool EventLoop::handle_tested_key(const SDL_Event& event, const base::ClockReading& now) {
    if (event.type != SDL_KEYDOWN ||
        !session::is_on_staff_screen(kiosk_.state(), session::StaffScreen::keys))
        return false;
    if (event.key.repeat == 0)
        kiosk_.dispatch(session::TestKey{SDL_GetKeyName(input::key_code(event.key.keysym))}, now);
    return true;
}

void EventLoop::handle_window_event(const SDL_WindowEvent& event, const base::ClockReading& now) {
    switch (event.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        kiosk_.release_textures();
        window_.recreate_renderer();
        kiosk_.resize(window_.panel(), now);
        needs_redraw_ = true;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        needs_redraw_ = true;
        break;
    case SDL_WINDOWEVENT_CLOSE: // a window on a desktop can be closed, a full-screen kiosk cannot
        is_closed_ = is_closed_ || !window_.is_full_screen();
        break;
    default:
        break;
    }
}

void EventLoop::advance(const base::ClockReading& now) {
    cursor_auto_hide_.advance(now.since_boot);
    const auto due = kiosk_.next_deadline();
    if (window_.consume_wake_touch()) kiosk_.wake(now);
    if (was_woken_ || (due && *due <= now.since_boot)) kiosk_.advance(now);
    was_woken_ = false;
}

void EventLoop::apply_content_update(const base::ClockReading& now) {
    if (reloader_ == nullptr) return;
    if (const auto update = reloader_->take_update()) {
        systemd_notifier_.notify_status(update->status_line);
        kiosk_.set_device_status(with_content(kiosk_.device_status(), *update), now);
        if (update->content && update->content.get() != &kiosk_.content())
            pending_content_ = update->content;
    }
    if (!pending_content_ || !kiosk_.is_idle()) return;
    kiosk_.set_content(std::exchange(pending_content_, nullptr), now);
    connect_speaker(now);
    const content::Site& site = kiosk_.content().site;
    input_translator_.set_keypad(site.keypad);
    if (window_.matches(site)) return;
    kiosk_.release_textures();
    window_.configure(site);
    kiosk_.resize(window_.panel(), now);
}

void EventLoop::run_effects(const base::ClockReading& now) {
    // What one effect leads to may be another one, such as reading the next text.
    for (auto effects = kiosk_.take_effects(); !effects.empty(); effects = kiosk_.take_effects())
        for (const session::Effect& effect : effects) run_effect(effect, now);
    verify_pins(now);
}

void EventLoop::run_effect(const session::Effect& effect, const base::ClockReading& now) {
    if (run_speech_effect(effect, now)) return;
    if (const auto* verify = std::get_if<session::VerifyPin>(&effect)) {
        pending_pin_ = verify->pin;
        save_pin_attempts(); // before the result, so that ending the program does not avoid the
                             // count
    } else if (std::holds_alternative<session::PlayTestTone>(effect)) {
        kiosk_.dispatch(session::TestToneResult{play_test_tone()}, now);
    } else if (std::holds_alternative<session::RestartProgram>(effect)) {
        should_restart_ = true;
    } else if (std::holds_alternative<session::ForgetVisit>(effect)) {
        remaining_overwrite_count_ = overwrite_count;
        next_overwrite_at_ = now.since_boot;
        pending_pin_.reset(); // nobody waits for its result
        screen_reader_.stop();
    }
}

void EventLoop::verify_pins(const base::ClockReading& now) {
    if (auto result = pin_verifier_.take_result()) {
        kiosk_.dispatch(session::PinChecked{std::move(result->pin), result->is_correct, {}}, now);
        if (result->is_correct) save_pin_attempts();
    }
    if (!pending_pin_ || pin_verifier_.is_busy()) return;
    pin_verifier_.start(*pending_pin_, kiosk_.content().site.staff_pin);
    pending_pin_.reset();
}

void EventLoop::save_pin_attempts() const {
    if (pin_attempts_file_ == nullptr) return;
    try {
        pin_attempts_file_->save(kiosk_.pin_attempts());
    } catch (const std::system_error& error) {
        // They still count until the program ends.
        std::fprintf(stderr, "help-kiosk: cannot save the number of wrong PINs: %s\n",
                     error.what());
    }
}

void EventLoop::draw_if_changed() {
    const base::Instant now = clock_().since_boot;
    const bool should_overwrite = remaining_overwrite_count_ > 0 && now >= next_overwrite_at_;
    if (!needs_redraw_ && !should_overwrite && kiosk_.frame_hash() == shown_frame_hash_) return;
    kiosk_.draw(window_.renderer());
    needs_redraw_ = !window_.present();
    if (needs_redraw_) return; // it is tried again after present_retry_interval
    shown_frame_hash_ = kiosk_.frame_hash();
    if (++frame_count_ == 1) systemd_notifier_.notify_ready();
    if (!should_overwrite) return;
    window_.overwrite_old_frames();
    next_overwrite_at_ = now + overwrite_interval;
    --remaining_overwrite_count_;
}

// The display may go off only after the black frame has replaced all older ones, because a display
// that is off draws nothing.
void EventLoop::update_display_power() {
    if (is_display_off_allowed_ == kiosk_.is_off_hours() ||
        (kiosk_.is_off_hours() && remaining_overwrite_count_ > 0))
        return;
    is_display_off_allowed_ = kiosk_.is_off_hours();
    window_.allow_display_off(is_display_off_allowed_);
}

// The loop pings the watchdog only here, after all events were handled and the frame was drawn. So
// the pings stop if the loop hangs anywhere, if a frame does not get to the display, or if the
// display does not respond; systemd then restarts the program.
void EventLoop::ping_watchdog(base::Instant now) {
    const auto interval = systemd_notifier_.watchdog_interval();
    if (!interval || needs_redraw_ || now - watchdog_pinged_at_ < *interval) return;
    window_.sync_with_display();
    systemd_notifier_.notify_watchdog();
    watchdog_pinged_at_ = now;
}

} // namespace viewer
