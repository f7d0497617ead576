#include "ui/widgets/pill.hpp"

namespace ui {

double draw_pill(Frame& frame, const render::Rect& column, std::string_view icon,
                 const std::string& text) {
    const ComponentColors& colors = frame.palette().secondary_button;
    const double side = frame.theme.em(text_style::label) * 1.25, padding = frame.px(5),
                 gap = frame.px(3);
    const TextLayout layout =
        frame.layout_text(text, text_style::label, column.w - side - gap - 2 * padding);
    const double height = std::max(frame.px(16), layout->height + padding);
    const render::Rect box{column.x, column.y, layout->width + side + gap + 2 * padding + 1,
                           height};
    frame.draw_rounded_rect(box, frame.px(3), colors.fill, frame.palette().divider,
                            colors.edge == colors.fill ? 0 : frame.px(0.5));
    frame.draw_icon(icon, {box.x + padding, box.y + (height - side) / 2, side, side}, colors.text);
    frame.draw_text(layout,
                    {box.x + padding + side + gap, box.y + (height - layout->height) / 2,
                     layout->width + 1.0, 0},
                    Align::start, colors.text, colors.fill);
    return height;
}

} // namespace ui
