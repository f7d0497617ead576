#include "print/paper.hpp"

#include "print/left_out.hpp"

#include <fmt/format.h>

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

// The first section for staff, or nullptr.
const content::Section* find_staff_section(const content::Content& content) {
    const auto found =
        std::ranges::find(content.sections, content::Audience::staff, &content::Section::audience);
    return found == content.sections.end() ? nullptr : &*found;
}

// The title of the file.
std::string title(const content::Content& content, Kind kind, Words& words) {
    switch (kind) {
    case Kind::cards:
    case Kind::stickers:
        return words("Numbers to keep");
    case Kind::staff:
        if (const auto* const section = find_staff_section(content)) return words(section->title);
        [[fallthrough]];
    case Kind::poster:
    case Kind::handout:
        break;
    }
    return words(content.home.headline);
}

// Tabs, cards and stickers are found by others, so they say when a line helps only in words that
// are meant for that.
std::vector<std::string> notes(const PaperJob& job) {
    std::vector<std::string> all;
    if (job.options.kind == Kind::handout) return all;
    for (const Contact& contact : job.contacts)
        if (contact.found_need.empty())
            all.push_back(fmt::format(
                "The help line \"{}\" has no \"paper\", so {} only its number: others may find "
                "{}. To say when it helps, add \"paper\" to it in content.yaml, in words that do "
                "not name the topic.",
                contact.help_line->id,
                job.options.kind == Kind::poster  ? "its tabs have"
                : job.options.kind == Kind::cards ? "the cards have"
                                                  : "the stickers have",
                job.options.kind == Kind::poster ? "a tab" : "them"));
    return all;
}

void draw(PaperJob& job) {
    switch (job.options.kind) {
    case Kind::poster:
        return draw_poster(job);
    case Kind::cards:
        return draw_cards(job);
    case Kind::staff:
        return draw_staff_sheet(job);
    case Kind::stickers:
        return draw_stickers(job);
    case Kind::handout:
        return draw_handout(job);
    }
}

} // namespace

PrintedPaper make_paper(const content::Content& content, const content::Translation& translation,
                        const PrintOptions& options) {
    Words words(translation);
    const PageSize page = page_size(options.paper);
    PdfFile file(page,
                 {title(content, options.kind, words), translation.code, newest_date(content)});
    Canvas canvas(file, page, translation);
    PaperJob job{content, options, words, canvas, {}};
    if (options.kind != Kind::staff) job.contacts = choose_contacts(content, options.lines, words);
    draw(job);
    return {file.finish(), list_left_out(content, options.kind, words), notes(job)};
}

} // namespace print
