#include "ui/widgets/help_line_tiles.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/help_line_parts.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr double tile_height_mm = 38;
constexpr double tile_gap_mm = 3.3;
constexpr double tile_padding_mm = 5.5;
constexpr double min_tile_width_mm = 58;
constexpr std::size_t max_short_digits = 6; // of a number that fits on a tile

using HelpLines = std::vector<const content::HelpLine*>;

// The texts of one tile.
struct Tile {
    const content::HelpLine& help_line;
    ContactMethod contact;
    TextLayout need;
    TextLayout digits;
};

std::vector<Tile> layout_tiles(Frame& frame, const HelpLines& help_lines, double width) {
    const double inner = width - 2 * frame.px(tile_padding_mm);
    std::vector<Tile> tiles;
    int need_px = std::numeric_limits<int>::max(), digits_px = need_px;
    for (const auto* help_line : help_lines) {
        Tile& tile =
            tiles.emplace_back(Tile{*help_line, contact_method(frame, *help_line), {}, {}});
        tile.need = frame.fit_lines(frame.translate(help_line->need), text_style::label, inner, 2);
        tile.digits = frame.fit_number(tile.contact.phone_number.display_text(),
                                       text_style::tile_digits, inner);
        need_px = std::min(need_px, tile.need->spec.em_px);
        digits_px = std::min(digits_px, tile.digits->spec.em_px);
    }
    for (Tile& tile : tiles) {
        tile.need = frame.balance_lines(frame.with_em(tile.need, need_px));
        tile.digits = frame.with_em(tile.digits, digits_px);
    }
    return tiles;
}

void draw_tile(Frame& frame, const Tile& tile, const render::Rect& rect) {
    const ComponentColors& paper = frame.palette().paper;
    const PressState press = begin_help_line(frame, tile.help_line, rect);
    const render::Color fill = press.is_pressed ? pressed_color(paper.fill) : paper.fill;
    const render::Rect front = draw_help_line_paper(frame, rect, fill, false, press.is_pressed);
    const render::Rect in = front.inset(frame.px(tile_padding_mm), frame.px(2.5));
    frame.draw_text(tile.need, {in.x, in.y, in.w, 0}, Align::start, paper.text, fill);
    const double digits_y = in.bottom() - tile.digits->height;
    frame.draw_text(tile.digits, {in.x, digits_y, in.w, 0}, Align::start,
                    digits_color(frame, tile.contact.phone_number), fill, Role::digits);
    const double icons = close_icons_width(frame, tile.help_line);
    if (tile.digits->width + icons + frame.px(1) <= in.w)
        draw_close_icons(frame, tile.help_line, in.right() - icons,
                         digits_y + tile.digits->height / 2.0);
    end_help_line(frame, rect);
}

bool has_short_number(const Frame& frame, const content::HelpLine* help_line) {
    return contact_method(frame, *help_line).phone_number.digits().size() <= max_short_digits;
}

double tile_width(const Frame& frame, const HelpLines& help_lines, double width) {
    const auto count = static_cast<double>(help_lines.size());
    return (width - (count - 1) * frame.px(tile_gap_mm)) / count;
}

} // namespace

bool can_be_tiles(const Frame& frame, const HelpLines& help_lines, double width) {
    return help_lines.size() > 1 &&
           tile_width(frame, help_lines, width) >=
               frame.px(min_tile_width_mm) * frame.theme.text_factor() &&
           std::ranges::all_of(help_lines, [&](const content::HelpLine* help_line) {
               return has_short_number(frame, help_line);
           });
}

double draw_help_line_tiles(Frame& frame, const HelpLines& help_lines, const render::Rect& column) {
    const double width = tile_width(frame, help_lines, column.w);
    const std::vector<Tile> tiles = layout_tiles(frame, help_lines, width);
    double height = frame.px(tile_height_mm);
    for (const Tile& tile : tiles)
        height = std::max(height, tile.need->height + tile.digits->height + frame.px(6));
    double x = column.x;
    for (const Tile& tile : tiles) {
        draw_tile(frame, tile, {x, column.y, width, height});
        x += width + frame.px(tile_gap_mm);
    }
    return height;
}

} // namespace ui
