// The cards of home: one opens one section.
#pragma once

#include "ui/frame.hpp"

namespace ui {

enum class CardShape { tall, flat }; // icon above the title, or beside it

// The least height that its texts need, pixels.
double card_height(const Frame& frame, const content::Section& section, double width, CardShape shape);

// A prominent section has a dark card with its hint.
void card(Frame& frame, const content::Section& section, const Rect& rect, CardShape shape);

} // namespace ui
