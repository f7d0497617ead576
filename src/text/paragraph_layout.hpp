// A paragraph from a setting: lines filled, measured and stacked.
#pragma once

#include "text/font_manager.hpp"
#include "text/typesetter.hpp"

namespace text {

Paragraph layout_paragraph(const TextSpec& spec, FontManager& fonts);

} // namespace text
