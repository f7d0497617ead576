#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/slip_details.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr base::Duration animation_duration{280};
constexpr double slip_padding_mm = 7; // between the edge of the paper and its content
constexpr double slip_gap_mm = 8;

// The paper with Done below it. On a short panel, Back in the bottom bar replaces Done. On a wide
// panel, the QR code is beside the text and does not scroll with it.
struct SlipLayout {
    render::Rect paper;
    render::Rect details;
    render::Rect done;
    SideContent side_content = SideContent::nothing;
    render::Rect qr_code; // used if `side_content` is not `nothing`
};

double slip_qr_side(const Frame& frame, const ContactMethod& contact, double max_side) {
    return contact.phone_number.is_emergency() ? 0
                                               : qr_card_side(frame, contact, slip_qr_mm, max_side);
}

SlipLayout layout_slip(Frame& frame, const content::HelpLine& help_line,
                       const ContactMethod& contact, const render::Rect& area) {
    SlipLayout layout;
    render::Rect available = area.inset(frame.px(frame.theme.is_short() ? 4 : 8));
    const double done_height = frame.px(metric::primary), gap = frame.px(metric::gap * 1.3),
                 done_width = frame.px(90);
    if (!frame.theme.is_short()) available.h -= done_height + gap;
    const double inner = frame.px(frame.theme.is_short() ? 4 : slip_padding_mm);
    render::Rect& paper = layout.paper = available;
    paper.w = std::min(available.w, frame.px(frame.theme.is_wide() ? 440 : 255));
    paper.x += (available.w - paper.w) / 2;
    layout.details = paper.inset(inner);
    const double side =
        frame.theme.is_wide() ? slip_qr_side(frame, contact, paper.h - 2 * inner) : 0;
    const double details_width = layout.details.w - side - frame.px(slip_gap_mm);
    double side_height = 0; // height of the side content
    if (side > 0 && details_width > frame.px(80)) {
        const double hints_height = frame.measure([&] {
            return draw_code_hints(frame, help_line, contact, {0, 0, side, 0});
        });
        layout.side_content = side + hints_height <= layout.details.h
                                  ? SideContent::qr_code_and_hints
                                  : SideContent::qr_code;
        side_height = layout.side_content == SideContent::qr_code ? side : side + hints_height;
        layout.qr_code = {paper.x + inner, 0, side, side};
        layout.details.x += side + frame.px(slip_gap_mm);
        layout.details.w = details_width;
    }
    const double content_height = frame.measure([&] {
        return draw_slip_details(frame, help_line, contact, layout.details, layout.side_content);
    });
    const double height = std::min(available.h, std::max(content_height, side_height) + 2 * inner);
    paper.y += std::floor((available.h - height) / 2);
    paper.h = height;
    layout.details.y = paper.y + inner;
    layout.details.h = paper.h - 2 * inner;
    layout.qr_code.y = paper.y + std::floor((paper.h - side_height) / 2);
    layout.done = {area.x + (area.w - done_width) / 2, paper.bottom() + gap, done_width,
                   done_height};
    return layout;
}

// Returns where the tab of the slip was on the page below, or an empty rectangle if it is not
// there.
render::Rect find_tab_rect(const Frame& frame) {
    for (auto node = frame.outline.rbegin(); node != frame.outline.rend(); ++node) {
        const auto* tear = node->event ? std::get_if<session::TearOff>(&*node->event) : nullptr;
        if (tear != nullptr && tear->help_line == frame.state.slip->help_line)
            return frame.mirror(node->visible_rect());
    }
    return {};
}

// Starts and ends at rest: the cubic Hermite interpolation from 0 to 1.
double smoothstep(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

render::Rect interpolate(const render::Rect& a, const render::Rect& b, double t) {
    return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t), std::lerp(a.w, b.w, t),
            std::lerp(a.h, b.h, t)};
}

// Draws the tab coming off its perforation, tilting, and growing into the slip.
void draw_slip_animation(Frame& frame, const content::HelpLine& help_line, const render::Rect& from,
                         const render::Rect& to, double progress) {
    const double growth = smoothstep((progress - 0.25) / 0.75);
    const double tilt = 0.07 * std::sin(3.14159265 * std::clamp(progress / 0.7, 0.0, 1.0));
    render::Rect rect = interpolate(from, to, growth);
    rect.y -= frame.px(3) * std::min(1.0, progress * 4) * (1 - growth);
    const ComponentColors& paper = frame.palette().paper;
    frame.draw_rotated(rect, tilt, [&] {
        frame.draw_rounded_rect(rect, frame.px(3), paper.fill, paper.edge, frame.px(0.5));
        if (growth < 0.05) draw_torn_tab(frame, rect, help_line);
    });
    frame.is_animating = true;
}

void draw_paper(Frame& frame, const content::HelpLine& help_line, const SlipLayout& layout,
                const ContactMethod& contact) {
    draw_sheet(frame, layout.paper, frame.palette().paper);
    draw_torn_edge(frame, layout.paper);
    const render::Rect& qr_rect = layout.qr_code;
    if (layout.side_content != SideContent::nothing) draw_qr_card(frame, qr_rect, contact);
    if (layout.side_content == SideContent::qr_code_and_hints)
        draw_code_hints(frame, help_line, contact, {qr_rect.x, qr_rect.bottom(), qr_rect.w, 0});
}

void draw_done_button(Frame& frame, const render::Rect& rect) {
    ComponentColors colors = frame.palette().sheet;
    colors.text = frame.palette().accent;
    ButtonStyle style{"check", frame.translate("Done"), colors, LabelPosition::beside,
                      text_style::card};
    style.is_primary = true;
    draw_button(frame, rect, style, session::GoBack{}, "slip");
}

// Returns 0 when the slip is torn off, and 1 or more when it has reached its place.
double animation_progress(const Frame& frame) {
    const base::Duration age = frame.now.since_boot - frame.state.slip->torn_at;
    return static_cast<double>(age.count()) / static_cast<double>(animation_duration.count());
}

} // namespace

bool is_slip_animating(const Frame& frame) {
    const double progress = animation_progress(frame);
    return frame.content.site.motion && progress >= 0 && progress < 1;
}

void draw_slip(Frame& frame) {
    const content::HelpLine* help_line = frame.content.find_help_line(frame.state.slip->help_line);
    if (help_line == nullptr) return;
    const render::Rect tab = find_tab_rect(frame);
    const double progress = animation_progress(frame);
    const bool is_animating = is_slip_animating(frame) && tab.w > 0;
    const render::Rect area = draw_scrim(frame, is_animating ? smoothstep(progress) : 1);
    const ContactMethod contact =
        contact_method(frame, *help_line, frame.state.slip->shows_text_code);
    const SlipLayout layout = layout_slip(frame, *help_line, contact, area);
    if (is_animating) return draw_slip_animation(frame, *help_line, tab, layout.paper, progress);
    draw_paper(frame, *help_line, layout, contact);
    const auto draw_details = [&](const render::Rect& column) {
        return draw_slip_details(frame, *help_line, contact,
                                 {column.x, column.y, column.w, layout.details.h},
                                 layout.side_content);
    };
    draw_scroll_view(frame, layout.details, layout.details.w, draw_details,
                     frame.palette().paper.fill);
    if (!frame.theme.is_short()) draw_done_button(frame, layout.done);
}

} // namespace ui
