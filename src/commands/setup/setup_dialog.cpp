#include "commands/setup/setup_dialog.hpp"

#include "commands/check.hpp"
#include "commands/machine/time_zone.hpp"
#include "commands/setup/question.hpp"
#include "commands/site_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace commands::setup {

namespace {

namespace fs = std::filesystem;
using content::LoadResult;
using content::Problem;
using content::SourceFile;
using content::YamlKeyEdit;

std::string one_line(const Problem& problem) {
    return problem.suggestion.empty() ? problem.message
                                      : problem.message + "; " + problem.suggestion;
}

std::string format_problems(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) text += content::to_string(problem);
    return text;
}

std::vector<LanguageOption> list_languages(const content::ContentPaths& paths,
                                           const content::LoadContext& context) {
    std::vector<LanguageOption> all{{"en", "English"}};
    std::error_code ignored; // an error counts as an empty folder
    for (const fs::directory_entry& entry : fs::directory_iterator(paths.translations, ignored)) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string code = entry.path().stem();
        const SourceFile site_file{"", fmt::format("{{school: S, place: lobby, languages: [{}]}}",
                                                   content::yaml_scalar(code))};
        const LoadResult loaded = content::load(paths, site_file, context);
        if (loaded.content)
            all.push_back({code, loaded.content->translations.front().name,
                           loaded.content->translations.front().is_draft()});
        else
            all.push_back({code, ""});
    }
    std::ranges::sort(all, {}, &LanguageOption::code);
    return all;
}

class SetupDialog {
public:
    SetupDialog(content::ContentPaths paths, const content::LoadContext& context,
                Prompter& prompter, std::optional<TimeZoneSetting> time_zone)
        : paths_(std::move(paths)), context_(context), prompter_(prompter),
          time_zone_(std::move(time_zone)), site_file_(*paths_.site) {}

    SetupResult run() {
        if (!site_file_.problems().empty()) {
            prompter_.print(format_problems(site_file_.problems()) +
                            "Fix this, or move the file away. Nothing was changed.\n");
            return SetupResult::failed;
        }
        const LoadResult current = load({});
        auto warnings = content::file_warnings(current.problems);
        // A file that does not exist yet is empty.
        std::erase_if(warnings,
                      [this](const Problem& each) { return each.file == site_file_.name(); });
        prompter_.print(format_problems(warnings));
        prompter_.print(fmt::format("This sets up {}.\nPress Enter to keep the value in "
                                    "[brackets], or Ctrl-D to stop without changes.\n\n",
                                    site_file_.name()));
        languages_ = list_languages(paths_, context_);
        for (const Question& question : questions(current.site, languages_))
            if (!prompt_until_valid(question, current.site))
                return stop_unchanged("Nothing was changed.\n");
        if (time_zone_ && !prompt_time_zone()) return stop_unchanged("Nothing was changed.\n");
        if (edits_.empty() && !new_time_zone_)
            return stop_unchanged("Nothing was changed, because all values are the same.\n");
        return confirm_and_write();
    }

private:
    LoadResult load(const std::vector<YamlKeyEdit>& edits) const {
        return content::load(paths_, site_file_.edit(edits), context_);
    }

    // Returns the first error that the content has only with this change.
    std::optional<std::string> find_new_error(const YamlKeyEdit& edit) const {
        const auto before = load(edits_).problems;
        std::vector<YamlKeyEdit> edits = edits_;
        edits.push_back(edit);
        for (const Problem& problem : load(edits).problems) {
            const bool is_new =
                std::ranges::find(before, problem.message, &Problem::message) == before.end();
            if (problem.severity == content::Severity::error && is_new) return one_line(problem);
        }
        return std::nullopt;
    }

    // Repeats the question until the answer is valid. Returns false at the end of the input.
    bool prompt_until_valid(const Question& question, const content::Site& site) {
        for (;;) {
            const auto answer =
                prompter_.prompt(fmt::format("{} [{}]:", question.prompt, question.current));
            if (!answer) return false;
            if (answer->empty() || *answer == question.current) return true;
            const AnswerResult result = parse_answer(question.key, *answer, site, languages_);
            const auto error =
                result.edit ? find_new_error(*result.edit) : std::optional(result.advice);
            if (!error) {
                edits_.push_back(*result.edit);
                return true;
            }
            prompter_.print(fmt::format("  {}\n", *error));
        }
    }

    // Returns false at the end of the input.
    bool prompt_time_zone() {
        for (;;) {
            const auto answer = prompter_.prompt(fmt::format(
                "Time zone, or its largest city, for example Chicago [{}]:", time_zone_->current));
            if (!answer) return false;
            if (answer->empty() || *answer == time_zone_->current) return true;
            const auto found = find_time_zones(*answer, time_zone_->choices);
            if (found.size() == 1) {
                if (found.front() != time_zone_->current) new_time_zone_ = found.front();
                return true;
            }
            prompter_.print(time_zone_advice(found));
        }
    }

    static std::string time_zone_advice(const std::vector<std::string>& found) {
        constexpr std::size_t max_choices = 12;
        if (found.empty())
            return "  write it like America/Chicago, Chicago or Central; `timedatectl "
                   "list-timezones` lists all\n";
        std::string choices;
        for (std::size_t i = 0; i < std::min(found.size(), max_choices); ++i)
            choices.append(i == 0 ? "" : ", ").append(found[i]);
        return fmt::format("  which one: {}{}?\n", choices,
                           found.size() > max_choices ? ", ..." : "");
    }

    SetupResult confirm_and_write() {
        const LoadResult loaded = load(edits_);
        const std::string text = loaded.files.site.value_or(SourceFile{}).text;
        if (!edits_.empty())
            prompter_.print(fmt::format("\nThe new {}:\n\n{}\n", site_file_.name(), text));
        if (new_time_zone_) prompter_.print(fmt::format("\nTime zone: {}\n", *new_time_zone_));
        if (!edits_.empty() && !loaded.content) {
            prompter_.print(format_problems(loaded.problems) +
                            "The kiosk would reject this, so it was not written. Nothing was "
                            "changed.\n");
            return SetupResult::failed;
        }
        const auto is_confirmed = prompter_.confirm(
            edits_.empty() ? "Change this? (yes or no)" : "Write this file? (yes or no)");
        if (!is_confirmed.value_or(false)) return stop_unchanged("Nothing was changed.\n");
        if (!edits_.empty() && !write(text)) return SetupResult::failed;
        if (new_time_zone_) set_time_zone();
        if (!edits_.empty() && loaded.content)
            // After the question, because there may be many of them, and they are only advice.
            prompter_.print("\n" + format_problems(loaded.problems) +
                            content_summary(loaded, context_.today));
        return SetupResult::written;
    }

    bool write(const std::string& text) {
        try {
            site_file_.write(text);
        } catch (const std::system_error& error) {
            prompter_.print(fmt::format("The file could not be written: {}. Nothing was changed.\n",
                                        error.code().message()));
            return false;
        }
        prompter_.print("The file was written.\n" + site_file_.find_read_problem());
        return true;
    }

    void set_time_zone() {
        const std::string command = "sudo timedatectl set-timezone " + *new_time_zone_;
        prompter_.print(
            time_zone_->set(*new_time_zone_)
                ? "The time zone was set.\n"
                : fmt::format("The time zone could not be set.\n  = type: {}\n", command));
    }

    SetupResult stop_unchanged(const char* message) {
        prompter_.print(message);
        return SetupResult::declined;
    }

    content::ContentPaths paths_;
    content::LoadContext context_;
    Prompter& prompter_;
    std::optional<TimeZoneSetting> time_zone_;
    SiteFile site_file_;
    std::vector<LanguageOption> languages_;
    std::vector<YamlKeyEdit> edits_;
    std::optional<std::string> new_time_zone_;
};

} // namespace

SetupResult run_setup_dialog(const content::ContentPaths& paths,
                             const content::LoadContext& context, Prompter& prompter,
                             std::optional<TimeZoneSetting> time_zone) {
    return SetupDialog(paths, context, prompter, std::move(time_zone)).run();
}

} // namespace commands::setup
