// The cards on the home screen. Each opens one section.
#pragma once

#include "ui/frame.hpp"

#include <limits>

namespace ui {

enum class CardShape {
    tall,    // the icon on a disc above the texts
    flat,    // the icon on a disc beside them
    compact, // the icon above them
    row,     // the icon beside them
};

// The style that all cards of a grid share.
struct CardStyle {
    CardShape shape = CardShape::tall;
    // The size of the icon and the title, relative to their usual size. On a disc, also that of the
    // subtitle.
    double scale = 1;
    bool has_subtitle = true;
    // Whether a prominent card has the subtitle of the others, so that all are equally high.
    bool has_equal_subtitles = false;
    // The largest em of the titles and of the subtitles in pixels. A prominent card with a disc has
    // its own.
    int title_px = std::numeric_limits<int>::max();
    int subtitle_px = std::numeric_limits<int>::max();
    // The least height of the texts below an icon in pixels. Cards in one row have the same, so
    // that their titles are on one line.
    double texts_height = 0;
};

// Returns the em in pixels with which the title fits into a card that is `width` pixels wide, or 0
// if it would have more than two lines.
int card_title_px(const Frame& frame, const content::Section& section, double width,
                  const CardStyle& style);
// Returns the em in pixels with which the subtitle fits, or a very large number if there is none or
// it has its own size.
int card_subtitle_px(const Frame& frame, const content::Section& section, double width,
                     const CardStyle& style);

// Returns whether the subtitle has one line, or there is none.
bool has_short_subtitle(const Frame& frame, const content::Section& section, double width,
                        const CardStyle& style);

// Returns the height in pixels of the title and the subtitle.
double card_texts_height(const Frame& frame, const content::Section& section, double width,
                         const CardStyle& style);

// Returns the smallest height in pixels for the texts of a card.
double card_height(const Frame& frame, const content::Section& section, double width,
                   const CardStyle& style);

// Draws a card as a touch target that opens the section. The card of a prominent section has the
// primary colors and larger texts.
void draw_section_card(Frame& frame, const content::Section& section, const render::Rect& rect,
                       const CardStyle& style);

} // namespace ui
