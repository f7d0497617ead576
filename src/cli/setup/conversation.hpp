// Questions and answers, a line each.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace cli::setup {

class Conversation {
public:
    // `echo`: repeat each answer, because it does not come from a keyboard and stands on no terminal.
    Conversation(std::istream& in, std::ostream& out, bool echo) : in_(in), out_(out), echo_(echo) {}

    void say(const std::string& text); // with its line ends

    // Without spaces at either end. nullopt: nobody answers any more.
    std::optional<std::string> ask(const std::string& question);
    std::optional<bool> ask_yes_or_no(const std::string& question);

private:
    std::istream& in_;
    std::ostream& out_;
    bool echo_;
};

} // namespace cli::setup
