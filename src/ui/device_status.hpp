// The state of the computer and of the program that the staff overview shows. The program passes it
// in, because no screen reads files, clocks or the environment.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <string>
#include <vector>

namespace ui {

struct DeviceStatus {
    // Name and version of the program.
    std::string program_version;
    // Which content is shown, its version, and the date of its last change.
    std::string content_version;
    // Problems in the current content files, one line each.
    std::vector<std::string> problems;
    // When the program started.
    base::Instant started_at{};
    // Whether something starts the program again after it exits.
    bool can_restart = false;
    // Whether a service plays the tone of the sound test.
    bool can_play_tone = false;

    bool operator==(const DeviceStatus&) const = default;
};

} // namespace ui
