// What is plugged in to touch, point and type with, as the kernel describes it.
#pragma once

#include "commands/machine/machine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands {

struct InputDevice {
    std::string name;
    std::string product; // bus, maker and model: the same for all parts of one thing with one plug
    bool is_touch_screen = false;
    bool is_mouse = false; // or a touch pad: what moves a pointer
    bool is_keyboard = false;
};

// Those that are one of the three. Left out is what a touch screen brings along: many say that they are a
// mouse, too. nullopt: the kernel does not say.
std::optional<std::vector<InputDevice>> list_input_devices(const Machine& machine);

} // namespace commands
