#include "platform/loop.hpp"

#include "platform/clock.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>

namespace platform {

namespace {

std::atomic<bool> told_to_end{false};

constexpr session::Instant longest_wait{3'600'000};

} // namespace

void catch_signals() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr); // inherited by every thread that SDL starts
    // SDL does not return from its wait when a signal arrives, but does when an event is pushed.
    std::thread([ends] {
        int signal = 0;
        sigwait(&ends, &signal);
        told_to_end = true;
        SDL_Event wake{};
        wake.type = SDL_USEREVENT;
        SDL_PushEvent(&wake);
    }).detach();
}

void Loop::run() {
    while (turn()) {
    }
}

bool Loop::turn(std::optional<session::Instant> longest) {
    show();
    if (told_to_end || closed_) return false;
    wait(longest);
    if (waited_) hear(*waited_);
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) hear(event);
    const ui::Moment now = moment();
    if (const auto due = kiosk_.deadline(); due && *due <= now.now) kiosk_.pass(now);
    show();
    return !told_to_end && !closed_;
}

void Loop::wait(std::optional<session::Instant> longest) {
    std::optional<session::Instant> span = longest;
    if (const auto due = kiosk_.deadline()) {
        const session::Instant left = std::clamp(*due - boot_time(), session::Instant{0}, longest_wait);
        span = span ? std::min(*span, left) : left;
    }
    SDL_Event event;
    const int got =
        span ? SDL_WaitEventTimeout(&event, static_cast<int>(span->count())) : SDL_WaitEvent(&event);
    waited_ = got != 0 ? std::optional(event) : std::nullopt;
}

void Loop::hear(const SDL_Event& event) {
    const ui::Moment now = moment();
    if (event.type == SDL_QUIT) closed_ = true;
    if (event.type == SDL_WINDOWEVENT) {
        if (event.window.event == SDL_WINDOWEVENT_EXPOSED) exposed_ = true;
        if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
            kiosk_.resize(window_.panel(), now);
            exposed_ = true;
        }
    }
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
        kiosk_.lose_textures();
        exposed_ = true;
    }
    const ui::Panel& panel = kiosk_.theme().panel();
    const auto input = input_.read(event, panel.width_px, panel.height_px);
    if (!input) return;
    if (const auto* touch = std::get_if<ui::Touch>(&*input)) kiosk_.touch(*touch, now);
    if (const auto* key = std::get_if<ui::Key>(&*input)) kiosk_.key(*key, now);
    if (const auto* wheel = std::get_if<Wheel>(&*input)) kiosk_.wheel(wheel->mm, now);
}

void Loop::show() {
    if (!exposed_ && kiosk_.fingerprint() == shown_) return;
    kiosk_.paint(window_.renderer());
    window_.present();
    shown_ = kiosk_.fingerprint();
    exposed_ = false;
    ++frames_;
}

} // namespace platform
