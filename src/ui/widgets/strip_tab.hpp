// What is on one tab of the tear-off strip.
#pragma once

#include "ui/widgets/paper.hpp"

#include <string>
#include <vector>

namespace ui {

// The corner of a tab with a QR code is folded. Nothing is drawn on it.
inline constexpr double fold_width_mm = 7.5;
inline constexpr double fold_height_mm = 8.3;

enum class TabShape {
    code_below,  // the QR code, or advice, is below the digits
    code_beside, // the texts are beside the QR code
    digits_only, // there is no QR code
};

// The contents of one tab, laid out for its width.
struct StripTab {
    const content::HelpLine* help_line;
    ContactMethod contact;
    // In the visitor's language.
    std::string label_text;
    std::string short_label_text;
    TextLayout label;
    TextLayout digits;
    // May be null.
    TextLayout advice;
    // Side of the white square with the QR code in pixels, or 0 if there is none.
    double qr_side = 0;
    TabShape shape = TabShape::digits_only;

    bool has_qr_code() const { return !contact.phone_number.is_emergency(); }
};

// Heights in pixels that all tabs of a strip share, so that labels, digits and QR codes are in
// rows.
struct StripRows {
    double label = 0;
    double digits = 0;
    double below = 0;  // the advice, the icons, or the QR code if it is below
    double beside = 0; // the QR code, if it is beside the texts

    void include(const Frame& frame, const StripTab& tab);
    double texts_height(const Frame& frame) const;
    double height(const Frame& frame) const;
};

// Returns the tabs of the strip without their layouts.
std::vector<StripTab> strip_tabs(const Frame& frame);

// Returns the width in pixels in which a tab without a QR code can be read, with its label in one
// line or in two.
double smallest_tab_width(const Frame& frame, const StripTab& tab, bool has_two_lines);

// Lays out the texts of a tab that is `width` pixels wide.
void layout_strip_tab(const Frame& frame, StripTab& tab, double width, TabShape shape);

// Gives all labels the size of the smallest, and all digits too.
void equalize_text_sizes(const Frame& frame, std::vector<StripTab>& tabs);

// Draws the texts and the QR code of a tab on a paper with the color `background`.
void draw_strip_tab(Frame& frame, const StripTab& tab, const StripRows& rows,
                    const render::Rect& rect, render::Color background);

} // namespace ui
