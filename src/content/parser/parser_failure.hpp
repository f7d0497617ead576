// Explains the messages of the YAML parser without terms of YAML.
#pragma once

#include <string>
#include <string_view>

namespace content::parser {

struct Explanation {
    std::string message;
    std::string suggestion;
};

// Returns what a message of the parser means for the author of the file. Never repeats it.
Explanation explain_parser_message(std::string_view parser_message);

} // namespace content::parser
