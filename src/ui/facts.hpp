// What the staff page tells of the machine and the program: found out elsewhere, because no screen reads files,
// clocks or the environment.
#pragma once

#include "session/state.hpp"

#include <string>
#include <vector>

namespace ui {

struct Facts {
    std::string program;               // name and version
    std::string content;               // what is shown, its version, and the day it was last changed
    std::vector<std::string> problems; // of the files as they are now, a line each
    session::Instant started{};        // when the program did
    bool restarts = false;             // something starts the program again when it ends
    bool plays = false;                // something plays the tone of the sound test

    bool operator==(const Facts&) const = default;
};

} // namespace ui
