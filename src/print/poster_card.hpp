// One help line on the poster: when it helps, its number, what to do, and its QR code.
#pragma once

#include "print/paper_job.hpp"

namespace print {

// Returns the size of type, as a part of the preferred one, with which the texts of each contact
// fit on a card of this size in millimeters. Throws std::runtime_error if they do not fit in the
// smallest type.
double poster_card_scale(PaperJob& job, double width, double height);

// Draws the card of a contact with a scale from poster_card_scale().
void draw_poster_card(PaperJob& job, const Contact& contact, const Rect& card, double scale);

} // namespace print
