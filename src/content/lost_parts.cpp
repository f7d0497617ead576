#include "content/lost_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content {

namespace {

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

// Whether a section or help line that this audience sees is still there for it. Students lose what
// becomes a text for staff.
template <typename Part>
bool shows(const Part* part, Audience audience) {
    return part != nullptr && (audience == Audience::staff || part->audience == Audience::everyone);
}

struct Setting {
    const char* key;
    bool (*is_set)(const Site& site);
};

constexpr std::array<Setting, 8> settings{{
    {"staff_pin", [](const Site& site) { return !site.staff_pin.empty(); }},
    {"hours", [](const Site& site) { return !site.hours.empty(); }},
    {"holidays", [](const Site& site) { return !site.holidays.empty(); }},
    {"panel", [](const Site& site) { return site.panel_inches.has_value(); }},
    {"mounting", [](const Site& site) { return site.mounting.has_value(); }},
    {"keypad", [](const Site& site) { return !site.keypad.empty(); }},
    {"scanning", [](const Site& site) { return site.scanning.count() > 0; }},
    {"rotate", [](const Site& site) { return site.rotate != 0; }},
}};

} // namespace

std::vector<std::string> find_lost_parts(const Content& current, const Content& next) {
    std::vector<std::string> lost;
    for (const Section& section : current.sections)
        if (!shows(next.find_section(section.id), section.audience))
            lost.push_back(fmt::format("the section \"{}\"", section.id));
    for (const HelpLine& help_line : current.help_lines) {
        const HelpLine* const same = next.find_help_line(help_line.id);
        const bool is_hidden = same != nullptr && same->is_held() && !help_line.is_held();
        if (!shows(same, help_line.audience) || is_hidden)
            lost.push_back(fmt::format("the help line \"{}\"", help_line.id));
    }
    for (const StripTab& tab : current.strip) {
        const bool is_on_strip =
            std::ranges::find(next.strip, tab.line, &StripTab::line) != next.strip.end();
        if (!is_on_strip && next.find_help_line(tab.line) != nullptr)
            lost.push_back(fmt::format("\"{}\" on the strip", tab.line));
    }
    for (const std::string& code : current.site.languages)
        if (!contains(next.site.languages, code))
            lost.push_back(fmt::format("the language \"{}\"", code));
    for (const Setting& setting : settings)
        if (setting.is_set(current.site) && !setting.is_set(next.site))
            lost.push_back(fmt::format("the setting \"{}\"", setting.key));
    return lost;
}

std::string join_lost_parts(const std::vector<std::string>& parts) {
    constexpr std::size_t max_count = 3;
    const std::size_t count = std::min(parts.size(), max_count);
    std::string text;
    for (std::size_t index = 0; index < count; ++index) {
        const bool is_last = index + 1 == parts.size();
        if (index > 0) text += is_last ? " and " : ", ";
        text += parts[index];
    }
    if (parts.size() > max_count) text += fmt::format(" and {} more", parts.size() - max_count);
    return text;
}

} // namespace content
