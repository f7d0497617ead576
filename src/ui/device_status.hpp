// What the staff page tells of the machine and the program: found out elsewhere, because no screen reads files,
// clocks or the environment.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <string>
#include <vector>

namespace ui {

struct DeviceStatus {
    std::string program_version;       // name and version
    std::string content_version;       // what is shown, its version, and the day it was last changed
    std::vector<std::string> problems; // of the files as they are now, a line each
    base::Instant started_at{};     // when the program did
    bool can_restart = false;          // something starts the program again when it ends
    bool can_play_tone = false;        // something plays the tone of the sound test

    bool operator==(const DeviceStatus&) const = default;
};

} // namespace ui
