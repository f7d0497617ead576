#include "ui/widgets/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using Lines = std::vector<std::string>;

struct FactsRow {
    const char* name;
    Lines lines;
};

constexpr std::size_t most_problems = 3;

std::string joined(const Lines& all) {
    std::string text;
    for (const std::string& each : all) text += (text.empty() ? "" : ", ") + each;
    return text;
}

Lines problems(const Facts& facts) {
    if (facts.problems.empty()) return {"None."};
    Lines lines(facts.problems.begin(), facts.problems.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                     most_problems, facts.problems.size())));
    if (facts.problems.size() > most_problems)
        lines.push_back(fmt::format("And {} more. “help-kiosk check” lists them all.",
                                    facts.problems.size() - most_problems));
    return lines;
}

std::chrono::year_month_day today(const WallTime& wall) {
    return std::chrono::year(wall.year) / wall.month / wall.day;
}

// The lines that somebody should call, by what is on their tabs.
Lines calls(const Frame& frame) {
    Lines never, long_ago;
    const auto day = today(frame.moment.wall);
    for (const content::HelpLine& line : frame.content.help_lines) {
        if (!frame.content.shows(line.audience)) continue;
        if (!line.verified.is_by_phone())
            never.push_back(line.label);
        else if (line.verified.on + content::verified_for < day)
            long_ago.push_back(line.label);
    }
    Lines lines;
    if (!never.empty()) lines.push_back("Never called yet: " + joined(never) + ".");
    if (!long_ago.empty()) lines.push_back("Not called for 12 months: " + joined(long_ago) + ".");
    if (lines.empty()) lines.push_back("All were called in the last 12 months.");
    return lines;
}

std::string counted(std::chrono::milliseconds::rep count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string span(session::Instant time) {
    using namespace std::chrono;
    const auto whole_days = duration_cast<days>(time).count();
    const auto whole_hours = duration_cast<hours>(time).count();
    if (whole_days > 0) return counted(whole_days, "day") + ", " + counted(whole_hours % 24, "hour");
    if (whole_hours > 0) return counted(whole_hours, "hour");
    return counted(duration_cast<minutes>(time).count(), "minute");
}

std::string languages(const Frame& frame) {
    Lines names;
    for (const content::Translation& each : frame.content.languages)
        names.push_back(each.code != "en" && each.reviewed_by.empty() ? each.name + " (draft)" : each.name);
    return joined(names);
}

std::string panel(const Theme& theme) {
    const Panel& panel = theme.panel();
    return fmt::format("{:g} inches, {:.0f} × {:.0f} mm, {} × {} pixels", panel.inches,
                       theme.panel_mm(panel.width_px), theme.panel_mm(panel.height_px), panel.width_px,
                       panel.height_px);
}

std::vector<FactsRow> rows(const Frame& frame) {
    const Facts& facts = frame.facts;
    return {{"Program", {facts.program}},
            {"Content", {facts.content}},
            {"Problems in its files", problems(facts)},
            {"Numbers to call", calls(frame)},
            {"Running for",
             {span(frame.moment.now - facts.started) + "; the computer for " + span(frame.moment.now)}},
            {"Languages", {languages(frame)}},
            {"Panel", {panel(frame.theme)}}};
}

double draw_lines(Frame& frame, const Lines& lines, const Rect& column) {
    double y = column.y;
    for (const std::string& line : lines) {
        const Written words = frame.set(line, type::label, column.w);
        frame.write(words, {column.x, y, column.w, 0}, Align::start, frame.colours().sheet.ink,
                    frame.colours().sheet.fill);
        y += words->height;
    }
    return y - column.y;
}

} // namespace

double draw_facts(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    const bool beside = column.w > frame.px(160); // the name stands beside what there is to say
    const double gap = frame.px(3), names = beside ? frame.px(56) : 0;
    double y = column.y;
    for (const FactsRow& row : rows(frame)) {
        if (y > column.y) frame.fill({column.x, y, column.w, std::max(1.0, frame.px(0.4))}, colours.rule);
        y += gap;
        const Written name = frame.fit(row.name, type::label, beside ? names - gap : column.w, 2);
        frame.write(name, {column.x, y, column.w, 0}, Align::start, colours.quiet, colours.sheet.fill);
        const double below = beside ? 0 : name->height;
        const double lines = draw_lines(frame, row.lines, {column.x + names, y + below, column.w - names, 0});
        y += std::max<double>(name->height, below + lines) + gap;
    }
    return y - column.y;
}

} // namespace ui
