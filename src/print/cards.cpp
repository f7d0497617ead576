// Pocket cards: ten to a sheet, neutral outside, the numbers inside. The two pages fit each other
// when they are printed on both sides of a sheet.
#include "print/paper_job.hpp"
#include "qr/code.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>

namespace print {

namespace {

constexpr double card_width = 88.9; // 3.5 inches
constexpr double card_height = 50.8;
constexpr int card_columns = 2;
constexpr int card_rows = 5;
constexpr double mark_length = 5;
constexpr double card_module = 0.9;

// Calls `draw` with the place of each card, and draws the marks to cut along.
void draw_sheet(Canvas& canvas, const std::function<void(const Rect&)>& draw) {
    const double left = (canvas.page().width_mm - card_columns * card_width) / 2;
    const double top = (canvas.page().height_mm - card_rows * card_height) / 2;
    const double right = left + card_columns * card_width, bottom = top + card_rows * card_height;
    const auto mark = [&](double x1, double y1, double x2, double y2) {
        canvas.draw_line(x1, y1, x2, y2, color::black, 0.25);
    };
    for (int column = 0; column <= card_columns; ++column) {
        const double x = left + column * card_width;
        mark(x, top - 1.5 - mark_length, x, top - 1.5);
        mark(x, bottom + 1.5, x, bottom + 1.5 + mark_length);
    }
    for (int row = 0; row <= card_rows; ++row) {
        const double y = top + row * card_height;
        mark(left - 1.5 - mark_length, y, left - 1.5, y);
        mark(right + 1.5, y, right + 1.5 + mark_length, y);
        if (row == 0 || row == card_rows) continue;
        mark(left + card_width - 2, y, left + card_width + 2, y);
        mark(left + card_width, y - 2, left + card_width, y + 2);
    }
    for (int row = 0; row < card_rows; ++row)
        for (int column = 0; column < card_columns; ++column)
            draw({left + column * card_width, top + row * card_height, card_width, card_height});
}

void draw_front(PaperJob& job, const Rect& card) {
    Canvas& canvas = job.canvas;
    const Rect inner = card.inset(6, 5);
    const double middle = inner.x + inner.w / 2;
    constexpr double icon = 8;
    canvas.draw_icon("dialpad", middle - icon / 2, card.y + 10, icon, color::teal);
    const TextStyle style{
        .size_pt = 22, .is_bold = true, .color = color::ink, .align = Align::center};
    const TextLayout title =
        canvas.type().fit(job.words("Numbers to keep"), style, inner.w, 11, 12);
    canvas.draw_text(title, inner.x, card.y + 20, "H1");
    canvas.draw_line(inner.x + 10, card.y + 32, inner.right() - 10, card.y + 32, color::gray, 0.3,
                     0.3);
    const TextStyle small{.size_pt = 10.5, .color = color::gray, .align = Align::center};
    const TextLayout school =
        canvas.type().fit(job.words(job.content.site.school), small, inner.w, 10, 7);
    canvas.draw_text(school, inner.x, card.y + 33.5);
}

// The parts of the inside of a card.
class CardInside {
public:
    CardInside(PaperJob& job, const Rect& card) : job_(job), canvas_(job.canvas), card_(card) {}

    void draw() {
        const double foot_top = draw_foot();
        const double code_side = draw_code(foot_top);
        draw_lines(inner_.w - code_side - 2.5, foot_top - 0.8);
    }

private:
    // The code of the first help line. Returns the width of its column.
    double draw_code(double bottom) {
        const Contact& contact = job_.contacts.front();
        const auto code = qr::encode(contact.payload);
        if (!code) throw std::runtime_error("the first help line has no QR code for a card");
        const double side = code->size * card_module;
        const double x = inner_.right() - side;
        // The edge of the card and what is beside the code leave its quiet zone empty.
        canvas_.draw_code(*code, x, inner_.y + 1, card_module);
        const std::string text =
            job_.words(contact.is_text ? "Scan to text {number}" : "Scan to call {number}",
                       {{"number", contact.number.display_text()}});
        const TextStyle style{
            .size_pt = 7.5, .is_bold = true, .align = Align::center, .line_height_em = 1.2};
        const double top = inner_.y + 1 + side + (qr::quiet_zone - 0.8) * card_module;
        const TextLayout caption =
            canvas_.type().fit(text, style, side + 1, bottom - 0.4 - top, 5.5);
        canvas_.draw_text(caption, x - 0.5, top);
        return side + qr::quiet_zone * card_module - 2.5;
    }

    // The emergency number and the limits of what stays private. Returns where they begin.
    double draw_foot() {
        std::vector<Span> spans;
        if (const auto* const emergency = find_emergency_line(job_.content)) {
            spans.push_back(
                {job_.words(emergency->need) + ": " + emergency->call->display_text() + ".  ", true,
                 color::black});
        }
        spans.push_back({privacy_limits(job_.words), true, color::black});
        const TextLayout foot =
            canvas_.type().fit(spans, {.size_pt = 7, .line_height_em = 1.2}, inner_.w, 12.5, 5.5);
        const double top = inner_.bottom() - foot.height_mm();
        canvas_.draw_text(foot, inner_.x, top);
        canvas_.draw_line(inner_.x, top - 0.8, inner_.right(), top - 0.8, color::black, 0.3, 0.3);
        return top - 0.8;
    }

    void draw_lines(double width, double bottom) {
        const double row_height = (bottom - inner_.y) / static_cast<double>(job_.contacts.size());
        double digits_pt = 18, digits_width = 0;
        for (const Contact& contact : job_.contacts) {
            const TextLayout digits = canvas_.type().fit(
                contact.number.display_text(), digits_style(18), width * 0.55, row_height, 8.5);
            digits_width = std::max(digits_width, digits.width_mm());
            digits_pt = std::min(digits_pt, digits.size_pt());
        }
        double y = inner_.y;
        for (const Contact& contact : job_.contacts) {
            draw_line(contact, {inner_.x, y, width, row_height}, digits_width, digits_pt);
            y += row_height;
        }
    }

    void draw_line(const Contact& contact, const Rect& row, double digits_width, double digits_pt) {
        const TextLayout digits = canvas_.type().layout(
            contact.number.display_text(), digits_style(digits_pt), digits_width + 0.1);
        canvas_.draw_text(digits, row.x, row.y + (row.h - digits.height_mm()) / 2);
        const double x = row.x + digits_width + 3, width = row.w - digits_width - 3;
        std::vector<Span> spans{{contact.instruction, true, color::black}};
        if (!contact.found_need.empty())
            spans.insert(spans.begin(), {contact.found_need + "\n", true, color::teal});
        const TextLayout text =
            canvas_.type().fit(spans, {.size_pt = 8.5, .line_height_em = 1.2}, width, row.h, 6);
        canvas_.draw_text(text, x, row.y + (row.h - text.height_mm()) / 2);
    }

    static TextStyle digits_style(double points) {
        return {.size_pt = points, .is_bold = true, .color = color::ink, .line_height_em = 1};
    }

    PaperJob& job_;
    Canvas& canvas_;
    Rect card_;
    Rect inner_ = card_.inset(5, 4);
};

} // namespace

void draw_cards(PaperJob& job) {
    draw_sheet(job.canvas, [&](const Rect& card) { draw_front(job, card); });
    job.canvas.show_page();
    draw_sheet(job.canvas, [&](const Rect& card) { CardInside(job, card).draw(); });
}

} // namespace print
