#include "viewer/fontless_card.hpp"

#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace viewer {

namespace {

// The bars of each digit, as on a seven-segment display. From the lowest bit: top, upper left,
// upper right, middle, lower left, lower right, bottom.
constexpr std::array<unsigned, 10> digit_segments{0b1110111, 0b0100100, 0b1011101, 0b1101101,
                                                  0b0101110, 0b1101011, 0b1111011, 0b0100101,
                                                  0b1111111, 0b1101111};

void draw_digit(SDL_Renderer* renderer, unsigned segments, const SDL_Rect& box) {
    const int thickness = box.w / 4, half = (box.h - thickness) / 2;
    const int right = box.x + box.w - thickness, middle = box.y + half,
              bottom = box.y + box.h - thickness;
    const std::array<SDL_Rect, 7> segment_rects{{{box.x, box.y, box.w, thickness},
                                                 {box.x, box.y, thickness, half + thickness},
                                                 {right, box.y, thickness, half + thickness},
                                                 {box.x, middle, box.w, thickness},
                                                 {box.x, middle, thickness, half + thickness},
                                                 {right, middle, thickness, half + thickness},
                                                 {box.x, bottom, box.w, thickness}}};
    for (std::size_t segment = 0; segment < segment_rects.size(); ++segment)
        if ((segments >> segment & 1) != 0) SDL_RenderFillRect(renderer, &segment_rects[segment]);
}

void draw_number(SDL_Renderer* renderer, const std::string& digits, const SDL_Rect& row) {
    constexpr int max_digits = 6;
    const int pitch = std::min(row.w / max_digits, row.h * 3 / 4), width = pitch * 2 / 3;
    int x = row.x + (row.w - pitch * static_cast<int>(digits.size())) / 2 + (pitch - width) / 2;
    for (const char digit : digits) {
        draw_digit(renderer, digit_segments[static_cast<std::size_t>(digit - '0')],
                   {x, row.y, width, row.h});
        x += pitch;
    }
}

} // namespace

void draw_fontless_card(SDL_Renderer* renderer, int width, int height) {
    const ui::Palette& colors = ui::palette(session::ColorScheme::light);
    const render::Color paper = colors.paper.fill, text_color = colors.paper.text;
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(renderer, paper.r, paper.g, paper.b, 255);
    SDL_RenderClear(renderer);
    SDL_SetRenderDrawColor(renderer, text_color.r, text_color.g, text_color.b, 255);
    const auto& help_lines = content::emergency_content().help_lines;
    const int row = height / static_cast<int>(help_lines.size()), gap = row / 5;
    for (std::size_t i = 0; i < help_lines.size(); ++i) {
        const content::PhoneNumber& phone_number =
            help_lines[i].call ? *help_lines[i].call : help_lines[i].text->to;
        draw_number(
            renderer, phone_number.display_text(),
            {width / 16, static_cast<int>(i) * row + gap, width - width / 8, row - 2 * gap});
    }
}

} // namespace viewer
