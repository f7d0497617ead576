// Switches the display off while nobody is there to see it, and on again: where it is a Wayland display whose
// compositor lets a program do that, as the station's does.
//
// Over a connection of its own, so that it works before SDL has found a display and after SDL's has vanished:
// to SDL a display that is off is one that was unplugged.
#pragma once

#include <atomic>
#include <memory>
#include <thread>

namespace platform {

class DisplayPower {
public:
    // Null where the display cannot be switched. If it is off, it is on when this returns.
    static std::unique_ptr<DisplayPower> of_session();

    ~DisplayPower(); // leaves it on
    DisplayPower(const DisplayPower&) = delete;
    DisplayPower& operator=(const DisplayPower&) = delete;

    // Soon, and not before a second without a touch. The next touch switches it on again by itself.
    void switch_off();
    void switch_on();

    // Whether a hand has switched it on since this was last asked. The loop is woken when one does.
    bool was_touched() { return touched_.exchange(false); }

private:
    class Outputs;

    explicit DisplayPower(std::unique_ptr<Outputs> outputs);
    void wish(bool off);
    void work();

    std::unique_ptr<Outputs> outputs_; // of the thread alone
    int changed_;                      // an eventfd: there is something to do
    std::atomic<bool> off_{false};     // as wished
    std::atomic<bool> touched_{false};
    std::atomic<bool> ending_{false};
    std::thread thread_;
};

} // namespace platform
