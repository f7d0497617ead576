// Wakes the event loop for everything that is not an SDL event: stop signals, clock changes, resume
// from suspend, results from other threads.
#pragma once

namespace os {

// Starts a thread that wakes the event loop on SIGTERM and SIGINT, which no longer end the process,
// and when the system clock is set, as it is on resume from suspend. Must be called before any
// other thread is started, because threads inherit the blocked signals.
void start_wakeup_thread();

// Returns whether SIGTERM or SIGINT has arrived since start_wakeup_thread().
bool is_stop_requested();

// Makes the event loop run one iteration. Can be called from any thread.
void wake_event_loop();

} // namespace os
