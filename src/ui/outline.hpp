// The outline lists everything on the screen as text: headings, texts, QR codes and buttons, each
// with its position. Tests check it, keyboards navigate it, and `draw --outline` prints it.
#pragma once

#include "render/color.hpp"
#include "render/geometry.hpp"
#include "session/event.hpp"
#include "text/typesetter.hpp"
#include "ui/theme.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// A radio button is one of several choices, of which one is selected.
enum class Role { heading, text, digits, qr_code, button, tab, radio };

// Returns the name of the role as `draw --outline` prints it.
const char* role_name(Role role);

// The part of the screen that a node is in. People read them in this order.
enum class ScreenPart { page, strip, bar };

// One thing on the screen.
struct OutlineNode {
    Role role = Role::text;
    ScreenPart screen_part = ScreenPart::page;
    // The text as shown. For a QR code, its payload.
    std::string text;
    // Position on the screen in pixels, already mirrored for right-to-left languages.
    render::Rect rect;
    // The area in which the node is visible. The scrolled part of a page is clipped to its view.
    render::Rect clip;
    // The event that touching a button, a tab or a radio button makes. Only these have one.
    std::optional<session::Event> event;
    // Identifies a button from frame to frame. Empty for other nodes.
    std::string id;
    // Index of the button that this text is drawn on, or -1.
    int parent = -1;
    // Colors of a text. Equal for nodes that are not texts.
    render::Color text_color;
    render::Color background;
    // Whether a button is one of the large ones, such as Hide.
    bool is_primary = false;
    // Whether a word of the text was cut, because it is too wide for a line.
    bool has_split_word = false;
    // The lines of a text, or null for nodes that are not texts.
    std::shared_ptr<const text::Paragraph> layout;
    // Whether this is the tab that is shown, or the radio button that is selected.
    bool is_selected = false;
    // Whether the node is in the part of the page that scrolls.
    bool is_scrollable = false;
    // Whether it is not read aloud: a title that a page repeats, or the label of a button that can
    // do nothing now.
    bool is_unread = false;

    render::Rect visible_rect() const { return rect.intersection(clip); }
};

// In the order of drawing.
using Outline = std::vector<OutlineNode>;

} // namespace ui
