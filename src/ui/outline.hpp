// The outline: what is on the screen, said. Tests sweep it, keyboards walk it, `draw --outline` prints it.
#pragma once

#include "session/event.hpp"
#include "ui/geometry.hpp"
#include "ui/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui {

enum class Role { heading, text, digits, code, button };

const char* name(Role role);

struct Node {
    Role role = Role::text;
    std::string text; // as shown; of a code: its payload
    Rect rect;        // pixels, on the screen (already mirrored where the language runs right to left)
    Rect clip;        // what of it may be seen: the scrolled part of a page is cut here
    std::optional<session::Event> event; // what touching it does
    std::string id;                      // of a button: the same from frame to frame
    int inside = -1;                     // index of the button it is written on
    Colour ink, ground;                  // of texts
    bool primary = false;                // of buttons: Hide and its like
    bool scrolls = false;                // lies on the part of the page that scrolls

    Rect visible() const { return rect.common(clip); }
};

using Outline = std::vector<Node>;

} // namespace ui
