// The numbers that help, drawn without any font: for a machine that has none left.
#pragma once

#include "ui/emergency.hpp"

#include <SDL.h>

namespace ui {

// Fills a target of that size, in pixels, with the numbers of emergency_content(). Does not present.
void draw_fontless_card(SDL_Renderer* renderer, int width, int height);

} // namespace ui
