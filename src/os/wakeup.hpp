// What reaches the loop from outside the display: signals to end, the machine waking up, news.
#pragma once

namespace os {

// From now on SIGTERM and SIGINT end the loop instead of the process, and it is woken when the clock jumps, as
// it does after sleep. To be called before any other thread is started.
void start_wakeup_thread();

bool is_stop_requested(); // by a signal, since listen_outside()

// Makes the loop turn once. From any thread.
void wake_event_loop();

} // namespace os
