// The sheet for calling one help line: its numbers, what the screen says about it, and what to ask.
#pragma once

#include "content/content.hpp"

#include <string>
#include <vector>

namespace commands::calls {

// A row of a sheet.
struct SheetRow {
    std::string label;
    std::string value;
};

struct CallSheet {
    std::string title; // the name of the help line
    std::string id;
    std::vector<std::string> notes; // what to know before calling, whole sentences
    std::vector<SheetRow> numbers;
    std::vector<SheetRow> facts; // what the screen says; "unknown" if it does not
    std::vector<std::string> questions;
    std::vector<std::string> boxes; // what to tick
};

// Returns the numbers of a help line with what to do: "Call", "Text" and "Also".
std::vector<SheetRow> numbers_of(const content::HelpLine& help_line);

CallSheet make_call_sheet(const content::HelpLine& help_line);

// Returns the sheet as text of at most 80 columns, with a line feed at its end.
std::string to_text(const CallSheet& sheet);

// Returns a self-contained HTML page that prints one sheet on each page, of A4 or US Letter.
std::string to_html(const std::vector<CallSheet>& sheets);

} // namespace commands::calls
