#include "ui/widgets/sheet.hpp"

#include "ui/widgets/bottom_bar.hpp"

#include <cmath>

namespace ui {

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

} // namespace ui
