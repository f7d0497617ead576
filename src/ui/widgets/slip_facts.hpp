// The facts about a help line on its slip: who answers, when, what it costs, what is private.
#pragma once

#include "ui/widgets/slip_details.hpp"

#include <string>

namespace ui {

// Between a label and the text beside it.
inline constexpr double label_gap_mm = 4;

inline constexpr const char* no_phone = "No phone?";
inline constexpr const char* no_phone_advice =
    "Ask to call from the nurse’s office or main office.";

// The texts are in the visitor's language, the label in English.
struct SlipFact {
    const char* label;
    std::string text;
    std::string other_text = {}; // what is there instead on the slip's other side; may be empty
};

// Draws the label above the text, or beside it. Returns the height in pixels.
double draw_slip_fact(Frame& frame, const SlipFact& fact, const render::Rect& column,
                      bool is_beside, const SlipStyle& style);

// Returns the width in pixels of the widest label, in two lines if it has several words.
double widest_fact_label(const Frame& frame, const content::HelpLine& help_line,
                         const ContactMethod& contact, const SlipStyle& style);

// Draws the facts, each with its label, from the top of `column`. Returns the height in pixels.
double draw_slip_facts(Frame& frame, const content::HelpLine& help_line,
                       const ContactMethod& contact, const render::Rect& column,
                       const SlipStyle& style);

} // namespace ui
