#include "platform/loop.hpp"

#include "platform/facts.hpp"
#include "platform/outside.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace platform {

namespace {

constexpr session::Instant longest_wait{3'600'000};
constexpr int most_at_once = 24; // events between two frames: a flood of them must not hold up the picture
constexpr session::Instant next_try{100};        // to bring a picture to a display that has not taken it
constexpr session::Instant shortest_sleep{1000}; // less is the two clocks being read one after the other

// A display draws in up to four pictures of its own, in turn, each over the one of four pictures ago. So this
// many are presented when a visit has ended, far enough apart for the display not to skip one.
constexpr int overwrite_count = 4;
constexpr session::Instant overwrite_interval{100};

std::optional<session::Instant> sooner(std::optional<session::Instant> one,
                                       std::optional<session::Instant> other) {
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

void Loop::follow(Librarian& librarian, const std::string& status) {
    service_.status(status);
    librarian_ = &librarian;
    librarian.on_news(wake_loop);
}

void Loop::run() {
    while (turn()) {
    }
    if (display_gone_) throw std::runtime_error("the display has gone");
    service_.ending();
    kiosk_.event(session::Hide{}, now());
    show();
}

bool Loop::turn(std::optional<session::Instant> longest) {
    show();
    if (is_over()) return false;
    wait(longest);
    if (waited_) hear(*waited_);
    SDL_Event event;
    for (int heard = 0; heard < most_at_once && SDL_PollEvent(&event) != 0;) {
        if (is_superseded(event)) continue;
        hear(event);
        ++heard;
    }
    const ui::Moment moment = now();
    pass(moment);
    take_news(moment);
    keep_door(moment);
    play_tone(moment);
    show();
    follow_the_dark();
    keep_alive(moment.now);
    return !is_over();
}

bool Loop::is_over() const {
    const auto& staff = kiosk_.state().staff;
    return told_to_end() || closed_ || (staff && staff->restarting);
}

// A visit that was open when the machine fell asleep is over: whoever stands there now may be another.
ui::Moment Loop::now() {
    const ui::Moment moment = clock_();
    if (moment.asleep - asleep_ >= shortest_sleep) kiosk_.event(session::EndVisit{}, moment);
    asleep_ = moment.asleep;
    return moment;
}

std::optional<session::Instant> Loop::deadline() const {
    const auto interval = service_.interval();
    auto next = sooner(kiosk_.deadline(), pointer_.deadline());
    if (overwrites_left_ > 0) next = sooner(next, overwrite_at_);
    if (exposed_) return clock_().now + next_try;
    return sooner(next, interval ? std::optional(alive_ + *interval) : std::nullopt);
}

void Loop::wait(std::optional<session::Instant> longest) {
    std::optional<session::Instant> span = longest;
    if (const auto due = deadline())
        span = sooner(span, std::clamp(*due - clock_().now, session::Instant{0}, longest_wait));
    SDL_Event event;
    const int got =
        span ? SDL_WaitEventTimeout(&event, static_cast<int>(span->count())) : SDL_WaitEvent(&event);
    waited_ = got != 0 ? std::optional(event) : std::nullopt;
}

void Loop::hear(const SDL_Event& event) {
    const ui::Moment moment = now();
    if (event.type == SDL_USEREVENT) woken_ = true;
    if (event.type == SDL_QUIT) closed_ = display_gone_ = true;
    if (event.type == SDL_WINDOWEVENT) hear_window(event.window, moment);
    if (event.type == SDL_SYSWMEVENT) window_.hear(event.syswm);
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
        kiosk_.lose_textures();
        exposed_ = true;
    }
    pointer_.hear(event, moment.now);
    const ui::Panel& panel = kiosk_.theme().panel();
    const View view{panel.width_px, panel.height_px, window_.turn(), kiosk_.place_of(session::Hide{})};
    const auto input = input_.read(event, view, moment.now);
    if (!input) return;
    if (const auto* touch = std::get_if<ui::Touch>(&*input)) kiosk_.touch(*touch, moment);
    if (const auto* key = std::get_if<ui::Key>(&*input)) kiosk_.key(*key, moment);
    if (const auto* wheel = std::get_if<Wheel>(&*input)) kiosk_.wheel(wheel->mm, moment);
}

void Loop::hear_window(const SDL_WindowEvent& event, const ui::Moment& now) {
    switch (event.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        kiosk_.lose_textures();
        window_.fit();
        kiosk_.resize(window_.panel(), now);
        exposed_ = true;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        exposed_ = true;
        break;
    case SDL_WINDOWEVENT_CLOSE: // a window on a desk may be closed, the school's screen may not
        closed_ = closed_ || !window_.is_full_screen();
        break;
    default:
        break;
    }
}

void Loop::pass(const ui::Moment& now) {
    pointer_.pass(now.now);
    const auto due = kiosk_.deadline();
    if (window_.was_woken()) kiosk_.wake(now);
    if (woken_ || (due && *due <= now.now)) kiosk_.pass(now);
    woken_ = false;
}

void Loop::take_news(const ui::Moment& now) {
    if (librarian_ == nullptr) return;
    if (const auto edition = librarian_->take()) {
        service_.status(edition->status);
        kiosk_.know(with(kiosk_.facts(), *edition), now);
        if (edition->content && edition->content.get() != &kiosk_.content()) news_ = edition->content;
    }
    if (!news_ || !kiosk_.at_rest()) return;
    kiosk_.replace(std::exchange(news_, nullptr), now);
    const content::Site& site = kiosk_.content().site;
    if (window_.hangs_as(site)) return;
    kiosk_.lose_textures();
    window_.hang(site);
    kiosk_.resize(window_.panel(), now);
}

void Loop::keep_door(const ui::Moment& now) {
    if (const auto answer = doorkeeper_.answer()) kiosk_.answer(answer->pin, answer->right, now);
    const auto* pin = kiosk_.pin_to_check();
    if (pin != nullptr && !doorkeeper_.is_busy()) doorkeeper_.ask(*pin, kiosk_.content().site.staff_pin);
}

void Loop::play_tone(const ui::Moment& now) {
    const auto& staff = kiosk_.state().staff;
    if (!staff || staff->tone != session::Tone::asked) return;
    kiosk_.event(session::AnswerTone{tone_ != nullptr && tone_->play()}, now);
}

void Loop::show() {
    const session::Instant now = clock_().now;
    if (kiosk_.consume_visit_end()) overwrites_left_ = overwrite_count, overwrite_at_ = now;
    const bool overwrites = overwrites_left_ > 0 && now >= overwrite_at_;
    if (!exposed_ && !overwrites && kiosk_.fingerprint() == shown_) return;
    kiosk_.paint(window_.renderer());
    exposed_ = !window_.present();
    if (exposed_) return; // and so it is due again soon
    shown_ = kiosk_.fingerprint();
    if (++frames_ == 1) service_.up();
    if (!overwrites) return;
    window_.overwrite_older_pictures();
    overwrite_at_ = now + overwrite_interval;
    --overwrites_left_;
}

// After the black picture, so that it is the last one shown, and over all older ones: a display that is off
// draws nothing.
void Loop::follow_the_dark() {
    if (dark_ == kiosk_.dark() || (kiosk_.dark() && overwrites_left_ > 0)) return;
    dark_ = kiosk_.dark();
    window_.let_display_sleep(dark_);
}

// Only here, at the end of a turn that has heard everything and drawn what was due: a loop that is stuck
// anywhere falls silent, and so does one whose picture does not get to the display, or whose display is stuck
// itself.
void Loop::keep_alive(session::Instant now) {
    const auto interval = service_.interval();
    if (!interval || exposed_ || now - alive_ < *interval) return;
    window_.await_display();
    service_.alive();
    alive_ = now;
}

} // namespace platform
