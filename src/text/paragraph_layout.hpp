// Lays out a paragraph: splits it into lines, measures them and puts them below one another.
#pragma once

#include "text/font_manager.hpp"
#include "text/typesetter.hpp"

namespace text {

// `spec.em_px` must be in the range that TextSpec states.
Paragraph layout_paragraph(const TextSpec& spec, FontManager& fonts);

} // namespace text
