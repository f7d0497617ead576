#include "ui/widgets/tear_off_strip.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/strip_tab.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

namespace ui {

namespace {

constexpr double tab_gap_mm = 2.4; // between tabs, and beside the outer ones
constexpr double small_tab_gap_mm = 2.2;
constexpr double caption_height_mm = 18;
constexpr double min_qr_tab_mm = 44;    // narrower tabs have no QR code
constexpr double beside_qr_tab_mm = 84; // on a wide panel, the texts are beside the QR code
// A number without a QR code needs less width than one with a QR code below or beside it.
constexpr double plain_tab_weight = 0.82;
constexpr double wide_plain_tab_weight = 0.58;

using Rects = std::vector<render::Rect>;

// The space between the tabs and the bottom bar, which is also the gap between touch targets.
double below_tabs(const Frame& frame) {
    return frame.px(frame.theme.is_very_short() ? 1.5 : 3);
}

// Returns the widths of tabs without QR codes in pixels. They are equal, but for those that need
// more for their texts.
std::vector<double> small_tab_widths(const Frame& frame, const std::vector<StripTab>& tabs,
                                     double available) {
    std::vector<double> widths;
    double needed = 0;
    const auto fit_labels = [&](bool has_two_lines) {
        widths.clear();
        for (const StripTab& tab : tabs)
            widths.push_back(smallest_tab_width(frame, tab, has_two_lines));
        needed = std::accumulate(widths.begin(), widths.end(), 0.0);
        return needed <= available;
    };
    // A very short panel has no space for labels of two lines.
    const bool fits = fit_labels(false) || (!frame.theme.is_very_short() && fit_labels(true));
    if (!fits) {
        for (double& width : widths) width *= available / needed;
        return widths;
    }
    std::vector<double> descending = widths;
    std::ranges::sort(descending, std::greater());
    auto sharing = static_cast<double>(tabs.size());
    for (const double width : descending) {
        if (width <= available / sharing) break;
        available -= width;
        --sharing;
    }
    for (double& width : widths) width = std::max(width, available / sharing);
    return widths;
}

// Returns the places of the tabs in a strip from `x`, with the given total width.
Rects arrange_tabs(const Frame& frame, const std::vector<StripTab>& tabs, const render::Rect& row,
                   StripDetail detail) {
    const auto weight = [&](const StripTab& tab) {
        if (tab.has_qr_code()) return 1.0;
        return frame.theme.is_wide() ? wide_plain_tab_weight : plain_tab_weight;
    };
    const double gap = frame.px(detail == StripDetail::full ? tab_gap_mm : small_tab_gap_mm);
    const double available = row.w - gap * static_cast<double>(tabs.size() + 1);
    std::vector<double> widths;
    if (detail == StripDetail::full) {
        double weights = 0;
        for (const StripTab& tab : tabs) weights += weight(tab);
        for (const StripTab& tab : tabs) widths.push_back(available * weight(tab) / weights);
    } else {
        widths = small_tab_widths(frame, tabs, available);
    }
    Rects rects;
    double x = row.x + gap;
    for (const double width : widths) {
        rects.push_back({x, row.y, width, row.h});
        x += width + gap;
    }
    return rects;
}

// Returns the detail of a tab that has been drawn. Only a tab with a QR code is that high.
void layout_tabs(const Frame& frame, std::vector<StripTab>& tabs, const Rects& rects,
                 StripDetail detail) {
    const bool is_full = detail == StripDetail::full;
    const TabShape shape = !is_full                ? TabShape::digits_only
                           : frame.theme.is_wide() ? TabShape::code_beside
                                                   : TabShape::code_below;
    for (std::size_t i = 0; i < tabs.size(); ++i)
        layout_strip_tab(frame, tabs[i], rects[i].w, shape);
    equalize_text_sizes(frame, tabs);
}

double draw_caption(Frame& frame, const render::Rect& strip) {
    const ComponentColors& paper = frame.palette().paper;
    const double icon = frame.px(9), gap = frame.px(3), x = strip.x + frame.theme.margin(),
                 width = strip.w - 2 * frame.theme.margin() - icon - gap;
    const TextLayout text = frame.balance_lines(frame.fit_lines(
        frame.translate("Take a number with you. Tap one to see it big and scan it."),
        text_style::button, width, 2));
    const double height = std::max(frame.px(caption_height_mm), text->height + frame.px(4));
    frame.fill_rect({strip.x, strip.y, strip.w, height}, paper.fill);
    frame.fill_rect({strip.x, strip.y, strip.w, std::max(1.0, frame.px(0.5))}, paper.edge);
    frame.draw_icon("content_cut", {x, strip.y + (height - icon) / 2, icon, icon}, paper.text);
    frame.draw_text(text, {x + icon + gap, strip.y + (height - text->height) / 2, width, height},
                    Align::start, paper.text, paper.fill);
    return height;
}

// Draws the folded corner of a paper. It is at its end.
void draw_fold(Frame& frame, const render::Rect& paper) {
    const Palette& palette = frame.palette();
    const double left = paper.right() - frame.px(fold_width_mm),
                 top = paper.bottom() - frame.px(fold_height_mm), edge = frame.px(0.5);
    frame.draw_triangle({left, paper.bottom() + 1}, {paper.right() + 1, top},
                        {paper.right() + 1, paper.bottom() + 1}, palette.strip_ground);
    frame.draw_triangle({left, top}, {paper.right(), top}, {left, paper.bottom()},
                        palette.perforation);
    frame.draw_triangle({left + edge, top + edge}, {paper.right() - 2.4 * edge, top + edge},
                        {left + edge, paper.bottom() - 2.4 * edge}, palette.card.fill);
}

// Draws a tab that hangs from the perforation: only its lower corners are round.
void draw_hanging_paper(Frame& frame, const render::Rect& rect, render::Color fill, bool has_fold) {
    const ComponentColors& paper = frame.palette().paper;
    const double radius = frame.px(3.5), edge = std::max(1.0, frame.px(0.9));
    const render::Color line = frame.palette().perforation;
    frame.draw_rounded_rect(rect, radius, line);
    frame.draw_rounded_rect({rect.x, rect.y, rect.w, rect.h - edge}, radius, fill, paper.edge,
                            frame.px(0.4));
    const double side = std::max(1.0, std::round(frame.px(0.4)));
    frame.fill_rect({rect.x, rect.y, rect.w, 2 * radius}, paper.edge);
    frame.fill_rect({rect.x + side, rect.y, rect.w - 2 * side, 2 * radius}, fill);
    if (has_fold) draw_fold(frame, rect);
}

// Draws the dashed outline that a tab leaves when it is torn off.
void draw_hole(Frame& frame, const render::Rect& rect) {
    const double width = std::max(1.0, frame.px(0.7)), dash = frame.px(2.6), step = 1.7 * dash;
    const render::Color color = frame.palette().perforation;
    for (double x = rect.x; x < rect.right(); x += step) {
        const double length = std::min(dash, rect.right() - x);
        frame.fill_rect({x, rect.bottom() - width, length, width}, color);
    }
    for (double y = rect.y; y < rect.bottom(); y += step) {
        const double length = std::min(dash, rect.bottom() - y);
        frame.fill_rect({rect.x, y, width, length}, color);
        frame.fill_rect({rect.right() - width, y, width, length}, color);
    }
}

void draw_tab_target(Frame& frame, const StripTab& tab, const StripRows& rows,
                     const render::Rect& rect) {
    const bool shows_text = tab.contact.is_text && tab.help_line->call;
    // The question "Are you still here?" hides which slip is open.
    const bool is_torn_off = frame.state.slip && !frame.state.warned_at &&
                             frame.state.slip->help_line == tab.help_line->id;
    if (is_torn_off) {
        draw_hole(frame, rect);
        if (!frame.is_inert()) return;
        // The animation of the slip begins where its tab was.
        frame.begin_target(rect, "", session::TearOff{tab.help_line->id, shows_text}, "strip");
        return frame.end_target();
    }
    const PressState press = frame.begin_target(
        rect, frame.translate("Open {name}", {{"name", frame.translate(tab.help_line->name)}}),
        session::TearOff{tab.help_line->id, shows_text}, "strip");
    const ComponentColors& paper = frame.palette().paper;
    const render::Color fill = press.is_pressed ? pressed_color(paper.fill) : paper.fill;
    // What to do in an emergency needs the space of the fold.
    const bool has_fold = tab.shape != TabShape::digits_only && tab.has_qr_code();
    draw_hanging_paper(frame, rect, fill, has_fold);
    draw_strip_tab(frame, tab, rows, rect, fill);
    frame.draw_focus_ring(rect.inset(frame.px(1)), frame.px(3));
    frame.end_target();
}

// The strip as it is laid out along the bottom of a page.
struct Strip {
    render::Rect area; // empty if there are no tabs
    std::vector<StripTab> tabs;
    Rects rects; // of the tabs
    StripRows rows;
    double caption_height = 0;
};

Strip lay_out_strip(Frame& frame, const render::Rect& page, StripDetail detail) {
    Strip strip{{}, strip_tabs(frame), {}, {}};
    if (strip.tabs.empty()) return strip;
    strip.rects = arrange_tabs(frame, strip.tabs, page, detail);
    layout_tabs(frame, strip.tabs, strip.rects, detail);
    for (const StripTab& tab : strip.tabs) strip.rows.include(frame, tab);
    const double tab_height =
        std::max(frame.px(metric::target), strip.rows.height(frame) + frame.px(1));
    if (detail == StripDetail::full)
        strip.caption_height = frame.measure([&] { return draw_caption(frame, page); });
    const double above_tabs = strip.caption_height + perforation_height(frame);
    const double height = above_tabs + tab_height + below_tabs(frame);
    strip.area = {page.x, page.bottom() - height, page.w, height};
    for (render::Rect& rect : strip.rects) {
        rect.y = strip.area.y + above_tabs;
        rect.h = tab_height;
    }
    return strip;
}

} // namespace

bool has_full_strip(const Frame& frame, const render::Rect& page) {
    const std::vector<StripTab> tabs = strip_tabs(frame);
    double narrowest = page.w;
    const Rects rects = arrange_tabs(frame, tabs, page, StripDetail::full);
    for (std::size_t i = 0; i < tabs.size(); ++i)
        if (tabs[i].has_qr_code()) narrowest = std::min(narrowest, rects[i].w);
    const double needed = frame.px(frame.theme.is_wide() ? beside_qr_tab_mm : min_qr_tab_mm);
    return narrowest >= needed;
}

render::Rect draw_tear_off_strip(Frame& frame, const render::Rect& page, StripDetail detail) {
    const Strip strip = lay_out_strip(frame, page, detail);
    if (strip.tabs.empty()) return page;
    const render::Rect above{page.x, page.y, page.w, strip.area.y - page.y};
    if (frame.postpone(above, [=](Frame& later) { draw_tear_off_strip(later, page, detail); }))
        return above;
    frame.fill_rect(strip.area, frame.palette().strip_ground);
    frame.screen_part = ScreenPart::strip;
    if (strip.caption_height > 0) draw_caption(frame, strip.area);
    for (std::size_t i = 0; i < strip.tabs.size(); ++i)
        draw_tab_target(frame, strip.tabs[i], strip.rows, strip.rects[i]);
    frame.screen_part = ScreenPart::page;
    draw_horizontal_perforation(frame, strip.area.x, strip.area.right(),
                                strip.area.y + strip.caption_height);
    return above;
}

void draw_torn_tab(Frame& frame, const render::Rect& page, const render::Rect& from,
                   const render::Rect& to, const content::HelpLine& help_line) {
    for (const StripDetail detail : {StripDetail::full, StripDetail::digits_only}) {
        if (detail == StripDetail::full && !has_full_strip(frame, page)) continue;
        const Strip strip = lay_out_strip(frame, page, detail);
        for (std::size_t i = 0; i < strip.tabs.size(); ++i) {
            const render::Rect place = frame.mirror(strip.rects[i]).rounded();
            const bool is_torn = strip.tabs[i].help_line == &help_line &&
                                 std::abs(place.w - from.w) < 2 && std::abs(place.h - from.h) < 2;
            if (!is_torn) continue;
            draw_strip_tab(frame, strip.tabs[i], strip.rows,
                           {to.x + (to.w - from.w) / 2, to.y + (to.h - from.h) / 2, from.w, from.h},
                           frame.palette().paper.fill);
            return;
        }
    }
}

} // namespace ui
