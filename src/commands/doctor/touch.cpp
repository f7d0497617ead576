// What is there to touch, and what should not be left plugged in.
#include "commands/doctor/checks.hpp"
#include "commands/machine/input_devices.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

Finding plugged_in_finding(const char* what, const std::string& name) {
    return {Status::warning, "touch", fmt::format("a {} is plugged in: {}", what, name),
            "pull it out when you are done: visitors get nothing but the screen"};
}

} // namespace

Findings check_touch(const DoctorContext& context) {
    const auto devices = list_input_devices(context.machine);
    if (!devices)
        return {{Status::warning, "touch", "what can be touched could not be found out",
                 "touch a card on the kiosk, and see whether it opens"}};
    Findings screens, others;
    for (const InputDevice& device : *devices) {
        if (device.is_touch_screen)
            screens.push_back({Status::ok, "touch", fmt::format("touch screen: {}", device.name)});
        else
            others.push_back(plugged_in_finding(device.is_keyboard ? "keyboard" : "mouse", device.name));
    }
    if (screens.empty())
        screens.push_back(
            {Status::error, "touch", "there is no touch screen", "look at the USB cable of the display"});
    screens.insert(screens.end(), others.begin(), others.end());
    return screens;
}

} // namespace commands::doctor
