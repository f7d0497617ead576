// The cards on the home screen. Each opens one section.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// The icon is above the title of a tall card, and beside the title of a flat one.
enum class CardShape { tall, flat };

// The style that all cards of a grid share.
struct CardStyle {
    CardShape shape;
    // The em of the titles in pixels.
    int title_px = 0;
};

// Whether there is so little space that cards are small and come before the text about them.
bool is_compact(const Frame& frame);

// Returns the em in pixels with which the title fits into a card that is `width` pixels wide.
int card_title_px(const Frame& frame, const content::Section& section, double width,
                  CardShape shape);

// Returns the smallest height in pixels for the texts of a card.
double card_height(const Frame& frame, const content::Section& section, double width,
                   const CardStyle& style);

// Draws a card as a touch target that opens the section. The card of a prominent section has the
// primary colors and shows the hint of the section.
void draw_section_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                       const CardStyle& style);

} // namespace ui
