// Stickers for student IDs: thirty to a sheet of labels of 1 x 2 5/8 inches. Several states ask for
// these numbers on student IDs.
#include "print/paper_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace print {

namespace {

constexpr double sticker_width = 66.675;
constexpr double sticker_height = 25.4;
constexpr double column_pitch = 69.85;
constexpr int sticker_columns = 3;
constexpr int sticker_rows = 10;
constexpr double padding_x = 4.6; // labels are seldom fed exactly
constexpr double padding_y = 2.2;
constexpr std::size_t max_sticker_lines = 4;

// Draws the contact in its part of a sticker: the digits, and what to do.
void draw_contact(PaperJob& job, const Contact& contact, const Rect& place) {
    const TextStyle digits_style{
        .size_pt = 14, .is_bold = true, .color = color::black, .line_height_em = 0.98};
    const TextLayout digits = job.canvas.type().fit(contact.number.display_text(), digits_style,
                                                    place.w, place.h * 0.62, 8);
    std::vector<Span> spans{{contact.instruction, true, color::black}};
    if (!contact.found_need.empty())
        spans.insert(spans.begin(), {contact.found_need + "\n", true, color::teal});
    const TextLayout about = job.canvas.type().fit(spans, {.size_pt = 7, .line_height_em = 1.12},
                                                   place.w, place.h - digits.height_mm(), 5);
    const double y = place.y + (place.h - digits.height_mm() - about.height_mm()) / 2;
    job.canvas.draw_text(digits, place.x, y);
    job.canvas.draw_text(about, place.x, y + digits.height_mm());
}

void draw_sticker(PaperJob& job, const Rect& sticker) {
    constexpr double gap = 3;
    const Rect inner = sticker.inset(padding_x, padding_y);
    const bool is_single_row = job.contacts.size() <= 2;
    const double w = (inner.w - gap) / 2;
    const double h = is_single_row ? inner.h : (inner.h - 0.6) / 2;
    for (std::size_t i = 0; i < job.contacts.size(); ++i) {
        const double x = inner.x + (i % 2 == 0 ? 0 : w + gap);
        const double y = inner.y + (i < 2 ? 0 : h + 0.6);
        draw_contact(job, job.contacts[i], {x, y, w, h});
    }
}

} // namespace

void draw_stickers(PaperJob& job) {
    if (job.contacts.empty() || job.contacts.size() > max_sticker_lines)
        throw std::runtime_error(fmt::format("a sticker has space for 1 to {} help lines, not {}; "
                                             "name fewer with --lines",
                                             max_sticker_lines, job.contacts.size()));
    const PageSize& page = job.canvas.page();
    const double left = (page.width_mm - (sticker_columns - 1) * column_pitch - sticker_width) / 2;
    const double top = (page.height_mm - sticker_rows * sticker_height) / 2;
    for (int row = 0; row < sticker_rows; ++row)
        for (int column = 0; column < sticker_columns; ++column)
            draw_sticker(job, {left + column * column_pitch, top + row * sticker_height,
                               sticker_width, sticker_height});
}

} // namespace print
