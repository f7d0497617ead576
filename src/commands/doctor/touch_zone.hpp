// The part of a mounted panel that visitors can reach.
#pragma once

#include "ui/theme.hpp"

#include <optional>

namespace commands::doctor {

// All heights are in mm above the floor.
struct TouchZone {
    // The width of the picture.
    int width_mm;
    // The lower edge of the picture.
    int bottom_mm;
    // The upper edge of the picture.
    int top_mm;
    // The lowest point of the picture within reach.
    int lowest_mm;
    // The highest point of the picture within reach. Not above lowest_mm if the whole picture is
    // out of reach.
    int highest_mm;

    // The height of the zone. Zero or negative if the whole picture is out of reach.
    int height_mm() const { return highest_mm - lowest_mm; }
};

// Returns nullopt if the settings do not include the mounting height.
std::optional<TouchZone> touch_zone(const ui::Panel& panel);

} // namespace commands::doctor
