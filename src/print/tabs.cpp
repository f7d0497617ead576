// The tear-off tabs along the foot of the poster. Others may find a torn tab, so it does not name
// the topic.
#include "print/paper_job.hpp"
#include "qr/code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace print {

namespace {

constexpr double root = 5.5; // bare, so that a tab reads after it is torn
constexpr double code_to_text = 2.6;
constexpr double line_width = 0.25;
// Four would be the standard. With fewer than this, a copy of a torn-off tab often cannot be read.
constexpr double min_quiet_modules = 2.4;

// The tabs beside each other. The outer ones are wider, so that their codes are where printers
// print.
struct TabRow {
    double top = 0;
    double height = 0;
    double pitch = 0;
    double left = 0; // of the first tab, without what makes it wider
    double code_side = 0;

    double code_top() const { return top + height - printer_margin_mm - 0.4 - code_side; }
};

std::vector<qr::Code> tab_codes(const PaperJob& job, int max_size) {
    std::vector<qr::Code> codes;
    for (const Contact& contact : job.contacts) {
        const auto code = qr::encode_within(contact.payload, max_size);
        if (!code)
            throw std::runtime_error(
                fmt::format("the QR code of the help line \"{}\" does not fit on a tab; choose "
                            "fewer tabs with --tabs, or other lines with --lines",
                            contact.help_line->id));
        codes.push_back(*code);
    }
    return codes;
}

int largest_size(const std::vector<qr::Code>& codes) {
    return std::ranges::max(codes, {}, &qr::Code::size).size;
}

TabRow tab_row(const PaperJob& job, double top, double code_side) {
    const double width = job.canvas.page().width_mm;
    const double count = job.options.tab_count;
    TabRow row{top, job.canvas.page().height_mm - top, 0, 0, code_side};
    row.pitch = std::min(width / count, (width - code_side - 2 * printer_margin_mm) / (count - 1));
    row.left = (width - count * row.pitch) / 2;
    if ((row.pitch - code_side) / 2 < min_quiet_modules * min_module_mm)
        throw std::runtime_error(
            fmt::format("{} tabs are too narrow for QR codes on this paper; choose fewer with "
                        "--tabs",
                        job.options.tab_count));
    return row;
}

// A long number takes two lines: 1-800- and 786-2929.
TextLayout layout_digits(const Typesetter& type, const content::PhoneNumber& number, double length,
                         double height) {
    const TextStyle style{
        .size_pt = 28.5, .is_bold = true, .color = color::black, .line_height_em = 1.0};
    const std::string digits = number.display_text();
    if (number.is_short_code()) return type.fit(digits, style, length, height, 13);
    const std::size_t middle = digits.rfind('-', digits.size() - 6) + 1;
    return type.fit(digits.substr(0, middle) + "\n" + digits.substr(middle), style, length, height,
                    13);
}

double height_of(const std::vector<TextLayout>& texts) {
    double height = 0;
    for (const TextLayout& text : texts) height += text.height_mm();
    return height;
}

void draw_tab_texts(PaperJob& job, const Contact& contact, const Rect& tab, double length) {
    const Typesetter& type = job.canvas.type();
    const double breadth = tab.w - 2.4;
    const TextStyle bold{.size_pt = 10.5, .is_bold = true, .line_height_em = 1.12};
    std::vector<TextLayout> texts;
    if (!contact.found_need.empty())
        texts.push_back(type.fit_line(contact.found_need, bold, length, 9.2, 8.5, 7.5));
    texts.push_back(type.fit_line(contact.instruction, bold.sized(11), length, 9.2, 8.5, 7.5));
    const double rest = breadth - height_of(texts);
    texts.insert(texts.end() - 1, layout_digits(type, contact.number, length, rest));
    job.canvas.draw_turned({tab.x, tab.y, tab.w, tab.h}, [&] {
        double y = (tab.w - height_of(texts)) / 2;
        for (const TextLayout& text : texts) {
            job.canvas.draw_text(text, 0, y);
            y += text.height_mm();
        }
    });
}

// Draws the line to tear along and the lines to cut, which stop beside the codes.
void draw_cut_marks(PaperJob& job, const TabRow& row) {
    Canvas& canvas = job.canvas;
    const double width = canvas.page().width_mm, bottom = row.top + row.height;
    canvas.draw_line(0, row.top, width, row.top, color::black, 0.45, 0.9);
    for (int i = 1; i < job.options.tab_count; ++i) {
        const double x = row.left + i * row.pitch;
        canvas.draw_line(x, row.top, x, row.code_top() - 2, color::black, line_width, 1);
        canvas.draw_line(x, bottom - 4, x, bottom, color::black, line_width);
        canvas.draw_icon("content_cut", x - 1.6, row.top + 0.3, 3.2, color::ink);
    }
}

} // namespace

void draw_tabs(PaperJob& job, double top) {
    // With up to eight tabs there is space for every code at level Q. On narrower tabs the code of
    // the smallest version has a lower level.
    constexpr int smallest_size = 21, max_wide_count = 8;
    const bool is_narrow = job.options.tab_count > max_wide_count;
    const std::vector<qr::Code> codes =
        tab_codes(job, is_narrow ? smallest_size : smallest_size + 8);
    const TabRow row = tab_row(job, top, largest_size(codes) * min_module_mm);
    draw_cut_marks(job, row);
    const double length = row.code_top() - code_to_text - row.top - root;
    for (int i = 0; i < job.options.tab_count; ++i) {
        const std::size_t which = static_cast<std::size_t>(i) % job.contacts.size();
        const Rect tab{row.left + i * row.pitch, row.top + root, row.pitch, length};
        draw_tab_texts(job, job.contacts[which], tab, length);
        job.canvas.draw_code(codes[which], tab.x + (row.pitch - row.code_side) / 2, row.code_top(),
                             row.code_side / codes[which].size);
    }
}

} // namespace print
