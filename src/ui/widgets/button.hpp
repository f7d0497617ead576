// Buttons with an icon and a label.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

#include <span>

namespace ui {

// Position of the label relative to the icon.
enum class LabelPosition { beside, below };

struct ButtonStyle {
    // Name of the icon. May be empty.
    std::string_view icon;
    // In the visitor's language.
    std::string label;
    ComponentColors colors;
    LabelPosition label_position = LabelPosition::beside;
    TextStyle label_style = text_style::button;
    // A small text below the label. May be empty.
    std::string note = {};
    // Whether the ends are semicircles instead of rounded corners.
    bool is_pill = false;
    // Whether the edge has the color of the text.
    bool is_outlined = false;
    // Whether it is one of the large buttons, such as Hide.
    bool is_primary = false;
    // The width of the edge, if the edge has another color than the fill.
    double edge_mm = 0.5;
    // Whether it is one of several choices, and whether it is the selected one.
    bool is_radio = false;
    bool is_selected = false;
};

// Returns the width in pixels that a button with its label beside the icon needs.
double button_width(const Frame& frame, const ButtonStyle& style);

// Returns the height in pixels that the label and the note need in a button that is `width` pixels
// wide.
double button_height(const Frame& frame, const ButtonStyle& style, double width);

// Makes the labels of buttons of these sizes equally large, so that all of them fit.
void equalize_labels(const Frame& frame, std::span<ButtonStyle> styles,
                     std::span<const render::Rect> rects);

// Returns the color of a pressed button: lighter if `fill` is dark, and darker otherwise.
render::Color pressed_color(render::Color fill);

// Draws the icon and the label of a button without the button.
void draw_button_label(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                       render::Color background);

// Draws a button as a touch target for `event`. See Frame::begin_target() for `id_suffix`.
PressState draw_button(Frame& frame, const render::Rect& rect, const ButtonStyle& style,
                       const session::Event& event, std::string_view id_suffix);

} // namespace ui
