// The cards on the home screen. Each opens one section.
#pragma once

#include "ui/frame.hpp"

namespace ui {

enum class CardShape {
    tall,    // the icon on a disc above the title and the subtitle
    flat,    // the icon on a disc beside them
    compact, // the icon above the title, without a subtitle
    row,     // the icon beside the title, without a subtitle
};

// The style that all cards of a grid share.
struct CardStyle {
    CardShape shape = CardShape::tall;
    // The em of the titles in pixels. Prominent cards have their own.
    int title_px = 0;
};

// Returns the em in pixels with which the title fits into a card that is `width` pixels wide.
int card_title_px(const Frame& frame, const content::Section& section, double width,
                  CardShape shape);

// Returns the smallest height in pixels for the texts of a card.
double card_height(const Frame& frame, const content::Section& section, double width,
                   const CardStyle& style);

// Draws a card as a touch target that opens the section. The card of a prominent section has the
// primary colors and larger texts.
void draw_section_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                       const CardStyle& style);

} // namespace ui
