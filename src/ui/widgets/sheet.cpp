#include "ui/widgets/sheet.hpp"

#include "ui/widgets/bar.hpp"

#include <cmath>

namespace ui {

Rect veil_page(Frame& frame, double density) {
    frame.uncover();
    const Rect above_bar = bar(frame);
    Colour veil = frame.colours().veil;
    veil.a = static_cast<std::uint8_t>(std::lround(veil.a * density));
    frame.fill({0, 0, frame.screen().w, above_bar.bottom()}, veil);
    return above_bar;
}

void sheet(Frame& frame, const Rect& rect, const Surface& look) {
    const double fall = frame.px(10); // the light comes from above: nothing dark lies at the upper edge
    frame.shadow({rect.x, rect.y + fall, rect.w, rect.h - fall}, frame.px(5));
    frame.rounded(rect, frame.px(size::radius * 1.3), look.fill, look.edge,
                  look.edge == look.fill ? 0 : frame.px(0.5));
}

} // namespace ui
