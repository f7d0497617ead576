// The emergency numbers drawn without any font, for a computer that has no usable font.
#pragma once

#include "content/emergency_content.hpp"

#include <SDL.h>

namespace viewer {

// Fills a render target of this size in pixels with the phone numbers of emergency_content(). Does
// not present the picture.
void draw_fontless_card(SDL_Renderer* renderer, int width, int height);

} // namespace viewer
