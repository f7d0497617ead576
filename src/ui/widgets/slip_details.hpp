// The parts of a slip: the number, its QR code, how to remember it, and the facts about the help
// line.
#pragma once

#include "ui/widgets/paper.hpp"

namespace ui {

// Preferred side of the QR code of a slip without its quiet zone, in millimeters of the panel.
inline constexpr double slip_qr_mm = 64;
// On a low panel, it is not smaller than this.
inline constexpr double min_slip_qr_mm = 26;

// Where the parts are.
enum class SlipShape {
    tall,   // one below the other
    narrow, // the same with what helps to remember the number below the QR code
    wide,   // the number at the start, the facts at the end
};

// Draws the name, the digits, the switch between calling and texting, the QR code and what helps to
// remember the number from the top of `column`. The QR code without its quiet zone is about
// `code_mm` wide. Returns the height in pixels.
double draw_slip_number(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column, SlipShape shape,
                        double code_mm);

// Returns where the QR code of a tall or narrow slip ends, in pixels below the top of `column`.
double slip_code_bottom(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column, SlipShape shape,
                        double code_mm);

// Draws the facts, each with its label, from the top of `column`. The texts have `em_scale` times
// their size. Returns the height in pixels.
double draw_slip_facts(Frame& frame, const content::HelpLine& help_line, const render::Rect& column,
                       SlipShape shape, double em_scale);

} // namespace ui
