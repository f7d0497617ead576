// Questions and answers, a line each.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace commands::setup {

class Prompter {
public:
    // `echo`: repeat each answer, because it does not come from a keyboard and stands on no terminal.
    Prompter(std::istream& in, std::ostream& out, bool should_echo)
        : in_(in), out_(out), should_echo_(should_echo) {}

    void print(const std::string& text); // with its line ends

    // Without spaces at either end. nullopt: nobody answers any more.
    std::optional<std::string> prompt(const std::string& question);
    std::optional<bool> confirm(const std::string& question);

private:
    std::istream& in_;
    std::ostream& out_;
    bool should_echo_;
};

} // namespace commands::setup
