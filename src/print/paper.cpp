#include "print/paper.hpp"

#include <algorithm>

namespace print {

namespace {

// The day of the newest fact, so that the same content gives the same file.
std::chrono::year_month_day newest_date(const content::Content& content) {
    std::chrono::year_month_day newest{std::chrono::year(2026), std::chrono::month(1),
                                       std::chrono::day(1)};
    for (const content::HelpLine& help_line : content.help_lines)
        newest = std::max(newest, help_line.verified.on);
    return newest;
}

void draw(PaperJob& job) {
    switch (job.options.kind) {
    case Kind::poster:
        return draw_poster(job);
    case Kind::cards:
        return draw_cards(job);
    }
}

} // namespace

std::string make_paper(const content::Content& content, const content::Translation& translation,
                       const PrintOptions& options) {
    Words words(translation);
    const PageSize page = page_size(options.paper);
    PdfFile file(page, {words(content.home.headline), translation.code, newest_date(content)});
    Canvas canvas(file, page, translation);
    PaperJob job{content, options, words, canvas, choose_contacts(content, options.lines, words)};
    draw(job);
    canvas.show_page();
    return file.finish();
}

} // namespace print
