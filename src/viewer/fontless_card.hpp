// The numbers that help, drawn without any font: for a machine that has none left.
#pragma once

#include "content/emergency_content.hpp"

#include <SDL.h>

namespace viewer {

// Fills a target of that size, in pixels, with the numbers of emergency_content(). Does not present.
void draw_fontless_card(SDL_Renderer* renderer, int width, int height);

} // namespace viewer
