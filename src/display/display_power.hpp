// Switches the display off while nobody is there to see it, and on again: where it is a Wayland display whose
// compositor lets a program do that, as the station's does.
//
// Over a connection of its own, so that it works before SDL has found a display and after SDL's has vanished:
// to SDL a display that is off is one that was unplugged.
#pragma once

#include <atomic>
#include <memory>
#include <thread>

namespace display {

class DisplayPower {
public:
    // Null where the display cannot be switched. If it is off, it is on when this returns.
    static std::unique_ptr<DisplayPower> create();

    ~DisplayPower(); // leaves it on
    DisplayPower(const DisplayPower&) = delete;
    DisplayPower& operator=(const DisplayPower&) = delete;

    // Soon, and not before a second without a touch. The next touch switches it on again by itself.
    void switch_off();
    void switch_on();

    // Whether a hand has switched it on since this was last asked. The loop is woken when one does.
    bool consume_touch() { return was_touched_.exchange(false); }

private:
    class WaylandOutputs;

    explicit DisplayPower(std::unique_ptr<WaylandOutputs> outputs);
    void request(bool off);
    void run();

    std::unique_ptr<WaylandOutputs> outputs_;   // of the thread alone
    int wakeup_fd_;                             // an eventfd: there is something to do
    std::atomic<bool> is_off_requested_{false}; // as wished
    std::atomic<bool> was_touched_{false};
    std::atomic<bool> is_stopping_{false};
    std::thread thread_;
};

} // namespace display
