#include "os/wakeup.hpp"

#include <SDL.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <mutex>
#include <poll.h>
#include <string_view>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <thread>
#include <unistd.h>

namespace os {

namespace {

std::atomic<bool> is_stopping{false};

std::mutex queue_mutex;
int queue_access_count = 0; // protected by the mutex

// Arms a timer that never expires. It is canceled, which makes its descriptor readable, whenever
// the system clock is set or the computer resumes from suspend (TFD_TIMER_CANCEL_ON_SET of
// timerfd_create(2)).
void arm_clock_change_timer(int timer_fd) {
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max(); // an earlier time could be reached
    timerfd_settime(timer_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

// Returns a descriptor that becomes readable when a file in /etc is replaced, as /etc/localtime is
// when the time zone changes. If the system has none left, a change is noticed when the kiosk reads
// the clock the next time.
int watch_time_zone() {
    const int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (fd >= 0) inotify_add_watch(fd, "/etc", IN_MOVED_TO | IN_CREATE | IN_ONLYDIR);
    return fd;
}

// Returns whether one of the events is about the time zone.
bool read_time_zone_events(int fd) {
    alignas(inotify_event) std::array<char, 4096> buffer;
    bool has_changed = false;
    for (ssize_t byte_count = 0; (byte_count = read(fd, buffer.data(), buffer.size())) > 0;) {
        for (const char* position = buffer.data(); position < buffer.data() + byte_count;) {
            const auto* event = reinterpret_cast<const inotify_event*>(position);
            position += sizeof(inotify_event) + event->len;
            if (event->len > 0 && std::string_view(event->name) == "localtime") has_changed = true;
        }
    }
    return has_changed;
}

void run_wakeup_thread(int signal_fd, int timer_fd, int time_zone_fd) {
    std::array<pollfd, 3> descriptors{
        {{signal_fd, POLLIN, 0}, {timer_fd, POLLIN, 0}, {time_zone_fd, POLLIN, 0}}};
    while (!is_stopping) {
        if (poll(descriptors.data(), descriptors.size(), -1) < 0 && errno != EINTR) return;
        bool should_wake = false;
        if (descriptors[0].revents != 0) should_wake = is_stopping = true;
        if (descriptors[1].revents != 0) arm_clock_change_timer(timer_fd), should_wake = true;
        if (descriptors[2].revents != 0 && read_time_zone_events(time_zone_fd)) should_wake = true;
        if (should_wake) wake_event_loop();
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
    const int time_zone_fd = watch_time_zone();
    std::thread([=] { run_wakeup_thread(signal_fd, timer_fd, time_zone_fd); }).detach();
}

bool is_stop_requested() {
    return is_stopping;
}

// SDL_WaitEvent() does not return when a signal arrives, only when an event is pushed.
void wake_event_loop() {
    const std::lock_guard lock(queue_mutex);
    if (queue_access_count == 0) return;
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

EventQueueAccess::EventQueueAccess() {
    const std::lock_guard lock(queue_mutex);
    ++queue_access_count;
}

EventQueueAccess::~EventQueueAccess() {
    const std::lock_guard lock(queue_mutex);
    --queue_access_count;
}

} // namespace os
