// Things to touch: buttons and cards.
#pragma once

#include "ui/frame.hpp"

namespace ui {

enum class Arrangement { beside, below }; // where the label stands, seen from the icon

struct ButtonLook {
    std::string_view icon; // may be empty
    std::string label;     // in the visitor's language
    Surface colours;
    Arrangement arrangement = Arrangement::beside;
    Type type = type::button;
    bool pill = false; // round ends instead of round corners
    bool outlined = false;
    bool primary = false;
};

// Width that the label and icon of a button `beside` each other need, pixels.
double button_width(const Frame& frame, const ButtonLook& look);

// Height that its label needs where the button is so wide, pixels.
double button_height(const Frame& frame, const ButtonLook& look, double width);

// Lighter or darker, as a surface looks under a finger.
Colour pressed(Colour fill);

// Draws it, in its pressed look while a finger rests on it.
Held button(Frame& frame, const Rect& rect, const ButtonLook& look, const session::Event& event,
            std::string_view where);

} // namespace ui
