// The display connectors that the kernel lists, with the properties of the connected displays. A
// version with libdrm was no simpler: it has to open the graphics device, which tests cannot
// replace, which only some users may open, and whose first user becomes its DRM master. libudev
// only passes on the files that are read here, and only those of the real /sys.
#pragma once

#include "commands/machine/machine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands {

// A display connector, with the display that is connected to it.
struct Connector {
    // For example "HDMI-A-1".
    std::string name;
    bool is_connected = false;
    // Whether a picture is sent to the display.
    bool is_enabled = false;
    // "On", "Standby", "Suspend" or "Off". Empty if the kernel does not report it.
    std::string power;
    // The preferred resolution. Both are 0 if the display does not report it.
    int width_px = 0;
    int height_px = 0;
    struct Size {
        int width = 0;
        int height = 0;
    };
    // The size of the picture in whole centimeters, which the kernel passes on to the kiosk. Both
    // are 0 if the display does not report it.
    Size size_mm;
    // The size of the picture that belongs to the preferred resolution. Both are 0 if the display
    // does not report it.
    Size precise_size_mm;

    // Returns the diagonal of the picture, or nullopt if its size is unknown or cannot be believed
    // (see display/reported_size.hpp). The kiosk does not know the precise size, so that one counts
    // only if the two agree.
    std::optional<double> inches() const;
};

// Returns all connectors, sorted by name.
std::vector<Connector> list_connectors(const Machine& machine);

// Returns nullopt if no display is connected.
std::optional<Connector> first_connected_display(const Machine& machine);

} // namespace commands
