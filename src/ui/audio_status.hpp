// What the program knows about sound, which the kiosk cannot find out itself.
#pragma once

#include <string>
#include <vector>

namespace ui {

struct AudioStatus {
    // Whether headphones are plugged in. Nothing is ever said without.
    bool has_headphones = false;
    // The languages that there is a voice for.
    std::vector<std::string> voices;

    bool operator==(const AudioStatus&) const = default;
};

} // namespace ui
