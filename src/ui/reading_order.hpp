// The order in which a screen is read aloud, and in which keys move through it while it is.
#pragma once

#include "ui/outline.hpp"

#include <vector>

namespace ui {

// Returns the indexes of the nodes that are read: first the page, then the strip and then the bar,
// each in the order of drawing. A text on a button is read with the button. QR codes are left out,
// because their numbers are beside them, and so are the buttons that turn pages, because the page
// that is read is turned to anyway.
std::vector<int> reading_order(const Outline& outline);

// Returns those of them that can be chosen. `has_page_turns`: the buttons that turn pages, too, for
// people who see the page.
std::vector<int> choice_order(const Outline& outline, bool has_page_turns);

} // namespace ui
