// Whether what the kiosk says is sound, called, and kept for bad days.
#include "cli/doctor/probes.hpp"
#include "platform/snapshot.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cli::doctor {

namespace {

using content::Content;

constexpr const char* check = "type: help-kiosk check";

Finding problems(const content::Loaded& loaded) {
    const auto count = [&loaded](content::Severity severity) {
        return static_cast<std::size_t>(
            std::ranges::count(loaded.problems, severity, &content::Problem::severity));
    };
    const std::size_t errors = count(content::Severity::error), warnings = count(content::Severity::warning);
    if (errors > 0)
        return {
            Mark::bad, "content",
            fmt::format("{} and {}: it is not shown", counted(errors, "error"), counted(warnings, "warning")),
            check};
    const std::string version = content::version(loaded.documents);
    if (warnings > 0)
        return {Mark::look, "content", fmt::format("version {}, {}", version, counted(warnings, "warning")),
                check};
    return {Mark::ok, "content", fmt::format("version {}, without a mistake", version)};
}

std::string written(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Finding oldest_call(const Content& content, std::chrono::year_month_day today) {
    const auto oldest = std::ranges::min_element(
        content.help_lines, {}, [](const content::HelpLine& line) { return line.verified.on; });
    const std::string found = fmt::format("the oldest line of help was verified on {} ({})",
                                          written(oldest->verified.on), oldest->id);
    if (oldest->verified.on + std::chrono::months(12) < today)
        return {Mark::look, "help lines", found, "call it, and write the day into \"verified\""};
    return {Mark::ok, "help lines", found};
}

Findings never_called(const Content& content) {
    const auto count = std::ranges::count_if(
        content.help_lines, [](const content::HelpLine& line) { return !line.verified.is_by_phone(); });
    if (count == 0) return {};
    return {{Mark::look, "help lines",
             fmt::format("nobody has called {} of {} yet, by what \"verified\" says", count,
                         counted(content.help_lines.size(), "line")),
             "call each from a phone, and write the day into \"verified\""}};
}

Findings placeholder(const content::Site& site) {
    if (site.school != "Your School Name") return {};
    return {{Mark::look, "school", "it is still called \"Your School Name\"", set_up}};
}

Finding drafts(const Content& content) {
    std::vector<std::string> names;
    for (const content::Translation& language : content.languages)
        if (language.code != "en" && language.reviewed_by.empty()) names.push_back(language.name);
    if (names.empty())
        return {Mark::ok, "languages",
                fmt::format("{}, no drafts", counted(content.languages.size(), "language"))};
    return {Mark::look, "languages", fmt::format("drafts that nobody has reviewed: {}", joined(names)),
            "have somebody read them who speaks the language, and write the name into \"reviewed_by\""};
}

Finding kept(const Subject& subject, const platform::Snapshot& snapshot) {
    const auto documents = snapshot.read();
    if (!documents)
        return {Mark::look, "last good", "no content is kept for bad days",
                "type: sudo systemctl restart help-kiosk.service"};
    const std::string version = content::version(*documents);
    if (!subject.loaded.content)
        return {Mark::ok, "last good", fmt::format("version {} is kept, and shown meanwhile", version)};
    if (version == content::version(subject.loaded.documents))
        return {Mark::ok, "last good", fmt::format("version {} is kept for bad days", version)};
    return {Mark::look, "last good", fmt::format("version {} is kept, not the one in the files", version),
            "type: sudo systemctl restart help-kiosk.service"};
}

// Before the first start for visitors, and in service, no kiosk runs that could have kept anything.
Findings last_good(const Subject& subject) {
    if (start_of(subject.machine) != Start::locked) return {};
    const platform::Snapshot snapshot(subject.machine.path(state_folder));
    if (subject.machine.is_hidden(std::string(state_folder) + "/last-good.json"))
        return {{Mark::look, "last good", "what is kept for bad days may be seen by root only",
                 "type: sudo help-kiosk doctor"}};
    return {kept(subject, snapshot)};
}

} // namespace

Findings look_at_content(const Subject& subject) {
    Findings findings{problems(subject.loaded)};
    const auto add = [&findings](const Findings& more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    add(placeholder(subject.loaded.site));
    if (subject.loaded.content) {
        add({oldest_call(*subject.loaded.content, subject.today)});
        add(never_called(*subject.loaded.content));
        add({drafts(*subject.loaded.content)});
    }
    add(last_good(subject));
    return findings;
}

} // namespace cli::doctor
