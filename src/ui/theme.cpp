#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr double mm_per_inch = 25.4;
constexpr std::array text_factors{1.0, 1.2, 1.45, 1.75};

// Shorter side of the panel in millimetres -> millimetres of the panel per millimetre of the interface.
double magnification(double short_side) {
    struct Point {
        double side, factor;
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

constexpr Colour hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 0xff),
            static_cast<std::uint8_t>(rgb & 0xff), 255};
}

constexpr Palette make_paper() {
    constexpr Colour ink = hex(0x15222b), teal = hex(0x0a4f5c), white = hex(0xffffff), mist = hex(0xe3f0f0);
    Palette p;
    p.ground = hex(0xf6f2ea);
    p.ink = ink;
    p.quiet = hex(0x45525b);
    p.accent = teal;
    p.rule = hex(0xddd4c5);
    p.card = {white, ink, hex(0xddd4c5)};
    p.tool = {mist, teal, mist};
    p.primary = {teal, white, hex(0x073b45)};
    p.hide = {ink, white, ink};
    p.bar = {white, ink, hex(0xddd4c5)};
    p.note = {mist, ink, teal};
    p.paper = {hex(0xfff6dc), ink, hex(0xe8d9a8)};
    p.sheet = {white, ink, hex(0xddd4c5)};
    p.danger = hex(0x9b1c1c);
    p.perforation = hex(0xc2b074);
    p.focus = hex(0xb3541e);
    p.veil = hex(0x4e5658);
    p.dawn = hex(0xe8eef0);
    return p;
}

constexpr Palette make_dark() {
    constexpr Colour ink = hex(0xf2efe8), cyan = hex(0x8fdce6), deep = hex(0x1d2b33);
    Palette p;
    p.ground = hex(0x131c22);
    p.ink = ink;
    p.quiet = hex(0xbcc6cb);
    p.accent = cyan;
    p.rule = hex(0x3a4a54);
    p.card = {deep, ink, hex(0x3a4a54)};
    p.tool = {hex(0x22343d), hex(0xa8e6ee), hex(0x22343d)};
    p.primary = {hex(0x8fdce6), hex(0x0b1a20), hex(0x5fb2bd)};
    p.hide = {hex(0xf2efe8), hex(0x131c22), hex(0xf2efe8)};
    p.bar = {hex(0x0d1419), ink, hex(0x3a4a54)};
    p.note = {hex(0x1b3038), ink, cyan};
    p.paper = {hex(0x2b2a22), hex(0xfff1c9), hex(0x5b563d)};
    p.sheet = {deep, ink, hex(0x3a4a54)};
    p.danger = hex(0xffb3a8);
    p.perforation = hex(0x9a8f62);
    p.focus = hex(0xffb86b);
    p.veil = hex(0x070b0d);
    p.dawn = hex(0x1b2830);
    return p;
}

constexpr Palette make_contrast() {
    constexpr Colour black = hex(0x000000), white = hex(0xffffff), cyan = hex(0x7fe3f0), yellow = hex(0xffe14d);
    Palette p;
    p.ground = black;
    p.ink = white;
    p.quiet = white;
    p.accent = cyan;
    p.rule = hex(0x8a8a8a);
    p.card = {black, white, white};
    p.tool = {black, cyan, cyan};
    p.primary = {cyan, black, cyan};
    p.hide = {white, black, white};
    p.bar = {black, white, hex(0x8a8a8a)};
    p.note = {black, white, cyan};
    p.paper = {black, white, white};
    p.sheet = {black, white, white};
    p.danger = hex(0xffb3ae);
    p.perforation = white;
    p.focus = yellow;
    p.veil = hex(0x101010);
    p.dawn = black;
    return p;
}

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

} // namespace

double contrast(Colour one, Colour other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const Palette& palette(session::Look look) {
    static constexpr std::array palettes{make_paper(), make_dark(), make_contrast()};
    return palettes[static_cast<std::size_t>(look)];
}

Theme::Theme(const Panel& panel, session::Look look, int text_size) : panel_(panel), look_(look) {
    text_factor_ = text_factors[static_cast<std::size_t>(
        std::clamp(text_size, session::smallest_text, session::largest_text) - 1)];
    px_per_panel_mm_ = std::hypot(panel.width_px, panel.height_px) / (panel.inches * mm_per_inch);
    const double short_side = std::min(panel.width_px, panel.height_px) / px_per_panel_mm_;
    px_per_mm_ = px_per_panel_mm_ * magnification(short_side);
    reach_top_ = 0;
    reach_bottom_ = panel.height_px;
    if (panel.mounting) {
        const double height_mm = panel.height_px / px_per_panel_mm_;
        const auto below_top = [&](double above_floor) {
            return (panel.mounting->bottom_mm + height_mm - above_floor) * px_per_panel_mm_;
        };
        const double least = std::min(least_reach_mm * px_per_panel_mm_, reach_bottom_);
        reach_bottom_ = std::clamp(below_top(panel.mounting->lowest_mm), least, reach_bottom_);
        reach_top_ = std::clamp(below_top(panel.mounting->highest_mm), 0.0, reach_bottom_ - least);
    }
}

double Theme::margin() const {
    return std::clamp(panel_.width_px * 0.052, px(5), px(16));
}

bool Theme::is_low() const {
    return is_wide() && reach_bottom_ - reach_top_ < px(190);
}

bool Theme::is_small() const {
    return is_low() || reach_bottom_ - reach_top_ < px(270);
}

int Theme::em(const Type& type) const {
    const double factor = 1 + (text_factor_ - 1) * type.growth;
    return std::max(4, static_cast<int>(std::lround(px(type.em_mm * factor))));
}

} // namespace ui
