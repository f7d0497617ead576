#include "ui/screens/screens.hpp"
#include "ui/screens/slip_layout.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/strip_tab.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// The tab grows into the slip, and then everything on the slip fades in.
constexpr base::Duration growth_duration{220};
constexpr base::Duration animation_duration{300};

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

// What matters most about a help line is on the first page.
ScrollStyle slip_scroll_style(const Frame& frame) {
    return {.background = frame.palette().paper.fill, .first_page = FirstPage::full};
}

// The number is on every page of a slip that scrolls as a whole.
ScrollStyle whole_slip_scroll_style(const Frame& frame, const ContactMethod& contact) {
    ScrollStyle style = slip_scroll_style(frame);
    style.title = contact.phone_number.display_text();
    if (contact.is_text) style.title = text_instruction(frame, contact) + ": " + style.title;
    return style;
}

void draw_wide_slip(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    const render::Rect& content = layout.content;
    const double facts_w = slip_facts_width(frame, layout);
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
            whole_slip_scroll_style(frame, slip.contact));
        return;
    }
    draw_wide_number(frame, slip, layout);
    draw_vertical_perforation(frame, facts.x - facts_gutter(frame), layout.paper.y,
                              layout.paper.bottom());
    draw_scroll_view(
        frame, facts, facts.w,
        [&](const render::Rect& column) {
            return draw_slip_facts(frame, slip.help_line, slip.contact, column, layout.style);
        },
        slip_scroll_style(frame));
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
            whole_slip_scroll_style(frame, slip.contact));
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

// The other numbers stay in reach, except on a panel that has no space for them.
bool has_strip_below_slip(const Theme& theme) {
    // On a tablet, large texts need the space, too.
    constexpr double max_low_text_factor = 1.3;
    const bool is_low = theme.is_short() && !theme.is_wide() && theme.reachable_top_px() <= 0;
    return !theme.is_very_short() && (!is_low || theme.text_factor() < max_low_text_factor);
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
    const render::Rect area = has_strip_below_slip(frame.theme)
                                  ? draw_tear_off_strip(frame, page, StripDetail::digits_only)
                                  : page;
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
