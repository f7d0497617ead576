// Checks that there is a touchscreen, and warns about keyboards and mice that visitors could use.
#include "commands/doctor/checks.hpp"
#include "commands/machine/input_devices.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

Finding plugged_in_finding(const char* kind, const std::string& name) {
    return {Status::warning, "touch", fmt::format("a {} is plugged in: {}", kind, name),
            "unplug it when you are done; visitors must have only the touchscreen"};
}

} // namespace

Findings check_touch(const DoctorContext& context) {
    const auto devices = list_input_devices(context.machine);
    if (!devices)
        return {{Status::warning, "touch", "could not list the input devices",
                 "touch a card on the kiosk, and check whether it opens"}};
    Findings screens, others;
    for (const InputDevice& device : *devices) {
        if (device.is_touch_screen)
            screens.push_back({Status::ok, "touch", fmt::format("touchscreen: {}", device.name)});
        else if (device.is_built_in)
            others.push_back({Status::ok, "touch",
                              fmt::format("at the PS/2 port, or built in: {}", device.name)});
        else
            others.push_back(
                plugged_in_finding(device.is_keyboard ? "keyboard" : "mouse", device.name));
    }
    if (screens.empty())
        screens.push_back({Status::error, "touch", "no touchscreen is connected",
                           "check the USB cable of the display"});
    screens.insert(screens.end(), others.begin(), others.end());
    return screens;
}

} // namespace commands::doctor
