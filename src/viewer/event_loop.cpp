#include "viewer/event_loop.hpp"

#include "viewer/device_status.hpp"
#include "os/wakeup.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace viewer {

namespace {

constexpr base::Instant max_wait_duration{3'600'000};
constexpr int max_events_per_frame =
    24; // events between two frames: a flood of them must not hold up the picture
constexpr base::Instant present_retry_interval{100}; // to bring a picture to a display that has not taken it
constexpr base::Instant min_suspend_duration{1000};  // less is the two clocks being read one after the other

// A display draws in up to four pictures of its own, in turn, each over the one of four pictures ago. So this
// many are presented when a visit has ended, far enough apart for the display not to skip one.
constexpr int overwrite_count = 4;
constexpr base::Instant overwrite_interval{100};

std::optional<base::Instant> earlier(std::optional<base::Instant> one,
                                        std::optional<base::Instant> other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

// Of the moves of one finger only the last one before a frame shows.
bool is_superseded(const SDL_Event& event) {
    if (event.type != SDL_FINGERMOTION) return false;
    SDL_Event next;
    return SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           next.type == event.type && next.tfinger.touchId == event.tfinger.touchId &&
           next.tfinger.fingerId == event.tfinger.fingerId;
}

} // namespace

void EventLoop::attach(reload::ContentReloader& reloader, const std::string& status_line) {
    systemd_notifier_.notify_status(status_line);
    reloader_ = &reloader;
    reloader.set_on_update(os::wake_event_loop);
}

void EventLoop::run() {
    while (run_once()) {
    }
    if (is_display_lost_) throw std::runtime_error("the display has gone");
    systemd_notifier_.notify_stopping();
    kiosk_.dispatch(session::Hide{}, update_clock());
    draw_if_changed();
}

bool EventLoop::run_once(std::optional<base::Instant> max_wait) {
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
    advance(now);
    apply_content_update(now);
    update_pin_verification(now);
    play_test_tone(now);
    draw_if_changed();
    update_display_power();
    ping_watchdog(now.since_boot);
    return !should_exit();
}

bool EventLoop::should_exit() const {
    const auto& staff = kiosk_.state().staff;
    return os::is_stop_requested() || is_closed_ || (staff && staff->restarting);
}

// A visit that was open when the machine fell asleep is over: whoever stands there now may be another.
base::ClockReading EventLoop::update_clock() {
    const base::ClockReading now = clock_();
    if (now.suspended - suspended_ >= min_suspend_duration) kiosk_.dispatch(session::EndVisit{}, now);
    suspended_ = now.suspended;
    return now;
}

std::optional<base::Instant> EventLoop::next_deadline() const {
    const auto interval = systemd_notifier_.watchdog_interval();
    auto next = earlier(kiosk_.next_deadline(), cursor_auto_hide_.hide_at());
    if (remaining_overwrite_count_ > 0) next = earlier(next, next_overwrite_at_);
    if (needs_redraw_) return clock_().since_boot + present_retry_interval;
    return earlier(next, interval ? std::optional(watchdog_pinged_at_ + *interval) : std::nullopt);
}

void EventLoop::wait(std::optional<base::Instant> max_wait) {
    std::optional<base::Instant> timeout = max_wait;
    if (const auto due = next_deadline())
        timeout =
            earlier(timeout, std::clamp(*due - clock_().since_boot, base::Instant{0}, max_wait_duration));
    SDL_Event event;
    const int has_event =
        timeout ? SDL_WaitEventTimeout(&event, static_cast<int>(timeout->count())) : SDL_WaitEvent(&event);
    waited_event_ = has_event != 0 ? std::optional(event) : std::nullopt;
}

void EventLoop::handle_event(const SDL_Event& event) {
    const base::ClockReading now = update_clock();
    if (event.type == SDL_USEREVENT) was_woken_ = true;
    if (event.type == SDL_QUIT) is_closed_ = is_display_lost_ = true;
    if (event.type == SDL_WINDOWEVENT) handle_window_event(event.window, now);
    if (event.type == SDL_SYSWMEVENT) window_.handle_x11_event(event.syswm);
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
        kiosk_.release_textures();
        needs_redraw_ = true;
    }
    cursor_auto_hide_.handle_event(event, now.since_boot);
    const ui::Panel& panel = kiosk_.theme().panel();
    const input::Canvas canvas{panel.width_px, panel.height_px, window_.rotation(),
                        kiosk_.visible_rect(session::Hide{})};
    const auto input = input_translator_.translate(event, canvas, now.since_boot);
    if (!input) return;
    if (const auto* touch = std::get_if<ui::Touch>(&*input)) kiosk_.handle_touch(*touch, now);
    if (const auto* key = std::get_if<ui::Key>(&*input)) kiosk_.handle_key(*key, now);
    if (const auto* wheel = std::get_if<input::WheelStep>(&*input)) kiosk_.handle_wheel(wheel->mm, now);
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
    case SDL_WINDOWEVENT_CLOSE: // a window on a desk may be closed, the school's screen may not
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
        if (update->content && update->content.get() != &kiosk_.content()) pending_content_ = update->content;
    }
    if (!pending_content_ || !kiosk_.is_idle()) return;
    kiosk_.set_content(std::exchange(pending_content_, nullptr), now);
    const content::Site& site = kiosk_.content().site;
    if (window_.matches(site)) return;
    kiosk_.release_textures();
    window_.configure(site);
    kiosk_.resize(window_.panel(), now);
}

void EventLoop::update_pin_verification(const base::ClockReading& now) {
    if (const auto result = pin_verifier_.take_result()) kiosk_.answer(result->pin, result->is_correct, now);
    const auto* pin = kiosk_.pin_to_check();
    if (pin != nullptr && !pin_verifier_.is_busy()) pin_verifier_.start(*pin, kiosk_.content().site.staff_pin);
}

void EventLoop::play_test_tone(const base::ClockReading& now) {
    const auto& staff = kiosk_.state().staff;
    if (!staff || staff->tone != session::ToneTest::requested) return;
    kiosk_.dispatch(session::TestToneResult{test_tone_ != nullptr && test_tone_->play()}, now);
}

void EventLoop::draw_if_changed() {
    const base::Instant now = clock_().since_boot;
    if (kiosk_.consume_visit_end()) remaining_overwrite_count_ = overwrite_count, next_overwrite_at_ = now;
    const bool should_overwrite = remaining_overwrite_count_ > 0 && now >= next_overwrite_at_;
    if (!needs_redraw_ && !should_overwrite && kiosk_.frame_hash() == shown_frame_hash_) return;
    kiosk_.draw(window_.renderer());
    needs_redraw_ = !window_.present();
    if (needs_redraw_) return; // and so it is due again soon
    shown_frame_hash_ = kiosk_.frame_hash();
    if (++frame_count_ == 1) systemd_notifier_.notify_ready();
    if (!should_overwrite) return;
    window_.overwrite_old_frames();
    next_overwrite_at_ = now + overwrite_interval;
    --remaining_overwrite_count_;
}

// After the black picture, so that it is the last one shown, and over all older ones: a display that is off
// draws nothing.
void EventLoop::update_display_power() {
    if (is_display_off_allowed_ == kiosk_.is_off_hours() ||
        (kiosk_.is_off_hours() && remaining_overwrite_count_ > 0))
        return;
    is_display_off_allowed_ = kiosk_.is_off_hours();
    window_.allow_display_off(is_display_off_allowed_);
}

// Only here, at the end of a turn that has heard everything and drawn what was due: a loop that is stuck
// anywhere falls silent, and so does one whose picture does not get to the display, or whose display is stuck
// itself.
void EventLoop::ping_watchdog(base::Instant now) {
    const auto interval = systemd_notifier_.watchdog_interval();
    if (!interval || needs_redraw_ || now - watchdog_pinged_at_ < *interval) return;
    window_.sync_with_display();
    systemd_notifier_.notify_watchdog();
    watchdog_pinged_at_ = now;
}

} // namespace viewer
