// Whether what the kiosk says is sound, called, and kept for bad days.
#include "commands/doctor/checks.hpp"
#include "reload/snapshot_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::doctor {

namespace {

using content::Content;

constexpr const char* check_advice = "type: help-kiosk check";

Finding check_problems(const content::LoadResult& loaded) {
    const auto count = [&loaded](content::Severity severity) {
        return static_cast<std::size_t>(
            std::ranges::count(loaded.problems, severity, &content::Problem::severity));
    };
    const std::size_t errors = count(content::Severity::error), warnings = count(content::Severity::warning);
    if (errors > 0)
        return {Status::error, "content",
                fmt::format("{} and {}: it is not shown", pluralize(errors, "error"),
                            pluralize(warnings, "warning")),
                check_advice};
    const std::string version = content::content_version(loaded.files);
    if (warnings > 0)
        return {Status::warning, "content",
                fmt::format("version {}, {}", version, pluralize(warnings, "warning")), check_advice};
    return {Status::ok, "content", fmt::format("version {}, without a mistake", version)};
}

std::string format_date(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Finding check_oldest_call(const Content& content, std::chrono::year_month_day today) {
    const auto oldest = std::ranges::min_element(
        content.help_lines, {}, [](const content::HelpLine& help_line) { return help_line.verified.on; });
    const std::string message = fmt::format("the oldest line of help was verified on {} ({})",
                                            format_date(oldest->verified.on), oldest->id);
    if (oldest->verified.on + std::chrono::months(12) < today)
        return {Status::warning, "help lines", message, "call it, and write the day into \"verified\""};
    return {Status::ok, "help lines", message};
}

Findings check_uncalled_lines(const Content& content) {
    const auto count = std::ranges::count_if(content.help_lines, [](const content::HelpLine& help_line) {
        return !help_line.verified.is_by_phone();
    });
    if (count == 0) return {};
    return {{Status::warning, "help lines",
             fmt::format("nobody has called {} of {} yet, by what \"verified\" says", count,
                         pluralize(content.help_lines.size(), "line")),
             "call each from a phone, and write the day into \"verified\""}};
}

Findings check_placeholder(const content::Site& site) {
    if (site.school != "Your School Name") return {};
    return {{Status::warning, "school", "it is still called \"Your School Name\"", setup_advice}};
}

Finding check_drafts(const Content& content) {
    std::vector<std::string> names;
    for (const content::Translation& language : content.translations)
        if (language.code != "en" && language.reviewed_by.empty()) names.push_back(language.name);
    if (names.empty())
        return {Status::ok, "languages",
                fmt::format("{}, no drafts", pluralize(content.translations.size(), "language"))};
    return {Status::warning, "languages", fmt::format("drafts that nobody has reviewed: {}", join(names)),
            "have somebody read them who speaks the language, and write the name into \"reviewed_by\""};
}

Finding check_snapshot(const DoctorContext& context, const reload::SnapshotFile& snapshot) {
    const auto source_files = snapshot.load();
    if (!source_files)
        return {Status::warning, "last good", "no content is kept for bad days",
                "type: sudo systemctl restart help-kiosk.service"};
    const std::string version = content::content_version(*source_files);
    if (!context.loaded.content)
        return {Status::ok, "last good", fmt::format("version {} is kept, and shown meanwhile", version)};
    if (version == content::content_version(context.loaded.files))
        return {Status::ok, "last good", fmt::format("version {} is kept for bad days", version)};
    return {Status::warning, "last good", fmt::format("version {} is kept, not the one in the files", version),
            "type: sudo systemctl restart help-kiosk.service"};
}

// Before the first start for visitors, and in service, no kiosk runs that could have kept anything.
Findings check_last_good(const DoctorContext& context) {
    if (boot_mode(context.machine) != BootMode::locked_down) return {};
    const reload::SnapshotFile snapshot(context.machine.path(state_folder));
    if (context.machine.is_inaccessible(std::string(state_folder) + "/last-good.json"))
        return {{Status::warning, "last good", "what is kept for bad days may be seen by root only",
                 "type: sudo help-kiosk doctor"}};
    return {check_snapshot(context, snapshot)};
}

} // namespace

Findings check_content(const DoctorContext& context) {
    Findings findings{check_problems(context.loaded)};
    const auto add = [&findings](const Findings& more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    add(check_placeholder(context.loaded.site));
    if (context.loaded.content) {
        add({check_oldest_call(*context.loaded.content, context.today)});
        add(check_uncalled_lines(*context.loaded.content));
        add({check_drafts(*context.loaded.content)});
    }
    add(check_last_good(context));
    return findings;
}

} // namespace commands::doctor
