#include "ui/widgets/help_line_parts.hpp"

#include "ui/widgets/raised_rect.hpp"

namespace ui {

namespace {

constexpr double contact_icon_ems = 0.84; // of a row's digits, with which the icons grow
constexpr double foot_mm = 0.9;

double contact_icon_side(const Frame& frame) {
    return contact_icon_ems * frame.theme.em(text_style::row_digits);
}

bool has_both_icons(const content::HelpLine& help_line) {
    return help_line.call && takes_texts(help_line);
}

} // namespace

PressState begin_help_line(Frame& frame, const content::HelpLine& help_line,
                           const render::Rect& rect) {
    return frame.begin_target(
        rect, frame.translate("Open {name}", {{"name", frame.translate(help_line.name)}}),
        session::TearOff{help_line.id}, "page");
}

void end_help_line(Frame& frame, const render::Rect& rect) {
    frame.draw_focus_ring(rect, frame.px(metric::radius));
    frame.end_target();
}

bool takes_texts(const content::HelpLine& help_line) {
    return help_line.text && (!help_line.call || *help_line.call == help_line.text->to);
}

render::Rect draw_help_line_paper(Frame& frame, const render::Rect& rect, render::Color fill,
                                  bool is_prominent, bool is_pressed) {
    const Palette& palette = frame.palette();
    RaisedStyle style{fill, palette.paper.edge, palette.perforation, foot_mm};
    if (is_prominent) style.edge = style.foot = palette.accent, style.edge_mm = 0.8;
    return draw_raised_rect(frame, rect, style, is_pressed);
}

void draw_contact_icons(Frame& frame, const content::HelpLine& help_line, double right,
                        double center_y) {
    const double side = contact_icon_side(frame);
    const render::Rect text_icon{right - side, center_y - side / 2, side, side};
    if (takes_texts(help_line)) frame.draw_icon("sms", text_icon, frame.palette().accent);
    if (!help_line.call) return;
    const render::Rect call_icon{text_icon.x - frame.px(contact_icon_gap_mm) - side, text_icon.y,
                                 side, side};
    frame.draw_icon("call", call_icon, frame.palette().accent);
}

double contact_icons_width(const Frame& frame) {
    return 2 * contact_icon_side(frame) + frame.px(contact_icon_gap_mm);
}

double close_icons_width(const Frame& frame, const content::HelpLine& help_line) {
    return has_both_icons(help_line) ? contact_icons_width(frame) : contact_icon_side(frame);
}

void draw_close_icons(Frame& frame, const content::HelpLine& help_line, double left,
                      double center_y) {
    const bool has_only_call = !takes_texts(help_line);
    const double width =
        has_only_call ? contact_icons_width(frame) : close_icons_width(frame, help_line);
    draw_contact_icons(frame, help_line, left + width, center_y);
}

} // namespace ui
