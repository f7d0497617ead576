// Parts of the web pages that people print: HTML and styles that all of them share.
#pragma once

#include <string>

namespace commands {

// The style sheet of text, lists, boxes to tick, blanks to write on and the line to sign. A page
// adds its own rules, and the size of its margins.
extern const char* const printed_style;

// Returns the text as HTML, also inside of an attribute in double quotes.
std::string escape_html(const std::string& text);

// Returns a line to write on.
std::string blank_line(int mm);

// Returns a row of a list of details, for use in <dl>.
std::string detail_row(const std::string& label, const std::string& value);

// Returns an item of a list with a box to tick.
std::string check_item(const std::string& task);

} // namespace commands
