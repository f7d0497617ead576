#include "ui/widgets/pill.hpp"

namespace ui {

double pill(Frame& frame, const Rect& column, std::string_view icon, const std::string& words) {
    const Surface& look = frame.colours().tool;
    const double side = frame.theme.em(type::label) * 1.25, pad = frame.px(5), gap = frame.px(3);
    const Written text = frame.set(words, type::label, column.w - side - gap - 2 * pad);
    const double height = std::max(frame.px(16), text->height + pad);
    const Rect box{column.x, column.y, text->width + side + gap + 2 * pad + 1, height};
    frame.rounded(box, frame.px(3), look.fill, frame.colours().rule,
                  look.edge == look.fill ? 0 : frame.px(0.5));
    frame.icon(icon, {box.x + pad, box.y + (height - side) / 2, side, side}, look.ink);
    frame.write(text, {box.x + pad + side + gap, box.y + (height - text->height) / 2, text->width + 1.0, 0},
                Align::start, look.ink, look.fill);
    return height;
}

} // namespace ui
