// Switches the display off outside the opening hours, and on again. This needs a Wayland compositor
// that lets programs do it, as the station's does.
//
// It uses a connection of its own. SDL takes a display that is off for one that was unplugged, so
// this must work before SDL finds a display and after SDL has lost it.
#pragma once

#include <atomic>
#include <memory>
#include <thread>

namespace display {

class DisplayPower {
public:
    // Connects to the compositor and switches the display on if it is off. Returns null if the
    // display cannot be switched: there is no Wayland display, or its compositor lacks one of the
    // protocols wlr-output-management and ext-idle-notify.
    static std::unique_ptr<DisplayPower> create();

    // Leaves the display on.
    ~DisplayPower();
    DisplayPower(const DisplayPower&) = delete;
    DisplayPower& operator=(const DisplayPower&) = delete;

    // Requests that the display be switched off. It happens on another thread, and only after a
    // second without a touch. The next touch switches the display on again.
    void switch_off();
    // Requests that the display be switched on. It happens on another thread.
    void switch_on();

    // Returns whether a touch has switched the display on since the last call. The event loop is
    // woken when that happens.
    bool consume_touch() { return was_touched_.exchange(false); }

private:
    class WaylandOutputs;

    explicit DisplayPower(std::unique_ptr<WaylandOutputs> outputs);
    void request(bool is_on);
    void run();

    std::unique_ptr<WaylandOutputs> outputs_; // used only by the thread while it runs
    int wakeup_fd_;                           // an eventfd that wakes the thread
    std::atomic<bool> is_on_requested_{true};
    std::atomic<bool> was_touched_{false};
    std::atomic<bool> is_stopping_{false};
    std::thread thread_; // last, because it uses the other members
};

} // namespace display
