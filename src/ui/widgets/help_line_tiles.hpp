// Help lines with short numbers as tiles beside each other. Each opens its slip.
#pragma once

#include "ui/frame.hpp"

#include <vector>

namespace ui {

// Returns whether the help lines are two or more that fit beside each other into `width` pixels.
bool can_be_tiles(const Frame& frame, const std::vector<const content::HelpLine*>& help_lines,
                  double width);

// Draws tiles that take the width of `column`. Returns their height in pixels.
double draw_help_line_tiles(Frame& frame, const std::vector<const content::HelpLine*>& help_lines,
                            const render::Rect& column);

} // namespace ui
