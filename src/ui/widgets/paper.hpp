// What is printed on paper: codes, digits, perforations. Shared by the strip, the slips and lists of lines.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// A number as a visitor may use it.
struct ContactMethod {
    content::PhoneNumber phone_number;
    std::string word; // to text first; may be empty
    bool is_text = false;

    std::string qr_payload() const; // of the code
};

// The way to reach a line: by text where `texting` asks for it and the line has it, else by call, else by text.
// The word to text is the one for the visitor's language.
ContactMethod contact_method(const Frame& frame, const content::HelpLine& help_line, bool should_text = false);

// "Text the word HOME", or "Text" where any word will do.
std::string text_instruction(const Frame& frame, const ContactMethod& contact);

// The code on its white card with a rim. Nothing for numbers that get no code.
void draw_qr_card(Frame& frame, const render::Rect& card, const ContactMethod& contact);
void draw_qr_card(Frame& frame, const render::Rect& card, const std::string& payload);

// Side of the card, pixels, that shows the code with modules of at least `side_mm` together; `side_mm` is of
// the panel, or of the interface where that is larger, and leaves the quiet zone out. At most `most` pixels.
double qr_card_side(const Frame& frame, const ContactMethod& contact, double side_mm, double max_side);
double qr_card_side(const Frame& frame, const std::string& payload, double side_mm, double max_side);

render::Color digits_color(const Frame& frame, const content::PhoneNumber& number);

// Dashes from `top` to `bottom` at `x`; the bites that a torn perforation leaves along the top of a sheet.
void draw_perforation(Frame& frame, double x, double top, double bottom);
void draw_torn_edge(Frame& frame, const render::Rect& paper);

} // namespace ui
