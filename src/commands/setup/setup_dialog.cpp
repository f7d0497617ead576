#include "commands/setup/setup_dialog.hpp"

#include "commands/check.hpp"
#include "commands/setup/question.hpp"
#include "content/parser/read_file.hpp"
#include "os/atomic_file.hpp"

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
                Prompter& prompter)
        : paths_(std::move(paths)), context_(context), prompter_(prompter) {}

    SetupResult run() {
        if (!parse_site_file()) return SetupResult::failed;
        prompter_.print(fmt::format("This sets up {}.\nPress Enter to keep the value in "
                                    "[brackets], or Ctrl-D to stop without changes.\n\n",
                                    site_file_.name));
        const content::Site site = load({}).site;
        for (const Question& question : questions(site, list_languages(paths_, context_)))
            if (!prompt_until_valid(question, site))
                return stop_unchanged("Nothing was changed.\n");
        if (edits_.empty())
            return stop_unchanged("Nothing was changed, because all values are the same.\n");
        return confirm_and_write();
    }

private:
    // Loads site.yaml, and checks that its keys can be edited. Otherwise the rest of the file could
    // be lost.
    bool parse_site_file() {
        const auto result = content::parser::read_file(*paths_.site);
        if (result.file) site_file_ = *result.file;
        site_file_.name = paths_.site->string();
        std::vector<Problem> problems;
        if (result.problem) problems.push_back(*result.problem);
        if (problems.empty() &&
            content::edit_yaml_keys(site_file_, std::vector{YamlKeyEdit{"school", "s"}}, problems))
            return true;
        prompter_.print(format_problems(problems) +
                        "Fix this, or move the file away. Nothing was changed.\n");
        return false;
    }

    LoadResult load(const std::vector<YamlKeyEdit>& edits) const {
        std::vector<Problem> ignored; // parse_site_file() has checked that there are none
        const auto text = content::edit_yaml_keys(site_file_, edits, ignored);
        return content::load(paths_, SourceFile{site_file_.name, text.value_or("")}, context_);
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
            if (answer->empty()) return true;
            const YamlKeyEdit edit = edit_for_answer(question.key, *answer, site);
            const auto error = find_new_error(edit);
            if (!error) {
                edits_.push_back(edit);
                return true;
            }
            prompter_.print(fmt::format("  {}\n", *error));
        }
    }

    SetupResult confirm_and_write() {
        const LoadResult loaded = load(edits_);
        const std::string text = loaded.files.site.value_or(SourceFile{}).text;
        prompter_.print(fmt::format("\nThe new {}:\n\n{}\n", site_file_.name, text));
        prompter_.print(format_problems(loaded.problems));
        if (!loaded.content) {
            prompter_.print(
                "The kiosk would reject this, so it was not written. Nothing was changed.\n");
            return SetupResult::failed;
        }
        prompter_.print(content_summary(loaded));
        const auto is_confirmed = prompter_.confirm("\nWrite this file? (yes or no)");
        return is_confirmed.value_or(false) ? write(text)
                                            : stop_unchanged("Nothing was changed.\n");
    }

    SetupResult write(const std::string& text) {
        try {
            // Writing to the target keeps a symbolic link. A missing file has no canonical path.
            std::error_code missing;
            const fs::path real_path = fs::canonical(*paths_.site, missing);
            os::write_file_atomically(missing ? *paths_.site : real_path, text);
        } catch (const std::system_error& error) {
            prompter_.print(fmt::format("The file could not be written: {}. Nothing was changed.\n",
                                        error.code().message()));
            return SetupResult::failed;
        }
        prompter_.print("The file was written.\n");
        return SetupResult::written;
    }

    SetupResult stop_unchanged(const char* message) {
        prompter_.print(message);
        return SetupResult::declined;
    }

    content::ContentPaths paths_;
    content::LoadContext context_;
    Prompter& prompter_;
    SourceFile site_file_;
    std::vector<YamlKeyEdit> edits_;
};

} // namespace

SetupResult run_setup_dialog(const content::ContentPaths& paths,
                             const content::LoadContext& context, Prompter& prompter) {
    return SetupDialog(paths, context, prompter).run();
}

} // namespace commands::setup
