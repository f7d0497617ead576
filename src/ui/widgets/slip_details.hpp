// What is printed on a slip.
#pragma once

#include "ui/widgets/paper.hpp"

namespace ui {

inline constexpr double slip_qr_mm = 62; // side of the code on the panel, without its quiet zone

// What has a place of its own beside the words.
enum class SideContent { nothing, qr_code, qr_code_and_hints };

// Name, digits, code and what to know before calling, down `column`, less what is apart; returns the height,
// pixels. The code among the words is no higher than `column` is.
double draw_slip_details(Frame& frame, const content::HelpLine& help_line, const ContactMethod& contact,
                         const render::Rect& column, SideContent side_content);

// What stands below a code: what to do with it, and the button for the other one; returns the height, pixels.
double draw_code_hints(Frame& frame, const content::HelpLine& help_line, const ContactMethod& contact,
                       const render::Rect& column);

} // namespace ui
