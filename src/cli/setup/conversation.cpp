#include "cli/setup/conversation.hpp"

#include <istream>
#include <ostream>

namespace cli::setup {

namespace {

std::string trimmed(const std::string& text) {
    constexpr const char* spaces = " \t\r";
    const std::size_t first = text.find_first_not_of(spaces);
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(spaces) + 1 - first);
}

} // namespace

void Conversation::say(const std::string& text) {
    out_ << text << std::flush;
}

std::optional<std::string> Conversation::ask(const std::string& question) {
    say(question + " ");
    std::string line;
    if (!std::getline(in_, line)) {
        say("\n");
        return std::nullopt;
    }
    if (echo_) say(line + "\n");
    return trimmed(line);
}

std::optional<bool> Conversation::ask_yes_or_no(const std::string& question) {
    for (;;) {
        const auto answer = ask(question);
        if (!answer) return std::nullopt;
        if (*answer == "yes" || *answer == "y") return true;
        if (*answer == "no" || *answer == "n") return false;
        say("  write yes or no\n");
    }
}

} // namespace cli::setup
