// What somebody has found out by calling a help line, and what follows from it.
#pragma once

#include "content/content.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace commands::calls {

// A fact that the screen says, or could say.
struct Fact {
    std::string key; // in content.yaml
    std::string label;
    std::string shown; // what the screen says; empty if it does not
};

// Returns the facts that are asked about. An emergency number has only those that the screen says.
std::vector<Fact> facts_to_ask(const content::HelpLine& help_line);

// What they said about a fact, if it is not what the screen says.
struct Difference {
    std::string key;
    std::string said;
};

struct CallAnswers {
    std::string caller;
    std::chrono::year_month_day on{};
    std::string who_answered;
    std::vector<std::string> untried; // numbers, as in numbers_of(): "Text 988"
    std::vector<Difference> differences;
    bool may_be_shown = true; // to students
    std::string remark;       // anything else; may be empty
};

// Returns the note about the call: "called 2026-11-28: a counselor answered; hours: until 9 p.m.".
std::string call_note(const CallAnswers& answers);

// Returns the note with `text` in place of who answered, what they said and the remark.
std::string short_call_note(const CallAnswers& answers, const std::string& text);

// Returns which keys of content.yaml to edit, one line each, or an empty text if there are none.
std::string edit_advice(const content::HelpLine& help_line, const CallAnswers& answers);

} // namespace commands::calls
