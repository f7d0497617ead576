// A paragraph from a setting: lines filled, measured and stacked.
#pragma once

#include "text/fonts.hpp"
#include "text/typesetter.hpp"

namespace text {

Paragraph layout_paragraph(const TextSpec& spec, FontManager& fonts);

} // namespace text
