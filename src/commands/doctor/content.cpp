// Checks that the content has no errors, is verified and reviewed, and is saved as a fallback.
#include "commands/doctor/checks.hpp"
#include "content/call_status.hpp"
#include "content/lost_parts.hpp"
#include "reload/acceptance_file.hpp"
#include "reload/snapshot_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::doctor {

namespace {

using content::Content;

constexpr const char* check_advice = "type: help-kiosk check";
constexpr const char* call_advice =
    "print what to ask with \"help-kiosk calls\", call each help line, and enter the answers with "
    "\"help-kiosk calls --record\"";

Finding check_problems(const content::LoadResult& loaded) {
    const auto count = [&loaded](content::Severity severity) {
        return static_cast<std::size_t>(
            std::ranges::count(loaded.problems, severity, &content::Problem::severity));
    };
    const std::size_t errors = count(content::Severity::error);
    const std::size_t warnings = count(content::Severity::warning);
    if (errors > 0)
        return {Status::error, "content",
                fmt::format("{} and {}, so it is not shown", pluralize(errors, "error"),
                            pluralize(warnings, "warning")),
                check_advice};
    const std::string version = content::content_version(loaded.files);
    if (warnings > 0)
        return {Status::warning, "content",
                fmt::format("version {}, {}", version, pluralize(warnings, "warning")),
                check_advice};
    return {Status::ok, "content", fmt::format("version {}, no errors or warnings", version)};
}

std::string format_date(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

Finding check_oldest_verification(const Content& content, std::chrono::year_month_day today) {
    const auto oldest =
        std::ranges::min_element(content.help_lines, {}, [](const content::HelpLine& help_line) {
            return help_line.verified.on;
        });
    const std::string message = fmt::format("the oldest verification is from {} ({})",
                                            format_date(oldest->verified.on), oldest->id);
    if (content::is_outdated(oldest->verified, today))
        return {Status::warning, "help lines", message, call_advice};
    return {Status::ok, "help lines", message};
}

// Returns the first ids and how many more there are, so that the line stays short.
std::string short_list(const std::vector<const content::HelpLine*>& help_lines) {
    constexpr std::size_t max_ids = 4;
    std::vector<std::string> ids;
    for (const content::HelpLine* const help_line : help_lines)
        if (ids.size() < max_ids) ids.push_back(help_line->id);
    if (help_lines.size() > max_ids)
        ids.push_back(fmt::format("and {} more", help_lines.size() - max_ids));
    return join(ids);
}

Findings check_uncalled_help_lines(const Content& content, std::chrono::year_month_day today) {
    const auto uncalled = content::find_uncalled(content.help_lines, today);
    Findings findings;
    if (!uncalled.never.empty())
        findings.push_back({Status::warning, "help lines",
                            fmt::format("nobody has called {} of {} yet: {}", uncalled.never.size(),
                                        pluralize(content.help_lines.size(), "help line"),
                                        short_list(uncalled.never)),
                            call_advice});
    if (!uncalled.long_ago.empty())
        findings.push_back(
            {Status::warning, "help lines",
             fmt::format("nobody has called in 12 months: {}", short_list(uncalled.long_ago)),
             call_advice});
    return findings;
}

Findings check_unknown_facts(const Content& content) {
    Findings findings;
    for (const char* const fact : {"hours", "cost", "languages"}) {
        const auto help_lines = content::find_lines_without(fact, content.help_lines);
        if (!help_lines.empty())
            findings.push_back({Status::warning, "help lines",
                                fmt::format("unknown {}: {}", fact, short_list(help_lines)),
                                call_advice});
    }
    return findings;
}

// The names of files that the kiosk does not read are not a part of the content's problems, because
// the settings in them are missing without any other sign.
Findings check_files(const content::LoadResult& loaded) {
    Findings findings;
    for (const content::Problem& problem : content::file_warnings(loaded.problems))
        findings.push_back({Status::warning, "files",
                            fmt::format("{}: {}", problem.file, problem.message),
                            problem.suggestion});
    return findings;
}

Findings check_placeholder(const content::Site& site) {
    if (site.school != "Your School Name") return {};
    return {{Status::warning, "school", "the name is still the placeholder \"Your School Name\"",
             setup_advice}};
}

// A language that is not complete is not on the screen.
Findings check_missing_languages(const content::LoadResult& loaded) {
    Findings findings;
    for (const content::TranslationCoverage& coverage : loaded.coverage) {
        if (coverage.is_complete()) continue;
        findings.push_back(
            {Status::warning, "languages",
             fmt::format("{} is not shown, because {} of {} texts are not translated",
                         coverage.language_code, coverage.missing_count(), coverage.text_count),
             fmt::format("type: sudo help-kiosk translate {}, and fill in what is empty",
                         coverage.language_code)});
    }
    return findings;
}

Finding check_reviews(const Content& content) {
    std::vector<std::string> names;
    for (const content::Translation& language : content.translations)
        if (language.is_draft()) names.push_back(language.name);
    if (names.empty())
        return {Status::ok, "languages",
                fmt::format("{}, no unreviewed translations",
                            pluralize(content.translations.size(), "language"))};
    return {
        Status::warning, "languages", fmt::format("unreviewed translations: {}", join(names)),
        "have a speaker of the language review each one, and enter the name in \"reviewed_by\""};
}

Finding check_snapshot(const DoctorContext& context, const reload::SnapshotFile& snapshot) {
    const auto source_files = snapshot.load();
    if (!source_files)
        return {Status::warning, "saved copy", "no content is saved as a fallback",
                "type: sudo systemctl restart help-kiosk.service"};
    const std::string version = content::content_version(*source_files);
    if (!context.loaded.content)
        return {
            Status::ok, "saved copy",
            fmt::format("version {} is saved, and is shown until the errors are fixed", version)};
    if (version == content::content_version(context.loaded.files))
        return {Status::ok, "saved copy",
                fmt::format("version {} is saved as a fallback", version)};
    const content::LoadResult shown = reload::parse_snapshot(*source_files);
    const auto lost = shown.content
                          ? content::find_lost_parts(*shown.content, *context.loaded.content)
                          : std::vector<std::string>{};
    if (!lost.empty())
        return {Status::warning, "saved copy", reload::waiting_message(lost),
                "if that is right, type: sudo help-kiosk check --accept"};
    return {Status::warning, "saved copy",
            fmt::format("version {} is saved, but the files have another version", version),
            "type: sudo systemctl restart help-kiosk.service"};
}

// Returns nothing before the first start in kiosk mode and in maintenance mode, because no viewer
// runs then that could save the content.
Findings check_saved_copy(const DoctorContext& context) {
    if (boot_mode(context.machine) != BootMode::locked_down) return {};
    const reload::SnapshotFile snapshot(context.machine.path(state_folder));
    if (context.machine.is_inaccessible(std::string(state_folder) + "/last-good.json"))
        return {{Status::warning, "saved copy", "only root can read the saved content",
                 "type: sudo help-kiosk doctor"}};
    return {check_snapshot(context, snapshot)};
}

} // namespace

Findings check_content(const DoctorContext& context) {
    Findings findings{check_problems(context.loaded)};
    const auto add = [&findings](const Findings& more) {
        findings.insert(findings.end(), more.begin(), more.end());
    };
    add(check_files(context.loaded));
    add(check_placeholder(context.loaded.site));
    if (context.loaded.content) {
        add({check_oldest_verification(*context.loaded.content, context.today)});
        add(check_uncalled_help_lines(*context.loaded.content, context.today));
        add(check_unknown_facts(*context.loaded.content));
        add(check_missing_languages(context.loaded));
        add({check_reviews(*context.loaded.content)});
    }
    add(check_saved_copy(context));
    return findings;
}

} // namespace commands::doctor
