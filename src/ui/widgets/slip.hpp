// What is printed on a slip.
#pragma once

#include "ui/widgets/paper.hpp"

namespace ui {

inline constexpr double slip_code_mm = 62; // side of the code on the panel, without its quiet zone

// Name, digits, code and what to know before calling, down `column`; returns the height, pixels. `code_apart`:
// the code has a place of its own. The code among the words is no higher than `column` is.
double slip_words(Frame& frame, const content::HelpLine& line, const Way& shown, const Rect& column,
                  bool code_apart);

} // namespace ui
