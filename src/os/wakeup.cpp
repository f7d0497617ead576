#include "os/wakeup.hpp"

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

namespace os {

namespace {

std::atomic<bool> is_stopping{false};

// Arms a timer that never expires. It is canceled, which makes its descriptor readable, whenever
// the system clock is set or the computer resumes from suspend (TFD_TIMER_CANCEL_ON_SET of
// timerfd_create(2)).
void arm_clock_change_timer(int timer_fd) {
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max(); // an earlier time could be reached
    timerfd_settime(timer_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

void run_wakeup_thread(int signal_fd, int timer_fd) {
    std::array<pollfd, 2> descriptors{{{signal_fd, POLLIN, 0}, {timer_fd, POLLIN, 0}}};
    while (!is_stopping) {
        if (poll(descriptors.data(), descriptors.size(), -1) < 0 && errno != EINTR) return;
        if (descriptors[0].revents != 0) is_stopping = true;
        if (descriptors[1].revents != 0) arm_clock_change_timer(timer_fd);
        wake_event_loop();
    }
}

} // namespace

void start_wakeup_thread() {
    is_stopping = false;
    sigset_t stop_signals;
    sigemptyset(&stop_signals);
    sigaddset(&stop_signals, SIGTERM);
    sigaddset(&stop_signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr); // inherited by all later threads
    const int signal_fd = signalfd(-1, &stop_signals, SFD_CLOEXEC);
    const int timer_fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    arm_clock_change_timer(timer_fd);
    std::thread([signal_fd, timer_fd] { run_wakeup_thread(signal_fd, timer_fd); }).detach();
}

bool is_stop_requested() {
    return is_stopping;
}

// SDL_WaitEvent() does not return when a signal arrives, only when an event is pushed.
void wake_event_loop() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

} // namespace os
