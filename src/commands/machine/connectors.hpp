// The sockets for displays that the kernel knows, and what the displays in them say about themselves.
#pragma once

#include "commands/machine/machine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands {

struct Connector {
    std::string name; // "HDMI-A-1"
    bool is_connected = false;
    bool is_enabled = false; // something is shown on it
    std::string power;       // "On", "Standby", "Suspend" or "Off"; empty: the kernel does not say
    int width_px = 0;        // pixels, as the display likes best; 0: it does not say
    int height_px = 0;       // the same
    double width_mm = 0;     // of the picture; 0: the display does not say
    double height_mm = 0;    // the same

    std::optional<double> inches() const; // diagonal
};

std::vector<Connector> list_connectors(const Machine& machine); // by name

// The first with a display in it. nullopt: none has.
std::optional<Connector> first_connected_display(const Machine& machine);

} // namespace commands
