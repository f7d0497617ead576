#include "ui/last_resort.hpp"

#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ui {

namespace {

// The bars of a digit as on a pocket calculator: top, upper left, upper right, middle, lower left, lower right,
// bottom, from the lowest bit on.
constexpr std::array<unsigned, 10> bars_of{0b1110111, 0b0100100, 0b1011101, 0b1101101, 0b0101110,
                                           0b1101011, 0b1111011, 0b0100101, 0b1111111, 0b1101111};

void draw_digit(SDL_Renderer* renderer, unsigned bars, const SDL_Rect& box) {
    const int thick = box.w / 4, half = (box.h - thick) / 2;
    const int right = box.x + box.w - thick, middle = box.y + half, low = box.y + box.h - thick;
    const std::array<SDL_Rect, 7> all{{{box.x, box.y, box.w, thick},
                                       {box.x, box.y, thick, half + thick},
                                       {right, box.y, thick, half + thick},
                                       {box.x, middle, box.w, thick},
                                       {box.x, middle, thick, half + thick},
                                       {right, middle, thick, half + thick},
                                       {box.x, low, box.w, thick}}};
    for (std::size_t bar = 0; bar < all.size(); ++bar)
        if ((bars >> bar & 1) != 0) SDL_RenderFillRect(renderer, &all[bar]);
}

void draw_number(SDL_Renderer* renderer, const std::string& digits, const SDL_Rect& row) {
    constexpr int most_digits = 6;
    const int pitch = std::min(row.w / most_digits, row.h * 3 / 4), width = pitch * 2 / 3;
    int x = row.x + (row.w - pitch * static_cast<int>(digits.size())) / 2 + (pitch - width) / 2;
    for (const char digit : digits) {
        draw_digit(renderer, bars_of[static_cast<std::size_t>(digit - '0')], {x, row.y, width, row.h});
        x += pitch;
    }
}

} // namespace

void paint_last_resort(SDL_Renderer* renderer, int width, int height) {
    const Palette& colours = palette(session::Look::paper);
    const Colour paper = colours.paper.fill, ink = colours.paper.ink;
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(renderer, paper.r, paper.g, paper.b, 255);
    SDL_RenderClear(renderer);
    SDL_SetRenderDrawColor(renderer, ink.r, ink.g, ink.b, 255);
    const auto& lines = emergency_content().help_lines;
    const int row = height / static_cast<int>(lines.size()), gap = row / 5;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const content::Number& number = lines[i].call ? *lines[i].call : lines[i].text->to;
        draw_number(renderer, number.shown(),
                    {width / 16, static_cast<int>(i) * row + gap, width - width / 8, row - 2 * gap});
    }
}

} // namespace ui
