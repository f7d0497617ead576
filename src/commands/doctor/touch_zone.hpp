// What of the picture a hand reaches, in millimetres above the floor.
#pragma once

#include "ui/theme.hpp"

#include <optional>

namespace commands::doctor {

struct TouchZone {
    int width_mm;              // of the picture
    int bottom_mm, top_mm;     // its lower and upper edge
    int lowest_mm, highest_mm; // of what is touched; highest <= lowest: nothing can be

    int height_mm() const { return highest_mm - lowest_mm; }
};

// nullopt: nobody has said how high the panel hangs.
std::optional<TouchZone> touch_zone(const ui::Panel& panel);

} // namespace commands::doctor
