// The texts and the QR code on a slip.
#pragma once

#include "ui/widgets/paper.hpp"

namespace ui {

// Smallest side of the QR code without its quiet zone, in millimeters of the panel.
inline constexpr double slip_qr_mm = 62;

// The parts that are beside the column of texts instead of in it.
enum class SideContent { nothing, qr_code, qr_code_and_hints };

// Draws the name, the digits, the QR code and the information about the help line into `column`,
// without the parts in `side_content`. The QR code is at most as high as the column. Returns the
// height in pixels.
double draw_slip_details(Frame& frame, const content::HelpLine& help_line,
                         const ContactMethod& contact, const render::Rect& column,
                         SideContent side_content);

// Draws the texts below a QR code: how to use it, and the button that shows the code for the other
// contact method. Returns the height in pixels.
double draw_code_hints(Frame& frame, const content::HelpLine& help_line,
                       const ContactMethod& contact, const render::Rect& column);

} // namespace ui
