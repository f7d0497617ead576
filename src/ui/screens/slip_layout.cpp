#include "ui/screens/slip_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace ui {

namespace {

constexpr double max_tall_width_mm = 340;
constexpr double max_wide_width_mm = 540;
constexpr double min_wide_width_mm = 180;
constexpr double min_beside_width_mm = 170; // for the QR code beside the memory hook
// On a short panel, which has a small QR code, less is enough.
constexpr double min_short_beside_width_mm = 125;
constexpr double small_paper_mm = 230; // a narrower paper has smaller margins
// The side of the QR code of a slip with space for a large one, in millimeters of the panel.
constexpr double large_code_mm = 84;
// Other things on a wide slip do not make the QR code smaller than this, if they can be elsewhere.
constexpr double good_code_mm = 48;
constexpr double good_short_code_mm = 44; // on a short panel
constexpr double code_step_mm = 3;
// The largest em of the digits of a slip without a QR code, in millimeters.
constexpr double max_digits_mm = 130;
// The largest size of the facts, as a fraction of their usual size, and that of the few facts
// of a number without a QR code.
constexpr double max_facts_scale = 1.2;
constexpr double max_few_facts_scale = 1.3;
// How much larger than usual the gaps between the facts of a wide slip are at most.
constexpr double max_extra_fact_gap_mm = 5;
// The size of all texts of a slip that has several pages in any case.
constexpr double paged_scale = 0.8;
constexpr double paged_code_mm = 70; // its QR code
// The space for the buttons below a slip that scrolls.
constexpr double footer_mm = 31;

// The width of the number of a wide slip, as a fraction of that of the paper.
double wide_number_fraction(const Frame& frame) {
    return frame.theme.is_short() && !frame.theme.is_very_short() ? 0.48 : 0.52;
}

SlipShape slip_shape(const Frame& frame, const render::Rect& area) {
    if (frame.theme.is_wide() && area.w >= frame.px(min_wide_width_mm)) return SlipShape::wide;
    const double min_width =
        frame.theme.is_short() ? min_short_beside_width_mm : min_beside_width_mm;
    return area.w >= frame.px(min_width) * std::sqrt(frame.theme.text_factor()) ? SlipShape::tall
                                                                                : SlipShape::narrow;
}

// Returns the largest value from `min` to `max` that fits, or `min`, with a binary search, because
// measuring takes time.
template <typename Fits>
double largest_fitting(double min, double max, double step, Fits fits) {
    if (fits(max)) return max;
    double fitting = min, too_large = max;
    while (too_large - fitting > step) {
        const double middle = std::midpoint(fitting, too_large);
        (fits(middle) ? fitting : too_large) = middle;
    }
    return fitting;
}

// Returns whether the number of a wide slip and everything below it fit.
bool fits_number(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    return frame.measure([&] { return draw_wide_number(frame, slip, layout); }) <=
           wide_number_height(frame, layout);
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
        return draw_slip_facts(frame, slip.help_line, slip.contact,
                               {0, 0, slip_facts_width(frame, layout), 0}, style);
    });
}

// Chooses the size of the facts with which all of the slip fits, if it can.
void fit_facts(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    constexpr double step = 0.02;
    layout.style.facts_scale = 1;
    const double fixed_height =
        layout.is_wide() ? 0
                         : tall_height(frame, slip, layout) - facts_height(frame, slip, layout, 1);
    const bool are_few = !frame.theme.is_short() && !slip.has_code();
    const double max_scale = are_few ? max_few_facts_scale : max_facts_scale;
    layout.style.facts_scale = largest_fitting(min_facts_scale, max_scale, step, [&](double scale) {
        return fixed_height + facts_height(frame, slip, layout, scale) <= layout.content.h;
    });
}

// Chooses the labels of a dense slip: with wide labels, more of them are in one line, and with
// narrow ones, more of the facts. No label is too narrow to be read.
void fit_labels(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const auto height_with = [&](double width_mm) {
        layout.style.label_width_mm = width_mm;
        return facts_height(frame, slip, layout, min_facts_scale);
    };
    const double narrowest_mm =
        label_gap_mm +
        frame.theme.mm(widest_fact_label(frame, slip.help_line, slip.contact, layout.style)) + 0.5;
    std::vector<double> widths_mm{38, 41, 46, 49};
    for (double& width_mm : widths_mm) width_mm = std::max(width_mm, narrowest_mm);
    layout.style.label_width_mm = *std::ranges::min_element(widths_mm, {}, height_with);
}

// The side of a QR code that leaves more space for the facts, in millimeters of the panel. A larger
// panel is scanned from farther away.
double small_code_mm(const Frame& frame) {
    const double inches = frame.theme.panel().inches;
    return inches > 20 ? 60 : inches > 15 ? 44 : 30;
}

// The height of the first fact, with the gap below it.
double first_fact_height(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    ColumnParts parts;
    const double height = frame.measure_parts(
        [&] {
            return draw_slip_facts(frame, slip.help_line, slip.contact, {0, 0, layout.content.w, 0},
                                   layout.style);
        },
        parts);
    constexpr std::size_t second = 1;
    return parts.block_tops.size() > second ? parts.block_tops[second] : height;
}

// Gives the space that is left on the first page of a dense slip to what helps to remember the
// number, if the first fact is on the next page in any case.
void use_room_below_hook(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const double number = frame.measure([&] {
        return draw_slip_number(frame, slip.help_line, slip.contact, layout.content, layout.style);
    });
    const double room = layout.content.h - frame.px(footer_mm) - number;
    if (room < first_fact_height(frame, slip, layout))
        layout.style.hook_room_px = std::max(0.0, room);
}

// Makes the parts of a tall slip smaller, so that all of it fits, or at least more of it is on the
// first page. Returns the height in pixels.
double shrink_tall_content(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const bool is_small = frame.theme.panel().inches < 20;
    layout.style.has_small_digits = true;
    layout.style.has_phone_advice_in_facts = is_small;
    layout.style.is_dense = layout.style.has_close_lines =
        is_small && layout.style.shape == SlipShape::tall;
    layout.style.code_mm = small_code_mm(frame);
    if (layout.style.is_dense) fit_labels(frame, slip, layout);
    fit_facts(frame, slip, layout);
    const double height = tall_height(frame, slip, layout);
    if (height <= layout.content.h) return height;
    if (layout.style.is_dense) {
        use_room_below_hook(frame, slip, layout);
        return tall_height(frame, slip, layout);
    }
    // If it takes more pages in any case, nothing has to be small.
    layout.style.has_small_digits = false;
    layout.style.code_mm = paged_code_mm;
    layout.style.facts_scale = paged_scale;
    layout.style.has_phone_advice_in_facts = true;
    fit_code_on_first_page(frame, slip, layout);
    return tall_height(frame, slip, layout);
}

// Sets `gap`, a part of the style in pixels, so that these gaps take the height that is left, but
// each at most `max_mm`. `height` returns the height of everything with them. Returns the new one.
template <typename Height>
double spread_spare_height(const Frame& frame, SlipLayout& layout, double SlipStyle::*gap,
                           double max_mm, Height height) {
    double& gap_px = layout.style.*gap;
    gap_px = 0;
    const double usual_height = height();
    gap_px = 1;
    const double gap_count = std::max(1.0, std::round(height() - usual_height));
    gap_px = std::floor(
        std::clamp((layout.content.h - usual_height) / gap_count, 0.0, frame.px(max_mm)));
    return usual_height + gap_px * gap_count;
}

// Makes `part` of the style, a length in millimeters, as large as fits on the slip.
void enlarge_on_tall_slip(Frame& frame, const SlipContent& slip, SlipLayout& layout,
                          double SlipStyle::*part, double min_mm, double max_mm) {
    layout.style.*part = largest_fitting(min_mm, max_mm, code_step_mm, [&](double mm) {
        layout.style.*part = mm;
        return tall_height(frame, slip, layout) <= layout.content.h;
    });
}

// Uses the height that is left for a larger QR code, or larger digits, and for gaps. Returns the
// new height.
double use_spare_height(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const bool has_code = slip.has_code();
    if (!has_code)
        enlarge_on_tall_slip(frame, slip, layout, &SlipStyle::min_digits_mm, 0, max_digits_mm);
    else if (!frame.theme.is_short() && !layout.style.has_small_digits)
        enlarge_on_tall_slip(frame, slip, layout, &SlipStyle::code_mm, slip_qr_mm, large_code_mm);
    constexpr double max_gap_mm = 5, max_gap_without_code_mm = 9;
    return spread_spare_height(frame, layout, &SlipStyle::extra_gap_px,
                               has_code ? max_gap_mm : max_gap_without_code_mm,
                               [&] { return tall_height(frame, slip, layout); });
}

// Lays out a slip with everything in one column, and Done below the paper.
void finish_tall_layout(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    if (!slip.has_code() && !frame.theme.is_short())
        layout.style.phone_advice_scale = max_facts_scale;
    fit_facts(frame, slip, layout);
    double height = tall_height(frame, slip, layout);
    if (height > layout.content.h) height = shrink_tall_content(frame, slip, layout);
    if (height <= layout.content.h) height = use_spare_height(frame, slip, layout);
    // The paper ends below what is on it, and stays above the strip or the bar.
    const double unused = std::max(0.0, layout.content.h - height);
    layout.content.h -= unused;
    layout.content.y += unused;
    layout.paper.h -= unused;
    layout.paper.y += unused;
}

// What does not fit beside the QR code of a wide slip is smaller, or else becomes a fact: first
// what to do without a phone, then what helps to remember the number.
void place_texts_beside_code(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    SlipStyle& style = layout.style;
    style.has_phone_advice_in_facts = style.has_hook_in_facts = false;
    const auto fits = [&](double code_mm, HookSize hook_size) {
        style.code_mm = code_mm;
        style.hook_size = hook_size;
        for (const double scale : {1.0, 0.84, min_facts_scale}) {
            style.phone_advice_scale = scale;
            if (fits_number(frame, slip, layout)) return true;
            if (style.has_phone_advice_in_facts) return false;
        }
        return false;
    };
    if (!slip.has_code()) {
        // There is nothing that the advice could be beside.
        style.has_phone_advice_in_facts = true;
        return;
    }
    const bool is_short = frame.theme.is_short();
    const double good_mm = is_short ? good_short_code_mm : good_code_mm,
                 min_mm = is_short ? min_slip_qr_mm : good_mm;
    if (fits(good_mm, HookSize::usual)) return;
    if (is_short && (fits(good_mm, HookSize::small) || fits(min_mm, HookSize::usual))) return;
    style.has_phone_advice_in_facts = true;
    for (const double code_mm : {good_mm, min_mm})
        for (const HookSize size : {HookSize::usual, HookSize::small})
            if (fits(code_mm, size)) return;
    if (fits(min_mm, HookSize::smallest)) return;
    style.has_hook_in_facts = true;
}

// Lays out a slip with the number at the start and the facts at the end.
void finish_wide_layout(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const bool is_short = frame.theme.is_short();
    if (!is_short) {
        const double height = frame.px(metric::primary);
        layout.done = {layout.content.x, layout.content.bottom() - height,
                       layout.content.w * wide_number_fraction(frame), height};
    }
    SlipStyle& style = layout.style;
    place_texts_beside_code(frame, slip, layout);
    const auto fits_facts = [&] {
        return facts_height(frame, slip, layout, min_facts_scale) <= layout.content.h;
    };
    style.has_close_lines = !fits_facts();
    if (!fits_facts()) {
        const SlipStyle usual = style;
        style.has_small_digits = true;
        place_texts_beside_code(frame, slip, layout);
        // If they take more pages in any case, the digits do not have to be small.
        if (!fits_facts()) style = usual;
    }
    const auto fits = [&] { return fits_number(frame, slip, layout); };
    style.code_mm = largest_fitting(min_slip_qr_mm, is_short ? slip_qr_mm : large_code_mm,
                                    code_step_mm, [&](double code_mm) {
                                        style.code_mm = code_mm;
                                        return fits();
                                    });
    if (!slip.has_code())
        style.min_digits_mm = largest_fitting(0, max_digits_mm, code_step_mm, [&](double mm) {
            style.min_digits_mm = mm;
            return fits();
        });
    fit_facts(frame, slip, layout);
    spread_spare_height(frame, layout, &SlipStyle::extra_fact_gap_px, max_extra_fact_gap_mm,
                        [&] { return facts_height(frame, slip, layout, style.facts_scale); });
}

// The space around the paper of a slip and on it, in millimeters.
struct SlipMargins {
    double beside_paper;
    double above_paper; // and below it
    double beside_content;
    double above_content; // and below it
    double above_done;
};

SlipMargins slip_margins(const Frame& frame, const SlipLayout& layout, double width) {
    if (frame.theme.is_very_short()) return {3, 2, 4.5, 3.5, 0};
    if (frame.theme.is_short()) return {4, 3, 5, 5, 0};
    if (layout.is_wide()) return {11, 4, 12, 6, 0};
    if (width < frame.px(small_paper_mm)) return {4, 3, 6, 4.5, 4};
    return {11, 6, 12, 9, 8};
}

// Lays out a slip in `area`.
SlipLayout lay_out_in(Frame& frame, const SlipContent& slip, const render::Rect& area,
                      bool is_switch_last) {
    SlipLayout layout;
    layout.style.shape = slip_shape(frame, area);
    layout.style.is_switch_last = is_switch_last;
    const SlipMargins mm = slip_margins(frame, layout, area.w);
    layout.paper = centered(area.inset(frame.px(mm.beside_paper), frame.px(mm.above_paper)),
                            frame.px(layout.is_wide() ? max_wide_width_mm : max_tall_width_mm));
    if (!frame.theme.is_short() && !layout.is_wide()) {
        const double height = frame.px(metric::primary), gap = frame.px(mm.above_done);
        layout.paper.h -= height + gap;
        layout.done = {layout.paper.x, layout.paper.bottom() + gap, layout.paper.w, height};
    }
    layout.content = layout.paper.inset(frame.px(mm.beside_content), frame.px(mm.above_content));
    if (layout.is_wide())
        finish_wide_layout(frame, slip, layout);
    else
        finish_tall_layout(frame, slip, layout);
    return layout;
}

} // namespace

double facts_gutter(const Frame& frame) {
    return frame.px(frame.theme.is_short() ? 3 : 6);
}

double slip_facts_width(const Frame& frame, const SlipLayout& layout) {
    return layout.is_wide()
               ? layout.content.w * (1 - wide_number_fraction(frame)) - 2 * facts_gutter(frame)
               : layout.content.w;
}

double draw_tall_content(Frame& frame, const SlipContent& slip, const SlipLayout& layout,
                         const render::Rect& column) {
    const double gap = frame.px(layout.style.is_dense ? 2.5 : 5) + layout.style.extra_gap_px;
    double y = column.y;
    y += draw_slip_number(frame, slip.help_line, slip.contact, column, layout.style);
    y += gap;
    draw_horizontal_perforation(frame, layout.paper.x, layout.paper.right(), y);
    y += perforation_height(frame) + gap;
    y += draw_slip_facts(frame, slip.help_line, slip.contact, {column.x, y, column.w, 0},
                         layout.style);
    y += draw_switch_below_facts(frame, slip.help_line, slip.contact, {column.x, y, column.w, 0},
                                 layout.style);
    return y - column.y;
}

double draw_wide_number(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    const render::Rect& content = layout.content;
    return draw_slip_number(frame, slip.help_line, slip.contact,
                            {content.x, content.y, content.w * wide_number_fraction(frame), 0},
                            layout.style);
}

double wide_number_height(const Frame& frame, const SlipLayout& layout) {
    return layout.done.h > 0 ? layout.done.y - frame.px(3) - layout.content.y : layout.content.h;
}

SlipLayout layout_slip(Frame& frame, const SlipContent& slip, const render::Rect& area) {
    // On a panel that is mounted high, a slip that needs no buttons to scroll begins at the top.
    if (area.y > 0) {
        const render::Rect whole{area.x, 0, area.w, area.bottom()};
        const SlipLayout layout = lay_out_in(frame, slip, whole, true);
        const bool fits = layout.style.shape == SlipShape::tall && !layout.style.is_dense &&
                          tall_height(frame, slip, layout) <= layout.content.h + 1;
        if (fits) return layout;
    }
    return lay_out_in(frame, slip, area, false);
}

} // namespace ui
