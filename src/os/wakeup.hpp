// Wakes the event loop for everything that is not an SDL event: stop signals, clock and time zone
// changes, resume from suspend, results from other threads.
#pragma once

namespace os {

// Starts a thread that wakes the event loop on SIGTERM and SIGINT, which no longer end the process,
// when the system clock is set, as it is on resume from suspend, and when /etc/localtime is
// replaced. Must be called before any
// other thread is started, because threads inherit the blocked signals.
void start_wakeup_thread();

// Returns whether SIGTERM or SIGINT has arrived since start_wakeup_thread().
bool is_stop_requested();

// Makes the event loop run one iteration. Can be called from any thread, also when SDL has not been
// started or has been stopped; then it does nothing.
void wake_event_loop();

// While this exists, wake_event_loop() may use SDL's event queue. It must be created after
// SDL_Init() and destroyed before SDL_Quit(). Its destructor waits for a wake-up in progress on
// another thread.
class EventQueueAccess {
public:
    EventQueueAccess();
    ~EventQueueAccess();
    EventQueueAccess(const EventQueueAccess&) = delete;
    EventQueueAccess& operator=(const EventQueueAccess&) = delete;
};

} // namespace os
