#include "commands/calls/call_answers.hpp"

#include "content/parser/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::calls {

std::vector<Fact> facts_to_ask(const content::HelpLine& help_line) {
    std::vector<Fact> facts{{"answers", "Who answers", help_line.answers},
                            {"hours", "Hours", help_line.hours},
                            {"cost", "Cost", help_line.cost},
                            {"languages", "Languages", help_line.languages},
                            {"reports", "Reports", help_line.reports}};
    if (help_line.call && help_line.call->is_emergency())
        std::erase_if(facts, [](const Fact& fact) { return fact.shown.empty(); });
    return facts;
}

std::string short_call_note(const CallAnswers& answers, const std::string& text) {
    std::string note = fmt::format("called {}: {}", content::parser::format_date(answers.on), text);
    for (const std::string& number : answers.untried) note += "; not tried: " + number;
    if (!answers.may_be_shown) note += "; may not be shown to students";
    return note;
}

std::string call_note(const CallAnswers& answers) {
    std::string said = answers.who_answered + " answered";
    for (const Difference& difference : answers.differences)
        said += fmt::format("; {}: {}", difference.key, difference.said);
    const std::string note = short_call_note(answers, said);
    return answers.remark.empty() ? note : note + "; " + answers.remark;
}

std::string edit_advice(const content::HelpLine& help_line, const CallAnswers& answers) {
    std::string advice;
    for (const Difference& difference : answers.differences)
        advice += fmt::format("  {}: they said \"{}\"\n", difference.key, difference.said);
    if (!answers.remark.empty()) advice += fmt::format("  they also said \"{}\"\n", answers.remark);
    if (!advice.empty())
        advice = fmt::format("Edit these keys of the help line {} in content.yaml where the screen "
                             "says something else, and then the translations:\n{}",
                             help_line.id, advice);
    if (!answers.may_be_shown && help_line.audience == content::Audience::everyone)
        advice += fmt::format("Students must not see this number: add \"audience: staff\" to the "
                              "help line {}.\n",
                              help_line.id);
    return advice.empty() ? advice : advice + "Then type: help-kiosk check\n";
}

} // namespace commands::calls
