#include "commands/calls/record_dialog.hpp"

#include "commands/calls/call_answers.hpp"
#include "commands/calls/call_sheet.hpp"
#include "content/call_status.hpp"
#include "content/parser/date_time.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/parser/written_date.hpp"
#include "content/verification_edit.hpp"
#include "os/atomic_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <system_error>
#include <utility>

namespace commands::calls {

namespace {

namespace fs = std::filesystem;
using content::HelpLine;
using content::LoadResult;
using content::Problem;
using content::Verification;

constexpr const char* unchanged = "Nothing was changed.\n";

std::string format_errors(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems)
        if (problem.severity == content::Severity::error) text += content::to_string(problem);
    return text;
}

std::string ids_of(const content::Content& content) {
    std::string ids;
    for (const HelpLine& help_line : content.help_lines)
        ids.append(ids.empty() ? "" : ", ").append(help_line.id);
    return ids;
}

bool is_same(const Verification& one, const Verification& other) {
    return one.on == other.on && one.by == other.by && one.source == other.source;
}

class RecordDialog {
public:
    RecordDialog(content::ContentPaths paths, const content::LoadContext& context,
                 setup::Prompter& prompter)
        : paths_(std::move(paths)), context_(context), prompter_(prompter),
          loaded_(content::load(paths_, context)) {}

    RecordResult run(const std::string& id) {
        if (!find_help_line(id)) return RecordResult::failed;
        const Verification& old = help_line_->verified;
        const Verification probe{*context_.today, "a person", old.source};
        if (!can_write(probe)) return refuse_entry(old);
        prompter_.print(fmt::format("This records a call to {} in {}.\nPress Ctrl-D to stop "
                                    "without changes.\n\n",
                                    help_line_->name, paths_.content.string()));
        for (const std::string& note : make_call_sheet(*help_line_).notes)
            prompter_.print(note + "\n");
        if (!ask_numbers() || !ask_caller() || !ask_date() || !ask_who_answered() || !ask_facts() ||
            !ask_permission() || !ask_remark())
            return stop();
        const auto verification = make_verification();
        return verification ? confirm_and_write(*verification) : stop();
    }

private:
    bool find_help_line(const std::string& id) {
        if (!loaded_.content) {
            prompter_.print(format_errors(loaded_.problems) +
                            "The content has errors. Fix them first. " + unchanged);
            return false;
        }
        help_line_ = loaded_.content->find_help_line(id);
        if (help_line_ == nullptr)
            prompter_.print(fmt::format("There is no help line \"{}\".\n  = write one of: {}\n", id,
                                        ids_of(*loaded_.content)));
        return help_line_ != nullptr;
    }

    // The question functions return false if the dialog must stop.

    bool ask_numbers() {
        bool has_answered = false;
        for (const SheetRow& row : numbers_of(*help_line_)) {
            const std::string number = row.label + " " + row.value;
            const auto answer =
                ask(fmt::format("{}: did this help line answer? (yes, no or skip)", number),
                    [](const std::string& word) {
                        return word == "yes" || word == "no" || word == "skip"
                                   ? ""
                                   : "type yes, no, or skip if nobody tried it";
                    });
            if (!answer) return false;
            if (*answer == "no") return refuse_number(row);
            if (*answer == "skip") answers_.untried.push_back(number);
            has_answered = has_answered || *answer == "yes";
        }
        if (!has_answered) prompter_.print("No number was tried, so there is nothing to record.\n");
        return has_answered;
    }

    bool refuse_number(const SheetRow& row) {
        const char* const key = row.label == "Call"   ? "call"
                                : row.label == "Text" ? "text"
                                                      : "also";
        prompter_.print(fmt::format(
            "A number that does not reach the help line must not be shown.\n  = correct or remove "
            "\"{}\" of the help line {} in {}, and type: help-kiosk check\n",
            key, help_line_->id, paths_.content.string()));
        return false;
    }

    bool ask_caller() {
        const auto answer = ask("Name of the person who called:", [this](const std::string& name) {
            if (name.empty()) return std::string("type the name");
            return find_error({*context_.today, name, help_line_->verified.source});
        });
        answers_.caller = answer.value_or("");
        return answer.has_value();
    }

    bool ask_date() {
        const std::string today = content::parser::format_date(*context_.today);
        const auto answer =
            ask(fmt::format("Date of the call [{}]:", today), [this](const std::string& written) {
                if (written.empty()) return std::string();
                const auto date = content::parser::parse_date(written);
                if (!date) return content::parser::advice_for_date(written);
                return *date > *context_.today
                           ? std::string(
                                 "this date is in the future, by the clock of this computer")
                           : std::string();
            });
        if (!answer) return false;
        answers_.on = content::parser::parse_date(*answer).value_or(*context_.today);
        if (content::is_outdated({answers_.on, {}, {}}, *context_.today))
            prompter_.print("  That is more than 12 months ago, so this help line will still count "
                            "as not called in 12 months.\n");
        return true;
    }

    bool ask_who_answered() {
        const auto answer =
            ask("Who answered, for example a counselor:", [this](const std::string& person) {
                return person.empty() ? "type who answered" : find_error_in_note(person);
            });
        answers_.who_answered = answer.value_or("");
        return answer.has_value();
    }

    bool ask_facts() {
        for (const Fact& fact : facts_to_ask(*help_line_)) {
            const std::string shown =
                fact.shown.empty() ? "The screen does not say this." : "Screen: " + fact.shown;
            const char* const if_empty = fact.shown.empty() ? "nobody knows" : "that is right";
            const auto said =
                ask(fmt::format("{}. {}\n  What did they say? Press Enter if {}:", fact.label,
                                shown, if_empty),
                    [this](const std::string& text) { return find_error_in_note(text); });
            if (!said) return false;
            if (!said->empty() && *said != fact.shown)
                answers_.differences.push_back({fact.key, *said});
        }
        return true;
    }

    // Recording the call would show a held line to students.
    bool ask_permission() {
        if (help_line_->call && help_line_->call->is_emergency()) return true;
        const auto may_be_shown =
            prompter_.confirm("May a school show this number to students? (yes or no)");
        if (!may_be_shown) return false;
        answers_.may_be_shown = *may_be_shown;
        const bool is_hidden = help_line_->audience == content::Audience::staff;
        if (*may_be_shown || is_hidden || !help_line_->is_held()) return true;
        prompter_.print(fmt::format("Students would see this help line if the call were recorded "
                                    "now.\n  = add \"audience: staff\" to the help line {}, type: "
                                    "help-kiosk check, and record the call again\n",
                                    help_line_->id));
        return false;
    }

    bool ask_remark() {
        const auto answer =
            ask("Anything else that differs from the screen? Press Enter if not:",
                [this](const std::string& text) { return find_error_in_note(text); });
        answers_.remark = answer.value_or("");
        return answer.has_value();
    }

    // Repeats a question until `find_mistake` returns an empty text. Returns nullopt at the end of
    // the input.
    std::optional<std::string>
    ask(const std::string& question,
        const std::function<std::string(const std::string& answer)>& find_mistake) {
        for (;;) {
            const auto typed = prompter_.prompt(question);
            if (!typed) return std::nullopt;
            std::string answer = content::parser::collapse_blanks(*typed);
            const std::string mistake = find_mistake(answer);
            if (mistake.empty()) return answer;
            prompter_.print(fmt::format("  {}\n", mistake));
        }
    }

    LoadResult load_with(const Verification& verification) const {
        content::SourceFiles files = loaded_.files;
        files.content->text =
            content::edit_verification(*files.content, help_line_->id, verification).value_or("");
        LoadResult loaded = content::parse(files, context_);
        loaded.files = std::move(files);
        return loaded;
    }

    // Returns the first error that the content has with this verification, or an empty text.
    std::string find_error(const Verification& verification) const {
        for (const Problem& problem : load_with(verification).problems)
            if (problem.severity == content::Severity::error)
                return problem.suggestion.empty() ? problem.message
                                                  : problem.message + "; " + problem.suggestion;
        return {};
    }

    std::string find_error_in_note(const std::string& text) const {
        return text.empty() ? text : find_error({answers_.on, answers_.caller, text});
    }

    // Adds the note to the present source. Notes about earlier calls are left out, the oldest
    // first, as far as the file would have an error with them.
    Verification with_note(const std::string& note) const {
        constexpr std::string_view separator = "; called ";
        std::string old = help_line_->verified.source;
        for (;;) {
            Verification verification{answers_.on, answers_.caller,
                                      old.empty() ? note : fmt::format("{}; {}", old, note)};
            const std::size_t oldest = old.find(separator);
            if (oldest == std::string::npos || find_error(verification).empty())
                return verification;
            const std::size_t next = old.find(separator, oldest + separator.size());
            old.erase(oldest, next == std::string::npos ? next : next - oldest);
        }
    }

    // All answers together may be too long, although each of them is not. Returns nullopt at the
    // end of the input.
    std::optional<Verification> make_verification() {
        Verification verification = with_note(call_note(answers_));
        for (std::string error = find_error(verification); !error.empty();
             error = find_error(verification)) {
            prompter_.print(
                fmt::format("\"source\" would be: {}\n  {}\n", verification.source, error));
            const auto shorter =
                ask("Write a shorter note about the call:", [](const std::string& note) {
                    return note.empty() ? std::string("type who answered") : std::string();
                });
            if (!shorter) return std::nullopt;
            verification = with_note(short_call_note(answers_, *shorter));
        }
        return verification;
    }

    // Returns whether the entry can be written without changing other parts of the file.
    bool can_write(const Verification& verification) const {
        const LoadResult loaded = load_with(verification);
        const HelpLine* const recorded =
            loaded.content ? loaded.content->find_help_line(help_line_->id) : nullptr;
        return recorded != nullptr && is_same(recorded->verified, verification);
    }

    RecordResult refuse_entry(const Verification& verification) {
        prompter_.print(fmt::format(
            "The entry \"verified\" of {0} is written in a way that this command cannot change.\n"
            "  = write it in one line, and type the same command again:\n"
            "verified: {1}\n{2}",
            help_line_->id, content::yaml_mapping(verification), unchanged));
        return RecordResult::failed;
    }

    RecordResult confirm_and_write(const Verification& verification) {
        if (!can_write(verification)) return refuse_entry(verification);
        const LoadResult loaded = load_with(verification);
        const std::string entry = "verified: " + content::yaml_mapping(verification);
        prompter_.print(fmt::format("\nThe new entry of {}:\n\n{}\n\n", help_line_->id, entry));
        if (!prompter_.confirm("Write this? (yes or no)").value_or(false)) return stop();
        if (!write(loaded.files.content->text)) return RecordResult::failed;
        prompter_.print("The file was written.\n");
        if (help_line_->is_held() && help_line_->audience == content::Audience::everyone)
            prompter_.print("Students see this help line from now on.\n");
        prompter_.print(edit_advice(*help_line_, answers_));
        return RecordResult::written;
    }

    // Somebody else may have changed the file while the questions were answered.
    bool write(const std::string& text) {
        const auto now = content::load(paths_, context_).files.content;
        if (!now || now->text != loaded_.files.content->text) {
            prompter_.print("The file has changed since the first question. Nothing was written.\n"
                            "  = type the same command again\n");
            return false;
        }
        try {
            os::edit_file_atomically(paths_.content, text);
        } catch (const std::system_error& error) {
            prompter_.print(fmt::format("The file could not be written: {}. {}",
                                        error.code().message(), unchanged));
            return false;
        }
        return true;
    }

    RecordResult stop() {
        prompter_.print(unchanged);
        return RecordResult::declined;
    }

    content::ContentPaths paths_;
    content::LoadContext context_;
    setup::Prompter& prompter_;
    LoadResult loaded_;
    const HelpLine* help_line_ = nullptr; // in loaded_
    CallAnswers answers_;
};

} // namespace

RecordResult run_record_dialog(const content::ContentPaths& paths,
                               const content::LoadContext& context, const std::string& help_line_id,
                               setup::Prompter& prompter) {
    return RecordDialog(paths, context, prompter).run(help_line_id);
}

} // namespace commands::calls
