#include "cli/setup/interview.hpp"

#include "cli/check.hpp"
#include "cli/setup/question.hpp"
#include "content/reading/file.hpp"
#include "platform/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace cli::setup {

namespace {

namespace fs = std::filesystem;
using content::Document;
using content::KeyChange;
using content::Loaded;
using content::Problem;

std::string one_line(const Problem& problem) {
    return problem.instead.empty() ? problem.message : problem.message + "; " + problem.instead;
}

std::string written(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) text += content::to_string(problem);
    return text;
}

std::vector<Offer> offers(const content::Sources& sources, const content::Surroundings& surroundings) {
    std::vector<Offer> all{{"en", "English"}};
    std::error_code unknown; // counts as empty
    for (const fs::directory_entry& entry : fs::directory_iterator(sources.translations, unknown)) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string code = entry.path().stem();
        const Document site{
            "", fmt::format("{{school: S, place: lobby, languages: [{}]}}", content::yaml_text(code))};
        const Loaded loaded = content::load(sources, site, surroundings);
        if (loaded.content)
            all.push_back({code, loaded.content->languages.front().name,
                           loaded.content->languages.front().reviewed_by.empty()});
        else
            all.push_back({code, ""});
    }
    std::ranges::sort(all, {}, &Offer::code);
    return all;
}

class Interview {
public:
    Interview(content::Sources sources, const content::Surroundings& surroundings, Conversation& conversation)
        : sources_(std::move(sources)), surroundings_(surroundings), conversation_(conversation) {}

    Outcome hold() {
        if (!open()) return Outcome::failed;
        conversation_.say(fmt::format(
            "This sets up {}.\nEnter keeps what stands in [brackets]; Ctrl-D ends this without a change.\n\n",
            present_.name));
        const content::Site site = load({}).site;
        for (const Question& question : questions(site, offers(sources_, surroundings_)))
            if (!ask(question, site)) return decline("Nothing was changed.\n");
        if (changes_.empty()) return decline("Nothing was changed: everything stays as it is.\n");
        return finish();
    }

private:
    // What is there must be understood, or it could not be kept.
    bool open() {
        const auto found = content::reading::read_file(*sources_.site);
        if (found.document) present_ = *found.document;
        present_.name = sources_.site->string();
        std::vector<Problem> problems;
        if (found.problem) problems.push_back(*found.problem);
        if (problems.empty() && content::with_keys(present_, std::vector{KeyChange{"school", "s"}}, problems))
            return true;
        conversation_.say(written(problems) + "Put this right, or move the file away; nothing was changed.\n");
        return false;
    }

    Loaded load(const std::vector<KeyChange>& changes) const {
        std::vector<Problem> none; // open() would have found them
        const auto text = content::with_keys(present_, changes, none);
        return content::load(sources_, Document{present_.name, text.value_or("")}, surroundings_);
    }

    // What is wrong with this change that was not wrong without it.
    std::optional<std::string> objection(const KeyChange& change) const {
        const auto before = load(changes_).problems;
        std::vector<KeyChange> changes = changes_;
        changes.push_back(change);
        for (const Problem& problem : load(changes).problems) {
            const bool is_new = std::ranges::find(before, problem.message, &Problem::message) == before.end();
            if (problem.severity == content::Severity::error && is_new) return one_line(problem);
        }
        return std::nullopt;
    }

    // False: nobody answers any more.
    bool ask(const Question& question, const content::Site& site) {
        for (;;) {
            const auto answer = conversation_.ask(fmt::format("{} [{}]:", question.words, question.present));
            if (!answer) return false;
            if (answer->empty()) return true;
            const KeyChange change = change_for(question.key, *answer, site);
            const auto wrong = objection(change);
            if (!wrong) {
                changes_.push_back(change);
                return true;
            }
            conversation_.say(fmt::format("  {}\n", *wrong));
        }
    }

    Outcome finish() {
        const Loaded loaded = load(changes_);
        const std::string text = loaded.documents.site.value_or(Document{}).text;
        conversation_.say(fmt::format("\n{} would be:\n\n{}\n", present_.name, text));
        conversation_.say(written(loaded.problems));
        if (!loaded.content) {
            conversation_.say("The kiosk would not show this, so it is not written. Nothing was changed.\n");
            return Outcome::failed;
        }
        conversation_.say(summary(loaded));
        const auto wanted = conversation_.ask_yes_or_no("\nWrite it? yes or no:");
        return wanted.value_or(false) ? write(text) : decline("Nothing was changed.\n");
    }

    Outcome write(const std::string& text) {
        try {
            std::error_code is_new; // then it is where its name says
            const fs::path real = fs::canonical(*sources_.site, is_new);
            platform::write_whole(is_new ? *sources_.site : real, text);
        } catch (const std::system_error& error) {
            conversation_.say(
                fmt::format("It cannot be written: {}. Nothing was changed.\n", error.code().message()));
            return Outcome::failed;
        }
        conversation_.say("Written.\n");
        return Outcome::written;
    }

    Outcome decline(const char* why) {
        conversation_.say(why);
        return Outcome::declined;
    }

    content::Sources sources_;
    content::Surroundings surroundings_;
    Conversation& conversation_;
    Document present_;
    std::vector<KeyChange> changes_;
};

} // namespace

Outcome interview(const content::Sources& sources, const content::Surroundings& surroundings,
                  Conversation& conversation) {
    return Interview(sources, surroundings, conversation).hold();
}

} // namespace cli::setup
