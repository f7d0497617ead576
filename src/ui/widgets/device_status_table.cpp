#include "ui/widgets/device_status_table.hpp"

#include "content/call_status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using Lines = std::vector<std::string>;

struct StatusRow {
    const char* name;
    Lines lines;
};

constexpr std::size_t max_problems = 3;

std::string join(const Lines& all) {
    std::string text;
    for (const std::string& each : all) text += (text.empty() ? "" : ", ") + each;
    return text;
}

Lines problem_lines(const DeviceStatus& status) {
    if (status.problems.empty()) return {"None."};
    Lines lines(status.problems.begin(),
                status.problems.begin() +
                    static_cast<std::ptrdiff_t>(std::min(max_problems, status.problems.size())));
    if (status.problems.size() > max_problems)
        lines.push_back(fmt::format("And {} more. “help-kiosk check” lists them all.",
                                    status.problems.size() - max_problems));
    return lines;
}

// Returns the first names and how many more there are, so that the page stays short.
std::string short_list(const std::vector<const content::HelpLine*>& help_lines) {
    constexpr std::size_t max_names = 4;
    Lines names;
    for (const content::HelpLine* const help_line : help_lines)
        if (names.size() < max_names) names.push_back(help_line->name);
    if (help_lines.size() > max_names)
        names.push_back(fmt::format("and {} more", help_lines.size() - max_names));
    return join(names) + ".";
}

// Returns which help lines somebody should call.
Lines verification_lines(const Frame& frame) {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(frame.now.local_time)};
    const auto uncalled = content::find_uncalled(frame.content.help_lines, day);
    Lines lines;
    if (!uncalled.never.empty()) lines.push_back("Never called yet: " + short_list(uncalled.never));
    if (!uncalled.long_ago.empty())
        lines.push_back("Not called in 12 months: " + short_list(uncalled.long_ago));
    if (lines.empty()) lines.push_back("All were called in the last 12 months.");
    return lines;
}

// Returns which facts the screens of the help lines do not say.
Lines unknown_lines(const Frame& frame) {
    struct Fact {
        std::string_view key;
        const char* label;
    };
    Lines lines;
    for (const Fact& fact :
         {Fact{"hours", "Hours: "}, Fact{"cost", "Cost: "}, Fact{"languages", "Languages: "}}) {
        const auto help_lines = content::find_lines_without(fact.key, frame.content.help_lines);
        if (!help_lines.empty()) lines.push_back(fact.label + short_list(help_lines));
    }
    if (lines.empty()) lines.push_back("None.");
    return lines;
}

std::string pluralize(std::chrono::milliseconds::rep count, const char* unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

std::string format_duration(base::Duration duration) {
    using namespace std::chrono;
    const auto whole_days = duration_cast<days>(duration).count();
    const auto whole_hours = duration_cast<hours>(duration).count();
    if (whole_days > 0)
        return pluralize(whole_days, "day") + ", " + pluralize(whole_hours % 24, "hour");
    if (whole_hours > 0) return pluralize(whole_hours, "hour");
    return pluralize(duration_cast<minutes>(duration).count(), "minute");
}

std::string language_list(const Frame& frame) {
    Lines names;
    for (const content::Translation& each : frame.content.translations)
        names.push_back(each.is_draft() ? each.name + " (draft)" : each.name);
    return join(names);
}

std::string panel_description(const Theme& theme) {
    const Panel& panel = theme.panel();
    return fmt::format("{:g} inches, {:.0f} × {:.0f} mm, {} × {} pixels", panel.inches,
                       theme.panel_mm(panel.width_px), theme.panel_mm(panel.height_px),
                       panel.width_px, panel.height_px);
}

std::vector<StatusRow> status_rows(const Frame& frame) {
    const DeviceStatus& status = frame.device_status;
    return {{"Program", {status.program_version}},
            {"Content", {status.content_version}},
            {"Problems in its files", problem_lines(status)},
            {"Numbers to call", verification_lines(frame)},
            {"Unknown facts to ask", unknown_lines(frame)},
            {"Running for",
             {format_duration(frame.now.since_boot - status.started_at) + "; the computer for " +
              format_duration(frame.now.since_boot.time_since_epoch())}},
            {"Languages", {language_list(frame)}},
            {"Panel", {panel_description(frame.theme)}}};
}

double draw_lines(Frame& frame, const Lines& lines, const render::Rect& column) {
    double y = column.y;
    for (const std::string& line : lines) {
        const TextLayout text = frame.layout_text(line, text_style::label, column.w);
        frame.draw_text(text, {column.x, y, column.w, 0}, Align::start, frame.palette().sheet.text,
                        frame.palette().sheet.fill);
        y += text->height;
    }
    return y - column.y;
}

} // namespace

double draw_device_status(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    const bool is_beside = column.w > frame.px(160); // the name is beside the value
    const double gap = frame.px(3), names_width = is_beside ? frame.px(56) : 0;
    double y = column.y;
    for (const StatusRow& row : status_rows(frame)) {
        if (y > column.y)
            frame.fill_rect({column.x, y, column.w, std::max(1.0, frame.px(0.4))}, palette.divider);
        y += gap;
        const TextLayout name = frame.fit_lines(row.name, text_style::label,
                                                is_beside ? names_width - gap : column.w, 2);
        frame.draw_text(name, {column.x, y, column.w, 0}, Align::start, palette.secondary_text,
                        palette.sheet.fill);
        const double below = is_beside ? 0 : name->height;
        const double lines = draw_lines(
            frame, row.lines, {column.x + names_width, y + below, column.w - names_width, 0});
        y += std::max<double>(name->height, below + lines) + gap;
    }
    return y - column.y;
}

} // namespace ui
