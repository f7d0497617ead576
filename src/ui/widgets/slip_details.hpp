// The parts of a slip: the number, its QR code, how to remember it, and the facts about the help
// line.
#pragma once

#include "ui/widgets/paper.hpp"

namespace ui {

// Preferred side of the QR code of a slip without its quiet zone, in millimeters of the panel.
inline constexpr double slip_qr_mm = 64;
// On a low panel, it is not smaller than this.
inline constexpr double min_slip_qr_mm = 26;

// The facts can be read at this fraction of their usual size.
inline constexpr double min_facts_scale = 0.68;

// Where the parts are.
enum class SlipShape {
    tall,   // one below the other
    narrow, // the same with what helps to remember the number below the QR code
    wide,   // the number at the start, the facts at the end
};

// How what helps to remember the number is drawn.
enum class HookSize {
    usual,
    small,    // as small as the labels of the facts
    smallest, // the same without its title
};

// How the parts are drawn.
struct SlipStyle {
    SlipShape shape = SlipShape::tall;
    // The side of the QR code without its quiet zone, in millimeters of the panel.
    double code_mm = slip_qr_mm;
    // The size of the facts, as a fraction of their usual size.
    double facts_scale = 1;
    // The width of the labels beside the facts.
    double label_width_mm = 51;
    // On a wide slip without space for it, what helps to remember the number is the first fact.
    bool has_hook_in_facts = false;
    // If there is no space for it below that, what to do without a phone is a fact.
    bool has_phone_advice_in_facts = false;
    // Whether the digits are smaller, so that the facts have more space.
    bool has_small_digits = false;
    // The least em of the digits in millimeters, if there is space for larger ones than usual.
    double min_digits_mm = 0;
    // Whether everything on a tall slip is as close together as it can be, so that more of it is on
    // the first page. The switch between calling and texting is beside the QR code then.
    bool is_dense = false;
    // Whether the switch between calling and texting is below the facts of a tall slip, because the
    // number is above what is within reach.
    bool is_switch_last = false;
    HookSize hook_size = HookSize::usual;
    // How much lower than the QR code what helps to remember the number may end, in pixels, because
    // no fact has space below it.
    double hook_room_px = 0;
    // The size of what to do without a phone, as a fraction of its usual size.
    double phone_advice_scale = 1;
    // Whether the lines of the facts are closer together, so that all facts are on one page.
    bool has_close_lines = false;
    // What each gap between parts is larger than usual, in pixels, and each gap between facts of a
    // wide slip.
    double extra_gap_px = 0;
    double extra_fact_gap_px = 0;

    // Whether the parts beside the QR code are close together.
    bool is_tight() const { return is_dense || hook_size != HookSize::usual; }
};

// Draws the name, the digits, the switch between calling and texting, the QR code and what helps to
// remember the number from the top of `column`. Returns the height in pixels.
double draw_slip_number(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column,
                        const SlipStyle& style);

// Returns where the QR code of a tall or narrow slip ends, in pixels below the top of `column`.
double slip_code_bottom(Frame& frame, const content::HelpLine& help_line,
                        const ContactMethod& contact, const render::Rect& column,
                        const SlipStyle& style);

// Draws the switch between calling and texting if it is below the facts. Returns the height in
// pixels.
double draw_switch_below_facts(Frame& frame, const content::HelpLine& help_line,
                               const ContactMethod& contact, const render::Rect& column,
                               const SlipStyle& style);

} // namespace ui
