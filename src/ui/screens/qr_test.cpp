#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/slip_details.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

struct QrTestText {
    TextLayout task;
    TextLayout payload;

    double height() const { return task->height + payload->height; }
};

QrTestText layout_qr_test_text(const Frame& frame, double width, double height) {
    QrTestText text;
    text.task = frame.balance_lines(frame.fit_box(
        "Point a phone’s camera here. It should say:", text_style::label, width, height * 0.55));
    text.payload = frame.fit_box(frame.device_status.program_version, text_style::heading, width,
                                 height - text.task->height);
    return text;
}

// The text is below the QR code, or beside it on a wide panel.
struct QrTestLayout {
    render::Rect paper;
    render::Rect qr_code;
    QrTestText text;
    render::Point text_position;
    double text_width = 0;
};

QrTestLayout layout_qr_test(const Frame& frame, const render::Rect& area) {
    const double inner = frame.px(metric::padding), gap = frame.px(6);
    const bool is_beside = frame.theme.is_wide();
    const double min_text_size = frame.px(is_beside ? 80 : 34);
    const double max_side = (is_beside ? std::min(area.h, area.w - min_text_size - gap)
                                       : std::min(area.w, area.h - min_text_size - gap)) -
                            2 * inner;
    const double side =
        qr_card_side(frame, frame.device_status.program_version, slip_qr_mm, max_side);
    QrTestLayout layout;
    layout.text_width = is_beside ? std::min(frame.px(120), area.w - side - gap - 2 * inner)
                                  : std::min(std::max(side, frame.px(120)), area.w - 2 * inner);
    layout.text = layout_qr_test_text(frame, layout.text_width,
                                      is_beside ? side : area.h - side - gap - 2 * inner);
    if (is_beside)
        layout.text_width = std::max(layout.text.task->width, layout.text.payload->width) + 1.0;
    const double height =
        is_beside ? std::max(side, layout.text.height()) : side + gap + layout.text.height();
    const double width = is_beside ? side + gap + layout.text_width : layout.text_width;
    render::Rect& paper = layout.paper = {0, 0, width + 2 * inner, height + 2 * inner};
    paper.x = area.x + std::floor((area.w - paper.w) / 2);
    paper.y = area.y + std::floor((area.h - paper.h) / 2);
    layout.qr_code = {is_beside ? paper.x + inner : paper.x + (paper.w - side) / 2,
                      is_beside ? paper.y + (paper.h - side) / 2 : paper.y + inner, side, side};
    layout.text_position = {is_beside ? layout.qr_code.right() + gap : paper.x + inner,
                            is_beside ? paper.y + (paper.h - layout.text.height()) / 2
                                      : layout.qr_code.bottom() + gap};
    return layout;
}

} // namespace

void draw_qr_test(Frame& frame) {
    const ComponentColors& colors = frame.palette().paper;
    const render::Rect area = draw_scrim(frame).inset(frame.px(frame.theme.is_short() ? 4 : 8));
    const QrTestLayout layout = layout_qr_test(frame, area);
    draw_sheet(frame, layout.paper, colors);
    draw_torn_edge(frame, layout.paper);
    draw_qr_card(frame, layout.qr_code, frame.device_status.program_version);
    const Align align = frame.theme.is_wide() ? Align::start : Align::center;
    const QrTestText& text = layout.text;
    frame.draw_text(text.task,
                    {layout.text_position.x, layout.text_position.y, layout.text_width, 0}, align,
                    colors.text, colors.fill);
    frame.draw_text(
        text.payload,
        {layout.text_position.x, layout.text_position.y + text.task->height, layout.text_width, 0},
        align, colors.text, colors.fill, Role::heading);
}

} // namespace ui
