// A dialog in text, with questions and answers of one line each.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace commands::setup {

// Both streams must outlive the prompter.
class Prompter {
public:
    // With `should_echo`, each answer is printed too. Use it if `in` is not a terminal, because
    // only a terminal shows what is typed.
    Prompter(std::istream& in, std::ostream& out, bool should_echo)
        : in_(in), out_(out), should_echo_(should_echo) {}

    // Prints the text as it is, without adding a line break.
    void print(const std::string& text);

    // Asks the question and returns the answer without leading and trailing spaces. Returns nullopt
    // at the end of the input, or if the question could not be printed.
    std::optional<std::string> prompt(const std::string& question);

    // Asks until the answer is yes or no. Returns nullopt at the end of the input.
    std::optional<bool> confirm(const std::string& question);

private:
    std::istream& in_;
    std::ostream& out_;
    bool should_echo_;
};

} // namespace commands::setup
