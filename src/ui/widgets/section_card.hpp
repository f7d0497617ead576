// The cards of home: one opens one section.
#pragma once

#include "ui/frame.hpp"

namespace ui {

enum class CardShape { tall, flat }; // icon above the title, or beside it

// How cards that stand together look.
struct CardStyle {
    CardShape shape;
    int title_px = 0; // em of their titles
};

// So little room that cards are small, and come before the words about them.
bool is_compact(const Frame& frame);

// The em with which its title fits, pixels.
int card_title_px(const Frame& frame, const content::Section& section, double width, CardShape shape);

// The least height that its texts need, pixels.
double card_height(const Frame& frame, const content::Section& section, double width, const CardStyle& style);

// A prominent section has a dark card with its hint.
void draw_section_card(Frame& frame, const content::Section& section, const render::Rect& rect, const CardStyle& style);

} // namespace ui
