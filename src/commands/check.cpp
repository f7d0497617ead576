#include "commands/check.hpp"

#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/doctor/context.hpp"
#include "commands/site_file.hpp"
#include "commands/split_words.hpp"
#include "commands/undrawn_characters.hpp"
#include "content/call_status.hpp"
#include "content/lost_parts.hpp"
#include "content/reading_grade.hpp"
#include "os/clock.hpp"
#include "reload/acceptance_file.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <utility>

namespace commands {

namespace {

using content::Audience;
using Json = nlohmann::ordered_json;

double rounded_grade(const content::Section& section) {
    return std::round(content::reading_grade(section, section.audience).mean() * 10) / 10;
}

const content::HelpLine& oldest_verified(const content::Content& content) {
    return *std::ranges::min_element(
        content.help_lines, {},
        [](const content::HelpLine& help_line) { return help_line.verified.on; });
}

std::string format_date(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string id_line(const char* name, const std::vector<const content::HelpLine*>& help_lines) {
    if (help_lines.empty()) return {};
    std::string ids;
    for (const content::HelpLine* const help_line : help_lines)
        ids.append(ids.empty() ? "" : ", ").append(help_line->id);
    return fmt::format("{}: {}\n", name, ids);
}

// Returns which help lines to call, and "unknown: local cost; new-paths hours, cost". These are not
// problems: the kiosk shows the content.
std::string call_notes(const content::Content& content,
                       std::optional<std::chrono::year_month_day> today) {
    const content::UncalledHelpLines uncalled = content::find_uncalled(content.help_lines, today);
    std::string unknown;
    for (const content::HelpLine& help_line : content.help_lines)
        if (const auto facts = content::find_unknown_facts(help_line); !facts.empty())
            unknown += fmt::format("{}{} {}", unknown.empty() ? "" : "; ", help_line.id,
                                   fmt::join(facts, ", "));
    return id_line("not called yet", uncalled.never) +
           id_line("not called in 12 months", uncalled.long_ago) +
           (unknown.empty() ? unknown : fmt::format("unknown: {}\n", unknown));
}

Json as_json(const content::Problem& problem) {
    return {{"severity", problem.severity == content::Severity::error ? "error" : "warning"},
            {"file", problem.file},
            {"line", problem.line},
            {"column", problem.column},
            {"message", problem.message},
            {"source", problem.source_line},
            {"instead", problem.suggestion}};
}

Json as_json(const content::Translation& language,
             const std::vector<content::TranslationCoverage>& all) {
    Json json{{"code", language.code}, {"name", language.name}};
    const auto coverage =
        std::ranges::find(all, language.code, &content::TranslationCoverage::language_code);
    if (coverage == all.end()) return json;
    json["texts"] = coverage->text_count;
    json["translated"] = coverage->translated_count;
    json["missing"] = coverage->missing_count();
    json["stale"] = coverage->stale_count;
    json["offered"] = coverage->is_complete();
    json["reviewed_by"] = language.reviewed_by;
    return json;
}

Json ids_as_json(const std::vector<const content::HelpLine*>& help_lines) {
    Json ids = Json::array();
    for (const content::HelpLine* const help_line : help_lines) ids.push_back(help_line->id);
    return ids;
}

Json unknown_facts_as_json(const content::Content& content) {
    Json all = Json::object();
    for (const content::HelpLine& help_line : content.help_lines)
        if (const auto unknown = content::find_unknown_facts(help_line); !unknown.empty())
            all[help_line.id] = unknown;
    return all;
}

Json as_json(const content::LoadResult& loaded, std::optional<std::chrono::year_month_day> today) {
    Json json{{"ok", loaded.content != nullptr}, {"problems", Json::array()}};
    for (const content::Problem& problem : loaded.problems)
        json["problems"].push_back(as_json(problem));
    if (!loaded.content) return json;

    const content::Content& content = *loaded.content;
    for (const content::Section& section : content.sections) {
        json["sections"].push_back(
            {{"id", section.id},
             {"title", section.title},
             {"audience", section.audience == Audience::staff ? "staff" : "everyone"},
             {"reading_grade", rounded_grade(section)}});
    }
    const content::HelpLine& oldest = oldest_verified(content);
    json["help_lines"] = content.help_lines.size();
    json["oldest_verified"] = {{"id", oldest.id}, {"on", format_date(oldest.verified.on)}};
    const content::UncalledHelpLines uncalled = content::find_uncalled(content.help_lines, today);
    json["not_called_yet"] = ids_as_json(uncalled.never);
    json["not_called_in_12_months"] = ids_as_json(uncalled.long_ago);
    json["unknown"] = unknown_facts_as_json(content);
    for (const content::Translation& language : content.translations) {
        json["languages"].push_back(as_json(language, loaded.coverage));
    }
    return json;
}

// Says which files were checked, because there are several places where they may be.
std::string checked_files(const content::SourceFiles& files) {
    std::string text = "checked: " + files.content.value_or(content::SourceFile{}).name;
    if (files.site) text += ", " + files.site->name;
    for (const auto& [language_code, file] : files.translations) text += ", " + file.name;
    return text + "\n";
}

struct CheckOptions {
    cli::ContentOptions content_options;
    bool is_json = false;
    bool should_accept = false;
};

// Somebody who gives a site.yaml means it together with the content that it belongs to.
content::ContentPaths paths_to_check(cli::ContentOptions options) {
    if (std::filesystem::path(options.content).filename() != "site.yaml" || !options.site.empty())
        return cli::find_content_paths(options);
    options.site = std::exchange(options.content, "");
    return content_paths_beside(options);
}

int run(const CheckOptions& options) {
    const content::ContentPaths paths = paths_to_check(options.content_options);
    const content::LoadContext context{os::today(), ui::ui_strings, true};
    const int exit_code =
        run_check(paths, context, options.is_json ? OutputFormat::json : OutputFormat::text,
                  std::cout, std::cerr);
    if (exit_code != 0) return exit_code;
    if (options.should_accept) return accept_content(paths, context, std::cerr);
    if (paths.content == KIOSK_INSTALLED_CONTENT)
        std::cerr << waiting_note(content::load(paths, context),
                                  reload::SnapshotFile(doctor::state_folder), paths.content);
    return 0;
}

} // namespace

std::string describe_language(const content::Translation& language,
                              const std::vector<content::TranslationCoverage>& all) {
    std::string text = fmt::format("{} {}", language.code, language.name);
    const auto coverage =
        std::ranges::find(all, language.code, &content::TranslationCoverage::language_code);
    if (coverage == all.end()) return text;
    if (coverage->is_complete()) {
        text += fmt::format(", complete: {} texts", coverage->text_count);
    } else {
        text += fmt::format(", {} of {} texts, {} missing, so it is not offered",
                            coverage->translated_count, coverage->text_count,
                            coverage->missing_count());
    }
    if (coverage->stale_count > 0) text += fmt::format(", {} stale", coverage->stale_count);
    return text +
           (language.is_draft() ? ", not reviewed" : ", reviewed by " + language.reviewed_by);
}

std::string content_summary(const content::LoadResult& loaded,
                            std::optional<std::chrono::year_month_day> today) {
    const content::Content& content = *loaded.content;
    std::string text = fmt::format("sections: {}\n", content.sections.size());
    for (const content::Section& section : content.sections) {
        text += fmt::format("  {:<12} reading grade {:.1f}{}\n", section.id, rounded_grade(section),
                            section.audience == Audience::staff ? ", for staff" : "");
    }
    const content::HelpLine& oldest = oldest_verified(content);
    text += fmt::format("help lines: {}, the oldest verified on {} ({})\n",
                        content.help_lines.size(), format_date(oldest.verified.on), oldest.id);
    text += call_notes(content, today);
    text += fmt::format("languages: {}\n", content.translations.size());
    for (const content::Translation& language : content.translations) {
        text += fmt::format("  {}\n", describe_language(language, loaded.coverage));
    }
    return text;
}

int run_check(const content::ContentPaths& paths, const content::LoadContext& context,
              OutputFormat format, std::ostream& out, std::ostream& err) {
    content::LoadContext all_languages = context;
    all_languages.should_offer_incomplete_languages = true;
    content::LoadResult loaded = content::load(paths, all_languages);
    if (loaded.content) {
        std::ranges::move(find_undrawn_characters(loaded.files),
                          std::back_inserter(loaded.problems));
        std::ranges::move(find_split_words(loaded), std::back_inserter(loaded.problems));
        content::sort_problems(loaded.problems);
    }
    if (format == OutputFormat::json) {
        // The problem of a file that is not UTF-8 quotes it, so invalid bytes are replaced here.
        out << as_json(loaded, context.today).dump(2, ' ', false, Json::error_handler_t::replace)
            << '\n';
    } else {
        for (const content::Problem& problem : loaded.problems) err << content::to_string(problem);
        if (loaded.content)
            out << checked_files(loaded.files) << content_summary(loaded, context.today);
    }
    return loaded.content ? 0 : 1;
}

int accept_content(const content::ContentPaths& paths, const content::LoadContext& context,
                   std::ostream& err) {
    const content::LoadResult loaded = content::load(paths, context);
    if (!loaded.content) return 1; // it has changed since it was checked
    const std::string version = content::content_version(loaded.files);
    reload::AcceptanceFile(paths.content).accept(version);
    err << fmt::format(
        "Accepted: content {}. A running kiosk shows it within a minute, when nobody uses it.\n",
        version);
    return 0;
}

std::string waiting_note(const content::LoadResult& loaded, const reload::SnapshotFile& snapshot,
                         const std::filesystem::path& content_file) {
    const auto saved = snapshot.load();
    if (!saved || !loaded.content) return {};
    const content::LoadResult shown = reload::parse_snapshot(*saved);
    if (!shown.content) return {};
    const auto lost = content::find_lost_parts(*shown.content, *loaded.content);
    const std::string version = content::content_version(loaded.files);
    if (lost.empty() || reload::AcceptanceFile(content_file).is_accepted(version)) return {};
    return fmt::format("In a running kiosk {}:\n{}.\n", reload::waiting_message(lost),
                       reload::waiting_advice);
}

void add_check_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<CheckOptions>();
    cli::Command command =
        command_line.add_command("check", "Check the content and explain every mistake");
    cli::add_content_options(command, options->content_options);
    command.add_option("file", options->content_options.content,
                       "Content file, the same as --content");
    command.add_flag("--json", options->is_json, "Print the result as one JSON object");
    command.add_flag("--accept", options->should_accept,
                     "Let a running kiosk show content in which something is missing that it shows "
                     "now");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
