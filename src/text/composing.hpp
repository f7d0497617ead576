// A paragraph from a setting: lines filled, measured and stacked.
#pragma once

#include "text/fonts.hpp"
#include "text/typesetter.hpp"

namespace text {

Paragraph compose(const Setting& setting, Fonts& fonts);

} // namespace text
