#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/slip_details.hpp"
#include "ui/widgets/strip_tab.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr base::Duration animation_duration{300};
constexpr double max_tall_width_mm = 277;
constexpr double max_wide_width_mm = 455;
constexpr double min_wide_width_mm = 180;
constexpr double min_beside_width_mm = 170; // for the QR code beside the memory hook
constexpr double wide_number_fraction = 0.565;
constexpr double code_step_mm = 3;
// The space for the buttons below a slip that scrolls.
constexpr double footer_mm = 27;

// The paper, what is on it, and Done. On a short panel, Back in the bottom bar replaces Done.
struct SlipLayout {
    SlipShape shape = SlipShape::tall;
    render::Rect paper;
    render::Rect content; // without the padding of the paper
    render::Rect done;    // empty if there is none
    double em_scale = 1;  // of the facts
    double code_mm = slip_qr_mm;
};

// What is drawn on the slip.
struct SlipContent {
    const content::HelpLine& help_line;
    ContactMethod contact;
};

SlipShape slip_shape(const Frame& frame, const render::Rect& area) {
    if (frame.theme.is_wide() && area.w >= frame.px(min_wide_width_mm)) return SlipShape::wide;
    return area.w >= frame.px(min_beside_width_mm) * std::sqrt(frame.theme.text_factor())
               ? SlipShape::tall
               : SlipShape::narrow;
}

double facts_width(const SlipLayout& layout, const Frame& frame) {
    return layout.shape == SlipShape::wide ? layout.content.w * (1 - wide_number_fraction) -
                                                 frame.px(frame.theme.is_short() ? 6 : 12)
                                           : layout.content.w;
}

// Draws everything on the paper from the top of `column`. Returns the height in pixels.
double draw_tall_content(Frame& frame, const SlipContent& slip, const SlipLayout& layout,
                         const render::Rect& column) {
    double y = column.y;
    y +=
        draw_slip_number(frame, slip.help_line, slip.contact, column, layout.shape, layout.code_mm);
    y += frame.px(5);
    draw_horizontal_perforation(frame, column.x, column.right(), y);
    y += perforation_height(frame) + frame.px(5);
    y += draw_slip_facts(frame, slip.help_line, {column.x, y, column.w, 0}, layout.shape,
                         layout.em_scale);
    return y - column.y;
}

double draw_wide_number(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    const render::Rect& content = layout.content;
    return draw_slip_number(frame, slip.help_line, slip.contact,
                            {content.x, content.y, content.w * wide_number_fraction, 0},
                            SlipShape::wide, layout.code_mm);
}

// Makes the QR code of a wide slip as large as the height of the paper allows.
void fit_code(Frame& frame, const SlipContent& slip, SlipLayout& layout, double available) {
    while (layout.code_mm > min_slip_qr_mm &&
           frame.measure([&] { return draw_wide_number(frame, slip, layout); }) > available)
        layout.code_mm = std::max(min_slip_qr_mm, layout.code_mm - code_step_mm);
}

// Makes the QR code of a slip that scrolls so small that all of it is on the first page.
void fit_code_on_first_page(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const auto is_cut_off = [&] {
        return slip_code_bottom(frame, slip.help_line, slip.contact, layout.content, layout.shape,
                                layout.code_mm) > layout.content.h - frame.px(footer_mm);
    };
    while (layout.code_mm > min_slip_qr_mm && is_cut_off())
        layout.code_mm = std::max(min_slip_qr_mm, layout.code_mm - code_step_mm);
}

// The height for the number of a wide slip in pixels. Done is below it.
double wide_number_height(const Frame& frame, const SlipLayout& layout) {
    return layout.done.h > 0 ? layout.done.y - frame.px(3) - layout.content.y : layout.content.h;
}

// Returns the largest scale for the facts with which `height_with` fits into `available` pixels,
// or the smallest scale that can be read.
template <typename HeightWith>
double fitting_scale(HeightWith height_with, double available) {
    constexpr double min_scale = 0.72, step = 0.04;
    for (double scale = 1; scale > min_scale; scale -= step)
        if (height_with(scale) <= available) return scale;
    return min_scale;
}

render::Rect centered(const render::Rect& area, double width) {
    const double w = std::min(area.w, width);
    return {area.x + (area.w - w) / 2, area.y, w, area.h};
}

SlipLayout layout_slip(Frame& frame, const SlipContent& slip, const render::Rect& area) {
    const bool is_short = frame.theme.is_short();
    SlipLayout layout;
    layout.shape = slip_shape(frame, area);
    const bool is_wide = layout.shape == SlipShape::wide;
    render::Rect available = area.inset(frame.px(is_short ? 4 : 11), frame.px(is_short  ? 3
                                                                              : is_wide ? 4
                                                                                        : 6));
    available = centered(available, frame.px(is_wide ? max_wide_width_mm : max_tall_width_mm));
    const double done_height = frame.px(metric::primary), gap = frame.px(is_wide ? 3 : 8);
    const bool has_done_below = !is_short && !is_wide;
    if (has_done_below) available.h -= done_height + gap;
    const double padding = frame.px(is_short ? 5 : 12);
    layout.paper = available;
    layout.content = available.inset(padding, frame.px(is_short ? 5 : is_wide ? 6 : 9));
    const double fixed_height = is_wide ? 0 : frame.measure([&] {
        return draw_tall_content(frame, slip, layout, layout.content) -
               draw_slip_facts(frame, slip.help_line, layout.content, layout.shape, 1);
    });
    const render::Rect facts{0, 0, facts_width(layout, frame), 0};
    layout.em_scale = fitting_scale(
        [&](double scale) {
            return fixed_height + frame.measure([&] {
                return draw_slip_facts(frame, slip.help_line, facts, layout.shape, scale);
            });
        },
        layout.content.h);
    if (!is_wide && frame.measure([&] {
            return draw_tall_content(frame, slip, layout, layout.content);
        }) > layout.content.h)
        fit_code_on_first_page(frame, slip, layout);
    if (has_done_below) {
        const double height =
            frame.measure([&] { return draw_tall_content(frame, slip, layout, layout.content); });
        layout.content.h = std::min(layout.content.h, height);
        layout.paper.h = layout.content.h + 2 * (layout.content.y - layout.paper.y);
        layout.done = {available.x, layout.paper.bottom() + gap, available.w, done_height};
    } else if (is_wide && !is_short) {
        layout.done = {layout.content.x, layout.content.bottom() - done_height,
                       layout.content.w * wide_number_fraction, done_height};
    }
    if (is_wide) fit_code(frame, slip, layout, wide_number_height(frame, layout));
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

// Draws the tab coming off its perforation, tilting, and growing into the slip. It carries its
// texts along until there is space for those of the slip.
void draw_slip_animation(Frame& frame, const content::HelpLine& help_line, const render::Rect& from,
                         const render::Rect& to, double progress) {
    const double growth = smoothstep((progress - 0.25) / 0.75);
    const double tilt = 0.07 * std::sin(3.14159265 * std::clamp(progress / 0.7, 0.0, 1.0));
    render::Rect rect = interpolate(from, to, growth);
    rect.y -= frame.px(3) * std::min(1.0, progress * 4) * (1 - growth);
    const ComponentColors& paper = frame.palette().paper;
    frame.draw_rotated(rect, tilt, [&] {
        frame.draw_rounded_rect(rect, frame.px(3), paper.fill, paper.edge, frame.px(0.5));
        const render::Rect texts{rect.x + (rect.w - from.w) / 2, rect.y + (rect.h - from.h) / 2,
                                 from.w, from.h};
        draw_torn_tab(frame, texts, help_line);
    });
    frame.is_animating = true;
}

void draw_done_button(Frame& frame, const render::Rect& rect, bool is_on_paper) {
    ComponentColors colors = is_on_paper ? frame.palette().primary : frame.palette().sheet;
    if (!is_on_paper) colors.text = frame.palette().accent;
    ButtonStyle style{"check", frame.translate("Done"), colors, LabelPosition::beside,
                      text_style::card};
    style.is_primary = true;
    draw_button(frame, rect, style, session::GoBack{}, "slip");
}

void draw_wide_slip(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    const render::Rect& content = layout.content;
    const double facts_w = facts_width(layout, frame);
    const render::Rect facts{content.right() - facts_w, content.y, facts_w, content.h};
    const double needed = frame.measure([&] { return draw_wide_number(frame, slip, layout); });
    // On a low panel everything scrolls together.
    if (needed > wide_number_height(frame, layout) + 1) {
        const SlipLayout tall{SlipShape::tall, layout.paper, content, {}, layout.em_scale};
        render::Rect view = content;
        view.h = wide_number_height(frame, layout);
        draw_scroll_view(
            frame, view, view.w,
            [&](const render::Rect& column) {
                return draw_tall_content(frame, slip, tall, column);
            },
            frame.palette().paper.fill);
        return;
    }
    draw_wide_number(frame, slip, layout);
    draw_vertical_perforation(frame, facts.x - frame.px(frame.theme.is_short() ? 3 : 6),
                              layout.paper.y, layout.paper.bottom());
    draw_scroll_view(
        frame, facts, facts.w,
        [&](const render::Rect& column) {
            return draw_slip_facts(frame, slip.help_line, column, SlipShape::wide, layout.em_scale);
        },
        frame.palette().paper.fill);
}

void draw_paper(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    draw_sheet(frame, layout.paper, frame.palette().paper);
    draw_torn_edge(frame, layout.paper);
    if (layout.shape == SlipShape::wide) {
        draw_wide_slip(frame, slip, layout);
    } else {
        draw_scroll_view(
            frame, layout.content, layout.content.w,
            [&](const render::Rect& column) {
                return draw_tall_content(frame, slip, layout, column);
            },
            frame.palette().paper.fill);
    }
    if (layout.done.h > 0) draw_done_button(frame, layout.done, layout.shape == SlipShape::wide);
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
    render::Rect area = draw_scrim(frame, is_animating ? smoothstep(progress) : 1);
    // The other numbers stay in reach, except on a panel that has no space for them.
    if (!frame.theme.is_short()) area = draw_tear_off_strip(frame, area, StripDetail::digits_only);
    const SlipContent slip{*help_line,
                           contact_method(frame, *help_line, frame.state.slip->shows_text)};
    const SlipLayout layout = layout_slip(frame, slip, area);
    if (is_animating) return draw_slip_animation(frame, *help_line, tab, layout.paper, progress);
    draw_paper(frame, slip, layout);
}

} // namespace ui
