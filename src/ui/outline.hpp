// The outline: what is on the screen, said. Tests sweep it, keyboards walk it, `draw --outline` prints it.
#pragma once

#include "render/color.hpp"
#include "session/event.hpp"
#include "render/geometry.hpp"
#include "ui/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui {

enum class Role { heading, text, digits, qr_code, button };

const char* role_name(Role role);

struct OutlineNode {
    Role role = Role::text;
    std::string text; // as shown; of a code: its payload
    render::Rect rect;        // pixels, on the screen (already mirrored where the language runs right to left)
    render::Rect clip;        // what of it may be seen: the scrolled part of a page is cut here
    std::optional<session::Event> event; // what touching it does
    std::string id;                      // of a button: the same from frame to frame
    int parent = -1;                     // index of the button it is written on
    render::Color text_color, background;        // of texts
    bool is_primary = false;             // of buttons: Hide and its like
    bool is_scrollable = false;          // lies on the part of the page that scrolls

    render::Rect visible_rect() const { return rect.intersection(clip); }
};

using Outline = std::vector<OutlineNode>;

} // namespace ui
