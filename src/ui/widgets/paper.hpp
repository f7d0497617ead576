// What is printed on paper: codes, digits, perforations. Shared by the strip, the slips and lists of lines.
#pragma once

#include "ui/frame.hpp"

namespace ui {

// A number as a visitor may use it.
struct Way {
    content::Number number;
    std::string word; // to text first; may be empty
    bool texting = false;

    std::string payload() const; // of the code
};

// The way to reach a line: by text where `texting` asks for it and the line has it, else by call, else by text.
// The word to text is the one for the visitor's language.
Way way(const Frame& frame, const content::HelpLine& line, bool texting = false);

// "Text the word HOME", or "Text" where any word will do.
std::string what_to_text(const Frame& frame, const Way& way);

// The code on its white card with a rim. Nothing for numbers that get no code.
void printed_code(Frame& frame, const Rect& card, const Way& way);
void printed_code(Frame& frame, const Rect& card, const std::string& payload);

// Side of the card, pixels, that shows the code with modules of at least `side_mm` together; `side_mm` is of
// the panel, or of the interface where that is larger, and leaves the quiet zone out. At most `most` pixels.
double code_card_side(const Frame& frame, const Way& way, double side_mm, double most);
double code_card_side(const Frame& frame, const std::string& payload, double side_mm, double most);

Colour digits_colour(const Frame& frame, const content::Number& number);

// Dashes from `top` to `bottom` at `x`; the bites that a torn perforation leaves along the top of a sheet.
void perforation(Frame& frame, double x, double top, double bottom);
void torn_edge(Frame& frame, const Rect& sheet);

} // namespace ui
