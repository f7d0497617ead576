// The viewer without its command line: it opens the window, loads fonts and content
// on other threads at the same time, restricts itself, and runs the event loop.
#pragma once

#include "content/load.hpp"
#include "display/window.hpp"

#include <filesystem>
#include <optional>

namespace viewer {

struct ViewerOptions {
    content::ContentPaths content_paths;

    // Of a window on a desktop, in pixels. Unset: full screen.
    std::optional<display::WindowOptions::Size> window_size;

    // The panel's diagonal. Unset: the one in site.yaml, else the one that the display reports,
    // else 24 inches.
    std::optional<double> panel_inches;

    display::Renderer renderer = display::Renderer::automatic;

    // The Unix socket of the service that speaks. Empty: nothing can be heard, and the staff
    // screens offer no sound test.
    std::filesystem::path speaker_socket;

    // False only for a debugger, which the restrictions would block.
    bool should_restrict = true;
};

// Shows the kiosk until SIGTERM or SIGINT, until a window on a desktop is closed, or until staff
// restart the program. Warnings are printed on stderr. Throws std::runtime_error with one line if
// there is no display, if the display is lost, or after a minute without any usable font.
void run(const ViewerOptions& options);

} // namespace viewer
