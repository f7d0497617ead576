#include "ui/screens/slip_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

constexpr double max_tall_width_mm = 340;
constexpr double max_wide_width_mm = 540;
constexpr double min_wide_width_mm = 180;
constexpr double min_beside_width_mm = 170; // for the QR code beside the memory hook
constexpr double small_paper_mm = 230;      // a narrower paper has smaller margins
constexpr double wide_number_fraction = 0.52;
// The side of the QR code of a slip with space for a large one, in millimeters of the panel.
constexpr double large_code_mm = 84;
// Other things on a wide slip do not make the QR code smaller than this, if they can be elsewhere.
constexpr double good_code_mm = 48;
constexpr double code_step_mm = 3;
// The largest size of the facts, as a fraction of their usual size.
constexpr double max_facts_scale = 1.2;
// The space for the buttons below a slip that scrolls.
constexpr double footer_mm = 31;

SlipShape slip_shape(const Frame& frame, const render::Rect& area) {
    if (frame.theme.is_wide() && area.w >= frame.px(min_wide_width_mm)) return SlipShape::wide;
    return area.w >= frame.px(min_beside_width_mm) * std::sqrt(frame.theme.text_factor())
               ? SlipShape::tall
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

bool fits_number(Frame& frame, const SlipContent& slip, SlipLayout& layout, double code_mm,
                 double available) {
    layout.style.code_mm = code_mm;
    return frame.measure([&] { return draw_wide_number(frame, slip, layout); }) <= available;
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
        return draw_slip_facts(frame, slip.help_line, {0, 0, slip_facts_width(frame, layout), 0},
                               style);
    });
}

// Chooses the size of the facts with which all of the slip fits, if it can.
void fit_facts(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    constexpr double step = 0.02;
    layout.style.facts_scale = 1;
    const double fixed_height =
        layout.is_wide() ? 0
                         : tall_height(frame, slip, layout) - facts_height(frame, slip, layout, 1);
    layout.style.facts_scale =
        largest_fitting(min_facts_scale, max_facts_scale, step, [&](double scale) {
            return fixed_height + facts_height(frame, slip, layout, scale) <= layout.content.h;
        });
}

// Chooses the labels of a dense slip: with wide labels, more of them are in one line, and with
// narrow ones, more of the facts.
void fit_labels(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const auto height_with = [&](double width_mm) {
        layout.style.label_width_mm = width_mm;
        return facts_height(frame, slip, layout, min_facts_scale);
    };
    constexpr std::array widths_mm{38.0, 41.0, 46.0, 49.0};
    layout.style.label_width_mm = *std::ranges::min_element(widths_mm, {}, height_with);
}

// The side of a QR code that leaves more space for the facts, in millimeters of the panel. A larger
// panel is scanned from farther away.
double small_code_mm(const Frame& frame) {
    const double inches = frame.theme.panel().inches;
    return inches > 20 ? 60 : inches > 15 ? 44 : 30;
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
    if (height <= layout.content.h || layout.style.is_dense) return height;
    fit_code_on_first_page(frame, slip, layout);
    return tall_height(frame, slip, layout);
}

// Uses the height that is left for a larger QR code and for gaps. Returns the new height.
double use_spare_height(Frame& frame, const SlipContent& slip, SlipLayout& layout, double height) {
    if (!frame.theme.is_short() && !layout.style.has_small_digits) {
        layout.style.code_mm =
            largest_fitting(slip_qr_mm, large_code_mm, code_step_mm, [&](double code_mm) {
                layout.style.code_mm = code_mm;
                return tall_height(frame, slip, layout) <= layout.content.h;
            });
        height = tall_height(frame, slip, layout);
    }
    constexpr double max_gap_mm = 5;
    layout.style.extra_gap_px = 1;
    const double gap_count = std::round(tall_height(frame, slip, layout) - height);
    layout.style.extra_gap_px =
        std::floor(std::clamp((layout.content.h - height) / gap_count, 0.0, frame.px(max_gap_mm)));
    return height + layout.style.extra_gap_px * gap_count;
}

// Lays out a slip with everything in one column, and Done below the paper.
void finish_tall_layout(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    fit_facts(frame, slip, layout);
    double height = tall_height(frame, slip, layout);
    if (height > layout.content.h) height = shrink_tall_content(frame, slip, layout);
    if (height <= layout.content.h) height = use_spare_height(frame, slip, layout, height);
    if (layout.done.h == 0) return;
    // The paper ends below what is on it. Done stays above the strip, within reach.
    const double unused = std::max(0.0, layout.content.h - height);
    layout.content.h -= unused;
    layout.content.y += unused;
    layout.paper.h -= unused;
    layout.paper.y += unused;
}

// Lays out a slip with the number at the start and the facts at the end.
void finish_wide_layout(Frame& frame, const SlipContent& slip, SlipLayout& layout) {
    const bool is_short = frame.theme.is_short();
    if (!is_short) {
        const double height = frame.px(metric::primary);
        layout.done = {layout.content.x, layout.content.bottom() - height,
                       layout.content.w * wide_number_fraction, height};
    }
    const double available = wide_number_height(frame, layout);
    const auto fits = [&](double code_mm) {
        return fits_number(frame, slip, layout, code_mm, available);
    };
    // What does not fit beside the QR code becomes a fact, in this order.
    const auto move_to_facts = [&] {
        layout.style.has_phone_advice_in_facts = !fits(is_short ? min_slip_qr_mm : good_code_mm);
        if (layout.style.has_phone_advice_in_facts)
            layout.style.has_hook_in_facts = !fits(min_slip_qr_mm);
    };
    move_to_facts();
    const auto fits_facts = [&] {
        return facts_height(frame, slip, layout, min_facts_scale) <= layout.content.h;
    };
    layout.style.has_close_lines = !fits_facts();
    if (!fits_facts()) {
        layout.style.has_small_digits = true;
        layout.style.has_phone_advice_in_facts = layout.style.has_hook_in_facts = false;
        move_to_facts();
    }
    layout.style.code_mm =
        largest_fitting(min_slip_qr_mm, is_short ? slip_qr_mm : large_code_mm, code_step_mm, fits);
    fit_facts(frame, slip, layout);
}

} // namespace

double slip_facts_width(const Frame& frame, const SlipLayout& layout) {
    return layout.is_wide() ? layout.content.w * (1 - wide_number_fraction) -
                                  frame.px(frame.theme.is_short() ? 6 : 12)
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
    y += draw_slip_facts(frame, slip.help_line, {column.x, y, column.w, 0}, layout.style);
    return y - column.y;
}

double draw_wide_number(Frame& frame, const SlipContent& slip, const SlipLayout& layout) {
    const render::Rect& content = layout.content;
    return draw_slip_number(frame, slip.help_line, slip.contact,
                            {content.x, content.y, content.w * wide_number_fraction, 0},
                            layout.style);
}

double wide_number_height(const Frame& frame, const SlipLayout& layout) {
    return layout.done.h > 0 ? layout.done.y - frame.px(3) - layout.content.y : layout.content.h;
}

SlipLayout layout_slip(Frame& frame, const SlipContent& slip, const render::Rect& area) {
    const bool is_short = frame.theme.is_short();
    SlipLayout layout;
    layout.style.shape = slip_shape(frame, area);
    const bool is_wide = layout.is_wide(),
               is_small = is_short || (!is_wide && area.w < frame.px(small_paper_mm));
    layout.paper =
        centered(area.inset(frame.px(is_small ? 4 : 11), frame.px(is_short              ? 3
                                                                  : is_wide || is_small ? 4
                                                                                        : 6)),
                 frame.px(is_wide ? max_wide_width_mm : max_tall_width_mm));
    if (!is_short && !is_wide) {
        const double height = frame.px(metric::primary), gap = frame.px(is_small ? 5 : 8);
        layout.paper.h -= height + gap;
        layout.done = {layout.paper.x, layout.paper.bottom() + gap, layout.paper.w, height};
    }
    layout.content = layout.paper.inset(frame.px(is_short   ? 5
                                                 : is_small ? 6
                                                            : 12),
                                        frame.px(is_short              ? 5
                                                 : is_wide || is_small ? 6
                                                                       : 9));
    if (is_wide)
        finish_wide_layout(frame, slip, layout);
    else
        finish_tall_layout(frame, slip, layout);
    return layout;
}

} // namespace ui
