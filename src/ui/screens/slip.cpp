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
#include <numeric>

namespace ui {

namespace {

// The tab grows into the slip, and then everything on the slip fades in.
constexpr base::Duration growth_duration{220};
constexpr base::Duration animation_duration{300};
constexpr double max_tall_width_mm = 277;
constexpr double max_wide_width_mm = 455;
constexpr double min_wide_width_mm = 180;
constexpr double min_beside_width_mm = 170; // for the QR code beside the memory hook
constexpr double wide_number_fraction = 0.52;
constexpr double code_step_mm = 3;
// The space for the buttons below a slip that scrolls.
constexpr double footer_mm = 31;

// The paper, what is on it, and Done. On a short panel, Back in the bottom bar replaces Done.
struct SlipLayout {
    SlipStyle style;
    render::Rect paper;
    render::Rect content; // without the padding of the paper
    render::Rect done;    // empty if there is none

    bool is_wide() const { return style.shape == SlipShape::wide; }
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
    return layout.is_wide() ? layout.content.w * (1 - wide_number_fraction) -
                                  frame.px(frame.theme.is_short() ? 6 : 12)
                            : layout.content.w;
}

// Draws everything on the paper from the top of `column`. Returns the height in pixels.
double draw_tall_content(Frame& frame, const SlipContent& slip, const SlipLayout& layout,
                         const render::Rect& column) {
    double y = column.y;
    y += draw_slip_number(frame, slip.help_line, slip.contact, column, layout.style);
    y += frame.px(5);
    draw_horizontal_perforation(frame, layout.paper.x, layout.paper.right(), y);
    y += perforation_height(frame) + frame.px(5);
    y += draw_slip_facts(frame, slip.help_line, {column.x, y, column.w, 0}, layout.style);
    return y - column.y;
}

double draw_wide_number(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    const render::Rect& content = layout.content;
    return draw_slip_number(frame, slip.help_line, slip.contact,
                            {content.x, content.y, content.w * wide_number_fraction, 0},
                            layout.style);
}

bool fits_number(Frame& frame, const SlipContent& slip, SlipLayout& layout, double code_mm,
                 double available) {
    layout.style.code_mm = code_mm;
    return frame.measure([&] { return draw_wide_number(frame, slip, layout); }) <= available;
}

// Makes the QR code of a wide slip as large as the height of the paper allows. A binary search,
// because measuring takes time.
void fit_code(Frame& frame, const SlipContent& slip, SlipLayout& layout, double available) {
    if (fits_number(frame, slip, layout, slip_qr_mm, available)) return;
    double fitting = min_slip_qr_mm, too_large = slip_qr_mm;
    while (too_large - fitting > code_step_mm) {
        const double middle = std::midpoint(fitting, too_large);
        (fits_number(frame, slip, layout, middle, available) ? fitting : too_large) = middle;
    }
    layout.style.code_mm = fitting;
}

// Makes the QR code of a slip that scrolls so small that all of it is on the first page.
void fit_code_on_first_page(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    double& code_mm = layout.style.code_mm;
    const auto is_cut_off = [&] {
        return slip_code_bottom(frame, slip.help_line, slip.contact, layout.content, layout.style) >
               layout.content.h - frame.px(footer_mm);
    };
    while (code_mm > min_slip_qr_mm && is_cut_off())
        code_mm = std::max(min_slip_qr_mm, code_mm - code_step_mm);
}

// The height for the number of a wide slip in pixels. Done is below it.
double wide_number_height(const Frame& frame, const SlipLayout& layout) {
    return layout.done.h > 0 ? layout.done.y - frame.px(3) - layout.content.y : layout.content.h;
}

// Returns the largest scale for the facts with which `height_with` fits into `available` pixels,
// or the smallest scale that can be read.
template <typename HeightWith>
double fitting_scale(HeightWith height_with, double available) {
    constexpr double step = 0.02;
    if (height_with(1.0) <= available) return 1;
    double fitting = min_facts_scale, too_large = 1;
    while (too_large - fitting > step) {
        const double middle = std::midpoint(fitting, too_large);
        (height_with(middle) <= available ? fitting : too_large) = middle;
    }
    return fitting;
}

render::Rect centered(const render::Rect& area, double width) {
    const double w = std::min(area.w, width);
    return {area.x + (area.w - w) / 2, area.y, w, area.h};
}

// The height of a slip that is not wide.
double tall_height(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    return frame.measure([&] { return draw_tall_content(frame, slip, layout, layout.content); });
}

double facts_height(Frame& frame, const SlipContent& slip, const SlipLayout& layout, double scale) {
    SlipStyle style = layout.style;
    style.facts_scale = scale;
    return frame.measure([&] {
        return draw_slip_facts(frame, slip.help_line, {0, 0, facts_width(layout, frame), 0}, style);
    });
}

// Chooses the size of the facts with which all of the slip fits, if it can.
void fit_facts(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    layout.style.facts_scale = 1;
    const double fixed_height =
        layout.is_wide() ? 0
                         : tall_height(frame, slip, layout) - facts_height(frame, slip, layout, 1);
    layout.style.facts_scale = fitting_scale(
        [&](double scale) { return fixed_height + facts_height(frame, slip, layout, scale); },
        layout.content.h);
}

// The side of a QR code that leaves more space for the facts, in millimeters of the panel. A larger
// panel is scanned from farther away.
double small_code_mm(const Frame& frame) {
    const double inches = frame.theme.panel().inches;
    return inches > 20 ? 60 : inches > 15 ? 44 : 30;
}

// Lays out a slip with everything in one column, and Done below the paper.
void finish_tall_layout(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    fit_facts(frame, slip, layout);
    double height = tall_height(frame, slip, layout);
    if (height > layout.content.h) {
        layout.style.has_small_digits = true;
        layout.style.has_phone_advice_in_facts = frame.theme.panel().inches < 20;
        layout.style.code_mm = small_code_mm(frame);
        fit_facts(frame, slip, layout);
        height = tall_height(frame, slip, layout);
    }
    if (height > layout.content.h) {
        fit_code_on_first_page(frame, slip, layout);
        height = tall_height(frame, slip, layout);
    }
    if (layout.done.h == 0) return;
    // A paper that is nearly full goes down to Done, and others end below their content.
    constexpr double min_full_fraction = 0.75;
    if (height > layout.content.h * min_full_fraction) return;
    const double unused = layout.content.h - height;
    layout.content.h -= unused;
    layout.paper.h -= unused;
    layout.done.y -= unused;
}

// Lays out a slip with the number at the start and the facts at the end.
void finish_wide_layout(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    if (!frame.theme.is_short()) {
        const double height = frame.px(metric::primary);
        layout.done = {layout.content.x, layout.content.bottom() - height,
                       layout.content.w * wide_number_fraction, height};
    }
    const double available = wide_number_height(frame, layout);
    const auto fits = [&] { return fits_number(frame, slip, layout, min_slip_qr_mm, available); };
    // What does not fit beside the QR code becomes a fact, in this order.
    const auto move_to_facts = [&] {
        layout.style.has_phone_advice_in_facts = !fits();
        if (layout.style.has_phone_advice_in_facts) layout.style.has_hook_in_facts = !fits();
    };
    move_to_facts();
    if (facts_height(frame, slip, layout, min_facts_scale) > layout.content.h) {
        layout.style.has_small_digits = true;
        layout.style.has_phone_advice_in_facts = layout.style.has_hook_in_facts = false;
        move_to_facts();
    }
    fit_code(frame, slip, layout, available);
    fit_facts(frame, slip, layout);
}

SlipLayout layout_slip(Frame& frame, const SlipContent& slip, const render::Rect& area) {
    const bool is_short = frame.theme.is_short();
    SlipLayout layout;
    layout.style.shape = slip_shape(frame, area);
    const bool is_wide = layout.is_wide();
    layout.paper = centered(area.inset(frame.px(is_short ? 4 : 11), frame.px(is_short  ? 3
                                                                             : is_wide ? 4
                                                                                       : 6)),
                            frame.px(is_wide ? max_wide_width_mm : max_tall_width_mm));
    if (!is_short && !is_wide) {
        const double height = frame.px(metric::primary), gap = frame.px(8);
        layout.paper.h -= height + gap;
        layout.done = {layout.paper.x, layout.paper.bottom() + gap, layout.paper.w, height};
    }
    layout.content = layout.paper.inset(frame.px(is_short ? 5 : 12), frame.px(is_short  ? 5
                                                                              : is_wide ? 6
                                                                                        : 9));
    if (is_wide)
        finish_wide_layout(frame, slip, layout);
    else
        finish_tall_layout(frame, slip, layout);
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
// texts and its QR code along as they were.
void draw_growing_tab(Frame& frame, const content::HelpLine& help_line, const render::Rect& page,
                      const render::Rect& from, const render::Rect& to, double progress) {
    const double growth = smoothstep((progress - 0.2) / 0.8);
    const double tilt = 0.07 * std::sin(3.14159265 * std::clamp(progress / 0.8, 0.0, 1.0));
    render::Rect rect = interpolate(from, to, growth);
    rect.y -= frame.px(3) * std::min(1.0, progress * 4) * (1 - growth);
    const ComponentColors& paper = frame.palette().paper;
    frame.draw_rotated(rect, tilt, [&] {
        frame.draw_rounded_rect(rect, frame.px(3), paper.fill, paper.edge, frame.px(0.5));
        draw_torn_tab(frame, page, from, rect, help_line);
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
        SlipLayout tall = layout;
        tall.style.shape = SlipShape::tall;
        tall.style.has_hook_in_facts = false;
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
            return draw_slip_facts(frame, slip.help_line, column, layout.style);
        },
        frame.palette().paper.fill);
}

void draw_paper(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    draw_sheet(frame, layout.paper, frame.palette().paper);
    draw_torn_edge(frame, layout.paper);
    if (layout.is_wide()) {
        draw_wide_slip(frame, slip, layout);
    } else {
        draw_scroll_view(
            frame, layout.content, layout.content.w,
            [&](const render::Rect& column) {
                return draw_tall_content(frame, slip, layout, column);
            },
            frame.palette().paper.fill);
    }
    if (layout.done.h > 0) draw_done_button(frame, layout.done, layout.is_wide());
}

base::Duration age(const Frame& frame) {
    return frame.now.since_boot - frame.state.slip->torn_at;
}

// Returns how much of the span between `begin` and `end` has passed, from 0 to 1.
double progress(base::Duration now, base::Duration begin, base::Duration end) {
    return std::clamp(static_cast<double>((now - begin).count()) /
                          static_cast<double>((end - begin).count()),
                      0.0, 1.0);
}

// Draws the slip at its place. What is on it fades in.
void draw_fading_paper(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    draw_paper(frame, slip, layout);
    render::Color fill = frame.palette().paper.fill;
    const double hidden = 1 - progress(age(frame), growth_duration, animation_duration);
    fill.a = static_cast<std::uint8_t>(std::lround(255 * hidden));
    frame.fill_rect(layout.content, fill);
    frame.is_animating = true;
}

// A tap beside the slip closes it, as Done does.
void close_at_tap_outside(Frame& frame, const render::Rect& area, const SlipLayout& layout) {
    const bool is_outside =
        frame.is_tapped(area) && !frame.is_tapped(layout.paper) && !frame.is_tapped(layout.done);
    if (is_outside && !frame.event) frame.event = session::GoBack{};
}

} // namespace

bool is_slip_animating(const Frame& frame) {
    return frame.content.site.motion && age(frame) >= base::Duration{0} &&
           age(frame) < animation_duration;
}

void draw_slip(Frame& frame) {
    const content::HelpLine* help_line = frame.content.find_help_line(frame.state.slip->help_line);
    if (help_line == nullptr) return;
    const render::Rect tab = find_tab_rect(frame);
    const bool is_animating = is_slip_animating(frame) && tab.w > 0;
    const double growth = progress(age(frame), base::Duration{0}, growth_duration);
    const render::Rect page = draw_scrim(frame, is_animating ? smoothstep(growth) : 1);
    // The other numbers stay in reach, except on a panel that has no space for them.
    render::Rect area = page;
    if (!frame.theme.is_short()) area = draw_tear_off_strip(frame, page, StripDetail::digits_only);
    const SlipContent slip{*help_line,
                           contact_method(frame, *help_line, frame.state.slip->shows_text)};
    const SlipLayout layout = layout_slip(frame, slip, area);
    if (is_animating && growth < 1)
        return draw_growing_tab(frame, *help_line, page, tab, layout.paper, growth);
    if (is_animating) return draw_fading_paper(frame, slip, layout);
    draw_paper(frame, slip, layout);
    close_at_tap_outside(frame, area, layout);
}

} // namespace ui
