#include "commands/calls/call_sheet.hpp"

#include "content/parser/written_date.hpp"

#include <fmt/format.h>

namespace commands::calls {

namespace {

using content::HelpLine;

bool is_emergency(const HelpLine& help_line) {
    return help_line.call && help_line.call->is_emergency();
}

std::vector<std::string> notes_of(const HelpLine& help_line) {
    std::vector<std::string> notes;
    if (is_emergency(help_line))
        notes.emplace_back("Do not call 911 to test it. First arrange a test call with the "
                           "dispatch center through its non-emergency number.");
    if (help_line.audience == content::Audience::staff)
        notes.emplace_back("This help line is for staff. Students do not see it.");
    if (help_line.is_held())
        notes.emplace_back("Students do not see this help line until somebody has called it.");
    return notes;
}

std::string verification_text(const content::Verification& verification) {
    const std::string date = content::parser::format_date(verification.on);
    if (!verification.is_by_phone())
        return fmt::format("Nobody has called yet. From {}: {}", date, verification.source);
    return fmt::format("{} called on {}. From: {}", verification.by, date, verification.source);
}

std::vector<SheetRow> facts_of(const HelpLine& help_line) {
    const std::string if_empty = is_emergency(help_line) ? "not on the screen" : "unknown";
    std::vector<SheetRow> rows{{"Need", help_line.need}, {"Name", help_line.name}};
    for (const auto& [label, text] :
         {SheetRow{"Who answers", help_line.answers}, SheetRow{"Hours", help_line.hours},
          SheetRow{"Cost", help_line.cost}, SheetRow{"Languages", help_line.languages},
          SheetRow{"Reports", help_line.reports}})
        rows.push_back({label, text.empty() ? if_empty : text});
    if (!help_line.advice.empty()) rows.push_back({"Advice", help_line.advice});
    rows.push_back({"Verified", verification_text(help_line.verified)});
    return rows;
}

std::vector<std::string> questions_of(const HelpLine& help_line) {
    if (is_emergency(help_line))
        return {"When may we make a test call, and from which phone?",
                "Who answers, and which address do they see?",
                "Which languages can a caller speak?"};
    return {"Who answers: a person, or a recording first?",
            "Which languages can a student use, and how does a student choose one?",
            "On which days and at which hours does somebody answer?",
            "What does a call or a text cost a student?",
            "What must you report about a student, and to whom?",
            "May a school show this number to students?"};
}

std::vector<std::string> boxes_of(const HelpLine& help_line) {
    std::vector<std::string> boxes;
    for (const SheetRow& number : numbers_of(help_line))
        boxes.push_back(fmt::format("{} {}: this help line answered", number.label, number.value));
    boxes.emplace_back("Everything that the screen says is right");
    boxes.emplace_back("Something differs, and is written above");
    if (!is_emergency(help_line)) boxes.emplace_back("They agree that students see this number");
    return boxes;
}

} // namespace

std::vector<SheetRow> numbers_of(const HelpLine& help_line) {
    std::vector<SheetRow> rows;
    if (help_line.call) rows.push_back({"Call", help_line.call->display_text()});
    if (help_line.text) {
        const std::string& word = help_line.text->word;
        rows.push_back(
            {"Text", (word.empty() ? "" : word + " to ") + help_line.text->to.display_text()});
    }
    if (help_line.also) rows.push_back({"Also", help_line.also->number.display_text()});
    return rows;
}

CallSheet make_call_sheet(const HelpLine& help_line) {
    CallSheet sheet{help_line.name,        help_line.id,        notes_of(help_line),
                    numbers_of(help_line), facts_of(help_line), questions_of(help_line),
                    boxes_of(help_line)};
    if (help_line.also) sheet.numbers.back().value += fmt::format(" ({})", help_line.also->note);
    return sheet;
}

} // namespace commands::calls
