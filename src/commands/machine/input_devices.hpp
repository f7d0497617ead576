// The connected touchscreens, mice and keyboards that the kernel lists. A version with libudev was
// shorter, but libudev reads only the real /sys and /run/udev, so tests could not replace the
// devices.
#pragma once

#include "commands/machine/machine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands {

// A touchscreen, mouse or keyboard. A device can be more than one of them.
struct InputDevice {
    std::string name;
    // Bus, vendor and product IDs. The same for all input devices of one physical device.
    std::string product;
    bool is_touch_screen = false;
    // True for touchpads, too.
    bool is_mouse = false;
    bool is_keyboard = false;
    // At the PS/2 port, or built into the computer. Virtual machines and many controllers report
    // such a keyboard or mouse though there is none.
    bool is_built_in = false;
};

// Returns the devices that are at least one of the three. Mice and keyboards that belong to a
// touchscreen are left out, because many touchscreens register as a mouse, too. Returns nullopt if
// the list cannot be read.
std::optional<std::vector<InputDevice>> list_input_devices(const Machine& machine);

} // namespace commands
