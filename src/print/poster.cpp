// The poster: neutral from three meters, the help lines, and tear-off tabs along its foot.
#include "print/paper_job.hpp"
#include "print/poster_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace print {

namespace {

constexpr double side_margin = 13;
constexpr double tabs_height = 68.8;
constexpr double band_height = 13;
constexpr double card_gap = 4.3;
constexpr double max_card_height = 45;
constexpr std::size_t max_poster_lines = 4;

// What the help lines have in common is said once.
std::string common_hours(const PaperJob& job) {
    const std::string& first = job.contacts.front().help_line->hours;
    const bool is_common = std::ranges::all_of(
        job.contacts, [&](const Contact& contact) { return contact.help_line->hours == first; });
    return is_common && !first.empty() ? job.words(first) : std::string();
}

class Poster {
public:
    explicit Poster(PaperJob& job)
        : job_(job), canvas_(job.canvas), width_(job.canvas.page().width_mm - 2 * side_margin),
          tear_line_(job.canvas.page().height_mm - tabs_height) {}

    void draw() {
        draw_school();
        const double head_bottom = draw_headline();
        const double lead_bottom = draw_lead(head_bottom + 2);
        const double foot_top = draw_foot();
        const double band_top = foot_top - 2.5 - band_height;
        draw_help_lines(lead_bottom + 3, band_top - card_gap);
        draw_emergency(band_top);
        draw_tabs(job_, tear_line_);
    }

private:
    void draw_school() {
        const TextLayout school = canvas_.type().fit(job_.words(job_.content.site.school),
                                                     {.size_pt = 12}, width_ * 0.55, 6, 8);
        canvas_.draw_text(school, side_margin, 9);
        if (!job_.words.translation().is_draft()) return;
        const TextStyle style{.size_pt = 8, .align = Align::end};
        const TextLayout draft = canvas_.type().fit_line(
            job_.words("This translation is a draft. Nobody has reviewed it yet."), style,
            width_ * 0.42, 8, 7, 6.5);
        canvas_.draw_text(draft, side_margin + width_ * 0.58, 9);
    }

    // Returns where it ends.
    double draw_headline() {
        constexpr double top = 15, height = 54, heart_radius = 13;
        const TextStyle style{
            .size_pt = 75, .is_bold = true, .color = color::ink, .line_height_em = 0.998};
        const TextLayout headline =
            canvas_.type().fit(job_.words(job_.content.home.headline), style, width_, height, 40);
        canvas_.draw_text(headline, side_margin, top, "H1");
        const double bottom = top + headline.height_mm();
        if (headline.last_line_width_mm() + 2 * heart_radius + 8 < width_)
            draw_heart(side_margin + width_ - heart_radius, bottom - heart_radius - 0.5,
                       heart_radius);
        return bottom;
    }

    void draw_heart(double center_x, double center_y, double radius) {
        canvas_.fill_circle(center_x, center_y, radius, color::teal);
        const double side = radius * 1.28;
        canvas_.draw_icon("favorite", center_x - side / 2, center_y - side / 2, side, color::white);
    }

    double draw_lead(double top) {
        const std::string line = job_.words(job_.content.home.line);
        const std::string hours = common_hours(job_);
        const TextStyle style{.size_pt = 16.5, .line_height_em = 1.3};
        const Text text = emphasize_last_sentence(line, hours, style);
        const TextLayout lead = canvas_.type().fit(text, style, width_, 19, 11);
        canvas_.draw_text(lead, side_margin, top);
        return top + lead.height_mm();
    }

    void draw_help_lines(double top, double bottom) {
        const std::size_t column_count = job_.contacts.size() == 1 ? 1 : 2;
        const std::size_t row_count = (job_.contacts.size() + column_count - 1) / column_count;
        const auto column_total = static_cast<double>(column_count);
        const auto row_total = static_cast<double>(row_count);
        const double w = (width_ - (column_total - 1) * card_gap) / column_total;
        const double available = bottom - top - (row_total - 1) * card_gap;
        const double h = std::min(max_card_height, available / row_total);
        const double gap =
            row_total > 1 ? std::min(8.0, (bottom - top - row_total * h) / (row_total - 1)) : 0;
        double y = top + (bottom - top - row_total * h - (row_total - 1) * gap) / 2;
        const double scale = poster_card_scale(job_, w, h);
        for (std::size_t i = 0; i < job_.contacts.size(); ++i) {
            const std::size_t column = i % column_count;
            draw_poster_card(job_, job_.contacts[i],
                             {side_margin + static_cast<double>(column) * (w + card_gap), y, w, h},
                             scale);
            if (column + 1 == column_count) y += h + gap;
        }
    }

    void draw_emergency(double top) {
        const content::HelpLine* const emergency = find_emergency_line(job_.content);
        if (emergency == nullptr) return;
        const Rect band{side_margin, top, width_, band_height};
        canvas_.fill(band, color::teal, 3.2);
        canvas_.draw_icon("record_voice_over", band.x + 5, band.y + 3, 7, color::white);
        const TextLayout digits = canvas_.type().layout(
            emergency->call->display_text(),
            {.size_pt = 28, .is_bold = true, .color = color::white, .align = Align::end}, 40);
        const double text_width = width_ - 16 - digits.width_mm() - 9;
        std::vector<Span> spans{{job_.words(emergency->need), true, color::white}};
        if (!emergency->advice.empty())
            spans.push_back({"   " + job_.words(emergency->advice), false, color::white});
        const TextLayout text =
            canvas_.type().fit_line(spans, {.size_pt = 16}, text_width, band_height - 1, 11, 9);
        canvas_.draw_text(text, band.x + 16, middle(band, text));
        canvas_.draw_text(digits, band.right() - 45, middle(band, digits));
    }

    static double middle(const Rect& rect, const TextLayout& text) {
        return rect.y + (rect.h - text.height_mm()) / 2;
    }

    // Draws what is between the emergency number and the tear line. Returns where it begins.
    double draw_foot() {
        const double column = (width_ - card_gap) / 2, text_width = column - 8;
        const TextStyle bold{.size_pt = 9, .is_bold = true, .line_height_em = 1.32};
        const std::string limits = privacy_limits(job_.words);
        const std::string phone = job_.words("A scan, call or text can stay on your phone.") +
                                  "\n" + job_.words("No phone?") + " " +
                                  job_.words("Ask to call from the nurse’s office or main office.");
        const TextLayout left = canvas_.type().fit(limits, bold, text_width, 17, 7.5);
        const TextLayout right = canvas_.type().fit(phone, bold, text_width, 17, 7.5);
        const double names_top = draw_names(tear_line_ - 2.2);
        const double top = names_top - 1.6 - std::max(left.height_mm(), right.height_mm());
        const double second = side_margin + column + card_gap;
        canvas_.draw_icon("lock", side_margin, top + 0.2, 5.5, color::teal);
        canvas_.draw_text(left, side_margin + 8, top);
        canvas_.draw_icon("phone_iphone", second, top + 0.2, 5.5, color::teal);
        canvas_.draw_text(right, second + 8, top);
        return top;
    }

    // Draws what to do with the tabs, and in small type who answers. Returns where it begins.
    double draw_names(double bottom) {
        const TextLayout take =
            canvas_.type().fit(job_.words("Take a number with you."),
                               {.size_pt = 10, .is_bold = true}, width_ * 0.4, 6, 8);
        std::vector<Span> names;
        for (const Contact& contact : job_.contacts) {
            if (!names.empty()) names.push_back({"  ·  ", false, color::gray});
            names.push_back({job_.words(contact.help_line->name), false, color::gray});
        }
        const double x = side_margin + 8 + take.width_mm() + 6;
        const double names_width = side_margin + width_ - x;
        const TextStyle small{.size_pt = 7.5, .align = Align::end};
        const TextLayout all = canvas_.type().fit_line(names, small, names_width, 10, 6.2, 6);
        const double height = std::max(5.0, all.height_mm());
        const double top = bottom - height;
        canvas_.draw_icon("content_cut", side_margin, top + (height - 5) / 2, 5, color::ink);
        canvas_.draw_text(take, side_margin + 8, top + (height - take.height_mm()) / 2);
        canvas_.draw_text(all, x, top + (height - all.height_mm()) / 2);
        return top;
    }

    // The last sentence begins a new line if what is before it needs only one.
    Text emphasize_last_sentence(const std::string& line, const std::string& more,
                                 const TextStyle& style) const {
        const std::size_t start = last_sentence(line);
        std::string before = line.substr(0, start);
        if (start > 0 && canvas_.type().layout(before, style, width_).line_count() == 1)
            before.back() = '\n';
        std::vector<Span> spans{{before, false, color::ink},
                                {line.substr(start), true, color::teal}};
        if (!more.empty()) spans.push_back({" " + more, false, color::ink});
        return spans;
    }

    PaperJob& job_;
    Canvas& canvas_;
    double width_;
    double tear_line_;
};

} // namespace

void draw_poster(PaperJob& job) {
    if (job.contacts.empty() || job.contacts.size() > max_poster_lines)
        throw std::runtime_error(fmt::format("a poster has space for 1 to {} help lines, not {}; "
                                             "name fewer with --lines",
                                             max_poster_lines, job.contacts.size()));
    Poster(job).draw();
}

} // namespace print
