#include "ui/widgets/sheet.hpp"

#include "ui/widgets/bottom_bar.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Draws a shadow that fades out above a sheet. It is behind the round corners of the sheet, too.
void draw_shadow_above(Frame& frame, const render::Rect& sheet, double radius) {
    constexpr double depth_mm = 8, max_alpha = 44;
    const int depth = std::max(1, static_cast<int>(frame.px(depth_mm)));
    const double top = std::round(sheet.y);
    const auto fill = [&](double y, double height, double alpha) {
        frame.fill_rect({sheet.x, y, sheet.w, height},
                        {0, 0, 0, static_cast<std::uint8_t>(std::lround(alpha))});
    };
    for (int distance = 1; distance <= depth; ++distance) {
        const double fraction = 1 - static_cast<double>(distance) / depth;
        fill(top - distance, 1, max_alpha * fraction * fraction);
    }
    fill(top, radius, max_alpha);
}

} // namespace

render::Rect draw_scrim(Frame& frame, double opacity) {
    frame.discard_inert();
    const render::Rect above_bar = draw_bottom_bar(frame);
    render::Color scrim = frame.palette().scrim;
    scrim.a = static_cast<std::uint8_t>(std::lround(scrim.a * opacity));
    frame.fill_rect({0, 0, frame.screen().w, above_bar.bottom()}, scrim);
    return above_bar;
}

void draw_sheet(Frame& frame, const render::Rect& rect, const ComponentColors& colors) {
    // The light comes from above, so there is no shadow along the upper edge.
    const double shadow_offset = frame.px(10);
    frame.draw_shadow({rect.x, rect.y + shadow_offset, rect.w, rect.h - shadow_offset},
                      frame.px(5));
    frame.draw_rounded_rect(rect, frame.px(metric::radius * 1.3), colors.fill, colors.edge,
                            colors.edge == colors.fill ? 0 : frame.px(0.5));
}

void draw_bottom_sheet(Frame& frame, const render::Rect& rect) {
    const ComponentColors& colors = frame.palette().sheet;
    const double radius = frame.px(9), edge = std::max(1.0, std::round(frame.px(0.5)));
    draw_shadow_above(frame, rect, radius);
    // The lower corners are below the bottom of the sheet, and its sides are beside the screen.
    frame.draw_rounded_rect({rect.x - edge, rect.y, rect.w + 2 * edge, rect.h + radius}, radius,
                            colors.fill, colors.edge, edge);
}

} // namespace ui
