// Everything that the strip, the slips and the cards of help lines have in common: which number to
// use, QR codes, digits, perforations and torn edges.
#pragma once

#include "render/color.hpp"
#include "ui/frame.hpp"

namespace ui {

// One way to reach a help line.
struct ContactMethod {
    content::PhoneNumber phone_number;
    // The word to text, in the visitor's language. Empty if any word will do, or for a call.
    std::string word;
    // Whether to text the number instead of calling it.
    bool is_text = false;

    // Returns the URI in the QR code, which opens the phone's dialer or its message editor.
    std::string qr_payload() const;
};

// Returns how to reach a help line. It is by text if `should_text` is set and the help line has a
// number for that, otherwise by call, or by text if there is no number to call.
ContactMethod contact_method(const Frame& frame, const content::HelpLine& help_line,
                             bool should_text = false);

// Returns "Text HOME", or "Text" if any word will do, in the visitor's language.
std::string text_instruction(const Frame& frame, const ContactMethod& contact);

// Draws the QR code on a white square with round corners. Draws nothing for emergency numbers,
// which have no QR code.
void draw_qr_card(Frame& frame, const render::Rect& card, const ContactMethod& contact);
void draw_qr_card(Frame& frame, const render::Rect& card, const std::string& payload);

// Returns the side of the card in pixels with which the side of the QR code without its quiet zone
// is at least `side_mm`, or the largest side up to `max_side` pixels if that is smaller. `side_mm`
// is in millimeters of the panel or of the interface, whichever is larger. Returns 0 if there is no
// QR code for the payload.
double qr_card_side(const Frame& frame, const ContactMethod& contact, double side_mm,
                    double max_side);
double qr_card_side(const Frame& frame, const std::string& payload, double side_mm,
                    double max_side);

// Returns the color of the digits of a number. Emergency numbers have their own.
render::Color digits_color(const Frame& frame, const content::PhoneNumber& number);

// Returns the height of digits in pixels without most of the empty space above and below them.
double digits_height(const TextLayout& digits);

// Draws digits with tight leading from the top of `box`, without the empty space above them.
void draw_digits(Frame& frame, const TextLayout& digits, const render::Rect& box, Align align,
                 render::Color color, render::Color background);

// Draws dots along a line from `left` to `right` at `y`, or from `top` to `bottom` at `x`, in
// pixels.
void draw_horizontal_perforation(Frame& frame, double left, double right, double y);
void draw_vertical_perforation(Frame& frame, double x, double top, double bottom);

// Returns the height of the dots of a horizontal perforation in pixels.
double perforation_height(const Frame& frame);

// Draws the notches that a torn perforation leaves along the top of a slip.
void draw_torn_edge(Frame& frame, const render::Rect& paper);

} // namespace ui
