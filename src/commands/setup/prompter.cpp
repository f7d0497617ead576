#include "commands/setup/prompter.hpp"

#include "base/utf8.hpp"

#include <istream>
#include <ostream>

namespace commands::setup {

namespace {

std::string trim(const std::string& text) {
    constexpr const char* spaces = " \t\r";
    const std::size_t first = text.find_first_not_of(spaces);
    return first == std::string::npos
               ? std::string()
               : text.substr(first, text.find_last_not_of(spaces) + 1 - first);
}

} // namespace

void Prompter::print(const std::string& text) {
    out_ << text << std::flush;
}

std::optional<std::string> Prompter::prompt(const std::string& question) {
    print(question + " ");
    if (!out_) return std::nullopt; // nobody has seen the question
    std::string input_line;
    if (!std::getline(in_, input_line)) {
        print("\n");
        return std::nullopt;
    }
    if (should_echo_) print(input_line + "\n");
    return trim(input_line);
}

std::optional<bool> Prompter::confirm(const std::string& question) {
    for (;;) {
        const auto answer = prompt(question);
        if (!answer) return std::nullopt;
        const std::string word = base::to_lower_ascii(*answer);
        if (word == "yes" || word == "y") return true;
        if (word == "no" || word == "n") return false;
        print("  type yes or no\n");
    }
}

} // namespace commands::setup
