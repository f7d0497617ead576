// Things to touch: buttons and cards.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

enum class LabelPosition { beside, below }; // where the label stands, seen from the icon

struct ButtonStyle {
    std::string_view icon; // may be empty
    std::string label;     // in the visitor's language
    ComponentColors colors;
    LabelPosition label_position = LabelPosition::beside;
    TextStyle label_style = type::button;
    bool is_pill = false; // round ends instead of round corners
    bool is_outlined = false;
    bool is_primary = false;
};

// Width that the label and icon of a button `beside` each other need, pixels.
double button_width(const Frame& frame, const ButtonStyle& style);

// Height that its label needs where the button is so wide, pixels.
double button_height(const Frame& frame, const ButtonStyle& style, double width);

// Lighter or darker, as a surface looks under a finger.
render::Color pressed_color(render::Color fill);

// Draws it, in its pressed look while a finger rests on it.
PressState draw_button(Frame& frame, const render::Rect& rect, const ButtonStyle& style, const session::Event& event,
                       std::string_view id_suffix);

} // namespace ui
