// What is there to touch, and what should not be left plugged in.
#include "cli/doctor/probes.hpp"
#include "platform/input_devices.hpp"

#include <fmt/format.h>

namespace cli::doctor {

namespace {

Finding left(const char* what, const std::string& name) {
    return {Mark::look, "touch", fmt::format("a {} is plugged in: {}", what, name),
            "pull it out when you are done: visitors get nothing but the screen"};
}

} // namespace

Findings look_at_touch(const Subject& subject) {
    const auto devices = platform::input_devices(subject.machine);
    if (!devices)
        return {{Mark::look, "touch", "what can be touched could not be found out",
                 "touch a card on the kiosk, and see whether it opens"}};
    Findings screens, others;
    for (const platform::InputDevice& device : *devices) {
        if (device.touch_screen)
            screens.push_back({Mark::ok, "touch", fmt::format("touch screen: {}", device.name)});
        else
            others.push_back(left(device.keyboard ? "keyboard" : "mouse", device.name));
    }
    if (screens.empty())
        screens.push_back(
            {Mark::bad, "touch", "there is no touch screen", "look at the USB cable of the display"});
    screens.insert(screens.end(), others.begin(), others.end());
    return screens;
}

} // namespace cli::doctor
