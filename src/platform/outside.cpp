#include "platform/outside.hpp"

#include <SDL.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <thread>
#include <unistd.h>

namespace platform {

namespace {

std::atomic<bool> ending{false};

// A timer that never fires, but is cancelled whenever the clock on the wall is set or the machine wakes up.
void arm(int timer) {
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max(); // a smaller one may come true
    timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

void listen(int signals, int timer) {
    std::array<pollfd, 2> all{{{signals, POLLIN, 0}, {timer, POLLIN, 0}}};
    while (!ending) {
        if (poll(all.data(), all.size(), -1) < 0 && errno != EINTR) return;
        if (all[0].revents != 0) ending = true;
        if (all[1].revents != 0) arm(timer);
        wake_loop();
    }
}

} // namespace

void listen_outside() {
    ending = false;
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr); // inherited by every thread that SDL starts
    const int signals = signalfd(-1, &ends, SFD_CLOEXEC);
    const int timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    arm(timer);
    std::thread([signals, timer] { listen(signals, timer); }).detach();
}

bool told_to_end() {
    return ending;
}

// SDL does not return from its wait when a signal arrives, but does when an event is pushed.
void wake_loop() {
    SDL_Event wake{};
    wake.type = SDL_USEREVENT;
    SDL_PushEvent(&wake);
}

} // namespace platform
