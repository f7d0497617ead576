// How a help line is reached, in the words that stand on paper.
#pragma once

#include "content/content.hpp"
#include "print/words.hpp"

#include <string>
#include <vector>

namespace print {

struct Contact {
    const content::HelpLine* help_line;
    content::PhoneNumber number;
    bool is_text = false;    // the number is to text, not to call
    std::string need;        // when the line helps
    std::string found_need;  // the same for paper that others may find; empty if unknown
    std::string instruction; // "Call, or text HELLO"
    std::string other;       // "Or call 1-888-373-7888"; may be empty
    std::string payload;     // of the QR code
    const char* icon;        // a name that content::icon_code_point() knows
};

// Returns how to reach a help line that is not an emergency number: by text if `should_text` is
// set and the line has a number for that, else by call if it has one for that. `help_line` must
// outlive the result.
Contact make_contact(const content::HelpLine& help_line, bool should_text, Words& words);

// Returns the contacts of the help lines with these ids, or of the tabs of the tear-off strip if
// `ids` is empty, without the emergency number. A line of the strip is reached as the strip says.
// `content` must outlive the result. Throws std::runtime_error if there is no such help line, or it
// is an emergency number, for staff, or held.
std::vector<Contact> choose_contacts(const content::Content& content,
                                     const std::vector<std::string>& ids, Words& words);

// Returns the help line with the emergency number that visitors see, or nullptr if there is none.
// It is valid as long as `content`.
const content::HelpLine* find_emergency_line(const content::Content& content);

// Returns what a paper says about the privacy of most help lines.
std::string privacy_limits(Words& words);

} // namespace print
