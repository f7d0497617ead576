// What the rows and the tiles of help lines have in common.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// The space between the icons for calling and for texting.
inline constexpr double contact_icon_gap_mm = 2.5;

// Begins the touch target of a help line, which opens its slip.
PressState begin_help_line(Frame& frame, const content::HelpLine& help_line,
                           const render::Rect& rect);
void end_help_line(Frame& frame, const render::Rect& rect);

// Draws the paper of a row or a tile. Returns its front.
render::Rect draw_help_line_paper(Frame& frame, const render::Rect& rect, render::Color fill,
                                  bool is_prominent, bool is_pressed);

// Whether the number of a help line can be texted. If texts go to another number, nobody must text
// this one, so there is no icon for that.
bool takes_texts(const content::HelpLine& help_line);

// The width in pixels of the icons for calling and for texting, whether or not a help line has
// both.
double contact_icons_width(const Frame& frame);
// The width in pixels of those that it has.
double close_icons_width(const Frame& frame, const content::HelpLine& help_line);

// Draws the icons up to `right`, each at its own place, so that those of several rows are in
// columns.
void draw_contact_icons(Frame& frame, const content::HelpLine& help_line, double right,
                        double center_y);
// Draws the icons from `left` on, without an empty place.
void draw_close_icons(Frame& frame, const content::HelpLine& help_line, double left,
                      double center_y);

} // namespace ui
