#include "content/parser/parser_failure.hpp"

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

struct KnownMessage {
    std::string_view part; // of the parser's message
    std::string_view message;
    std::string_view suggestion;
};

constexpr auto known_messages = std::to_array<KnownMessage>({
    {"illegal map value", "a colon is not allowed here",
     "put the whole text in \"quotes\", or check the spaces before the line"},
    {"end of map not found", "this line is not aligned with those above",
     "check the spaces before it"},
    {"end of sequence not found", "this line is not aligned with those above",
     "check the spaces before it"},
    {"end of map flow not found", "a \"{\" has no \"}\", or a comma is missing before this",
     "write what is missing, or put a text in \"quotes\""},
    {"end of sequence flow not found", "a \"[\" has no \"]\", or a comma is missing before this",
     "write what is missing, or put a text in \"quotes\""},
    {"illegal flow end", "this bracket closes nothing", "put the text in \"quotes\""},
    {"illegal tab", "a tab is not allowed before text", "use spaces"},
    {"illegal EOF", "a quote is opened but never closed", "close it with the same quote"},
    {"illegal document indicator", "a quote is opened but never closed",
     "close it with the same quote"},
    {"unknown escape", "unknown character after the backslash", "write \\\\ for a backslash"},
    {"bad character found while scanning hex", "\\x, \\u and \\U need digits",
     "write \\\\ for a backslash"},
    {"invalid unicode", "there is no such character", "write the character itself"},
    {"unknown token", "a text without quotes cannot start with this character",
     "put the whole text in \"quotes\""},
    {"illegal block entry", "a list cannot start here",
     "start it below a key that has nothing behind its colon"},
    {"illegal map key", "a key is not allowed here", "put the text in \"quotes\""},
    {"block scalar", "a text without quotes cannot start with | or >",
     "put the whole text in \"quotes\""},
    {"directive", "a line cannot start with %", "put the whole text in \"quotes\""},
    {"YAML version", "a line cannot start with %", "put the whole text in \"quotes\""},
    {"YAML major version", "a line cannot start with %", "put the whole text in \"quotes\""},
    {" tag", "a text without quotes cannot start with !", "put the whole text in \"quotes\""},
    {"anchor", "a text without quotes cannot start with & or *",
     "put the whole text in \"quotes\""},
    {"alias", "a text without quotes cannot start with & or *", "put the whole text in \"quotes\""},
});

} // namespace

Explanation explain_parser_message(std::string_view parser_message) {
    const auto* const found =
        std::ranges::find_if(known_messages, [&](const KnownMessage& candidate) {
            return parser_message.find(candidate.part) != std::string_view::npos;
        });
    if (found == known_messages.end()) {
        return {"this line, or the one above it, cannot be read",
                "put the texts in \"quotes\", and check the spaces before the lines"};
    }
    return {std::string(found->message), std::string(found->suggestion)};
}

} // namespace content::parser
