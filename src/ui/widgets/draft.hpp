// A translation that nobody has reviewed says so.
#pragma once

#include "ui/frame.hpp"

namespace ui {

inline constexpr std::string_view draft_text = "This translation is a draft. Nobody has reviewed it yet.";

bool is_draft(const Frame& frame);

} // namespace ui
