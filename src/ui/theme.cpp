#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr double mm_per_inch = 25.4;
constexpr std::array text_factors{1.0, 1.2, 1.45, 1.75}; // for text sizes 1 to 4

// Returns the size of a millimeter of the interface in millimeters of the panel. `short_side` is
// the shorter side of the panel in millimeters. Values between the points are interpolated
// linearly.
double magnification(double short_side) {
    struct Point {
        double side;
        double factor;
    };
    constexpr std::array<Point, 4> points{{{91.5, 0.6}, {135, 1}, {300, 1}, {540, 1.5}}};
    if (short_side <= points.front().side)
        return points.front().factor * std::max(0.2, short_side / points.front().side);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point &a = points[i - 1], &b = points[i];
        if (short_side <= b.side)
            return std::lerp(a.factor, b.factor, (short_side - a.side) / (b.side - a.side));
    }
    return points.back().factor;
}

constexpr render::Color hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 0xff),
            static_cast<std::uint8_t>(rgb & 0xff), 255};
}

constexpr Palette make_light() {
    constexpr render::Color text_color = hex(0x15222b), teal = hex(0x0a4f5c), white = hex(0xffffff),
                            pale_teal = hex(0xe3f0f0);
    Palette p;
    p.background = hex(0xf6f2ea);
    p.text = text_color;
    p.secondary_text = hex(0x45525b);
    p.accent = teal;
    p.divider = hex(0xddd4c5);
    p.inactive = hex(0x8f8778);
    p.card = {white, text_color, hex(0xddd4c5)};
    p.secondary_button = {pale_teal, teal, pale_teal};
    p.primary = {teal, white, hex(0x073b45)};
    p.hide = {text_color, white, text_color};
    p.bar = {white, text_color, hex(0xddd4c5)};
    p.note = {pale_teal, text_color, teal};
    p.paper = {hex(0xfff6dc), text_color, hex(0xe8d9a8)};
    p.sheet = {white, text_color, hex(0xddd4c5)};
    p.danger = hex(0x9b1c1c);
    p.perforation = hex(0x8a7a3c);
    p.strip_ground = hex(0xeae1cf);
    p.countdown_track = pale_teal;
    p.focus_ring = hex(0xb3541e);
    p.scrim = hex(0x4e5658);
    p.cover_top = hex(0xe8eef0);
    return p;
}

constexpr Palette make_dark() {
    constexpr render::Color text_color = hex(0xf2efe8), cyan = hex(0x8fdce6),
                            card_color = hex(0x1d2b33);
    Palette p;
    p.background = hex(0x131c22);
    p.text = text_color;
    p.secondary_text = hex(0xbcc6cb);
    p.accent = cyan;
    p.divider = hex(0x3a4a54);
    p.inactive = hex(0x6f808a);
    p.card = {card_color, text_color, hex(0x3a4a54)};
    p.secondary_button = {hex(0x22343d), hex(0xa8e6ee), hex(0x22343d)};
    p.primary = {hex(0x8fdce6), hex(0x0b1a20), hex(0x5fb2bd)};
    p.hide = {hex(0xf2efe8), hex(0x131c22), hex(0xf2efe8)};
    p.bar = {hex(0x0d1419), text_color, hex(0x3a4a54)};
    p.note = {hex(0x1b3038), text_color, cyan};
    p.paper = {hex(0x2b2a22), hex(0xfff1c9), hex(0x5b563d)};
    p.sheet = {card_color, text_color, hex(0x3a4a54)};
    p.danger = hex(0xffb3a8);
    p.perforation = hex(0x9a8f62);
    p.strip_ground = hex(0x0d1419);
    p.countdown_track = hex(0x33454f);
    p.focus_ring = hex(0xffb86b);
    p.scrim = hex(0x070b0d);
    p.cover_top = hex(0x1b2830);
    return p;
}

constexpr Palette make_high_contrast() {
    constexpr render::Color black = hex(0x000000), white = hex(0xffffff), cyan = hex(0x7fe3f0),
                            yellow = hex(0xffe14d);
    Palette p;
    p.background = black;
    p.text = white;
    p.secondary_text = white;
    p.accent = cyan;
    p.divider = hex(0x8a8a8a);
    p.inactive = hex(0x8a8a8a);
    p.card = {black, white, white};
    p.secondary_button = {black, cyan, cyan};
    p.primary = {cyan, black, cyan};
    p.hide = {white, black, white};
    p.bar = {black, white, hex(0x8a8a8a)};
    p.note = {black, white, cyan};
    p.paper = {black, white, white};
    p.sheet = {black, white, white};
    p.danger = hex(0xffb3ae);
    p.perforation = white;
    p.strip_ground = black;
    p.countdown_track = hex(0x4a4a4a);
    p.focus_ring = yellow;
    p.scrim = hex(0x101010);
    p.cover_top = black;
    return p;
}

} // namespace

const Palette& palette(session::ColorScheme color_scheme) {
    static constexpr std::array palettes{make_light(), make_dark(), make_high_contrast()};
    return palettes[static_cast<std::size_t>(color_scheme)];
}

Theme::Theme(const Panel& panel, session::ColorScheme color_scheme, int text_size)
    : panel_(panel), color_scheme_(color_scheme) {
    text_factor_ = text_factors[static_cast<std::size_t>(
        std::clamp(text_size, session::min_text_size, session::max_text_size) - 1)];
    px_per_panel_mm_ = std::hypot(panel.width_px, panel.height_px) / (panel.inches * mm_per_inch);
    const double short_side = std::min(panel.width_px, panel.height_px) / px_per_panel_mm_;
    px_per_mm_ = px_per_panel_mm_ * magnification(short_side);
    reachable_top_ = 0;
    reachable_bottom_ = panel.height_px;
    if (panel.mounting) {
        const double height_mm = panel.height_px / px_per_panel_mm_;
        const auto below_top = [&](double above_floor_mm) {
            return (panel.mounting->bottom_mm + height_mm - above_floor_mm) * px_per_panel_mm_;
        };
        const double min_reach = std::min(min_reach_mm * px_per_panel_mm_, reachable_bottom_);
        reachable_bottom_ =
            std::clamp(below_top(panel.mounting->lowest_mm), min_reach, reachable_bottom_);
        reachable_top_ =
            std::clamp(below_top(panel.mounting->highest_mm), 0.0, reachable_bottom_ - min_reach);
    }
}

double Theme::margin() const {
    if (is_very_short()) return px(5);
    return std::clamp(panel_.width_px * 0.052, px(5), px(is_wide() ? 12 : 16));
}

double Theme::page_scale() const {
    constexpr double small_side_mm = 160, small_scale = 0.68, usual_side_mm = 220;
    // A panel of 7 inches has smaller millimeters already.
    constexpr double max_smallest_side_mm = 120, smallest_scale = 0.75;
    const double short_side = panel_mm(std::min(panel_.width_px, panel_.height_px));
    if (short_side < max_smallest_side_mm) return smallest_scale;
    return std::lerp(
        small_scale, 1.0,
        std::clamp((short_side - small_side_mm) / (usual_side_mm - small_side_mm), 0.0, 1.0));
}

TextStyle Theme::page_style(const TextStyle& style) const {
    return style.scaled(std::max(page_scale(), text_style::min_em_mm / style.em_mm));
}

bool Theme::has_large_text() const {
    constexpr double min_factor = 1.4;
    return text_factor_ >= min_factor;
}

bool Theme::is_very_short() const {
    return is_wide() && reachable_bottom_ - reachable_top_ < px(190);
}

bool Theme::is_short() const {
    return is_very_short() || reachable_bottom_ - reachable_top_ < px(260);
}

int Theme::em(const TextStyle& style) const {
    const double factor = 1 + (text_factor_ - 1) * style.growth;
    return std::max(4, static_cast<int>(std::lround(px(style.em_mm * factor))));
}

} // namespace ui
