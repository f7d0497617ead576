// The command line: subcommands and their options. Only command.cpp sees CLI11, whose header takes longer to
// compile than all that a subcommand does.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
} // namespace CLI

namespace cli {

// A subcommand. Each has a function add_<name>(), which gives it its options and what it does. The variables
// that options are written into must live for as long as that: what it does holds them.
class Command {
public:
    // The word after `name`, or, without the dashes, the word in that place. Where it is left out, `value`
    // stays.
    void add_option(const std::string& name, std::string& value, const std::string& help);
    void add_required_option(const std::string& name, std::string& value, const std::string& help);

    // For double, int and std::size_t.
    template <typename Number>
    void add_number(const std::string& name, Number& value, Number min_value, Number max_value,
                    const std::string& help);

    // `read` gets the word and says what is wrong with it; "": nothing. `kind` stands for the word in the help.
    using ParseWord = std::function<std::string(const std::string& word)>;
    void add_parsed_option(const std::string& name, const std::string& type_name, ParseWord parse,
                           const std::string& help);

    template <typename Value>
    void add_choice(const std::string& name, Value& value,
                    const std::vector<std::pair<std::string, Value>>& choices) {
        std::string all;
        for (const auto& [each, meaning] : choices) all += (all.empty() ? "" : ", ") + each;
        const auto parse = [&value, choices, all](const std::string& text) {
            for (const auto& [each, meaning] : choices) {
                if (each != text) continue;
                value = meaning;
                return std::string();
            }
            return "write one of: " + all;
        };
        this->add_parsed_option(name, "WORD", parse, all);
    }

    // Becomes true, or, with a "!" before the name, false.
    void add_flag(const std::string& name, bool& value, const std::string& help);

    void set_footer(const std::string& text); // of the help

    void set_action(std::function<int()> action); // its outcome is the exit code

private:
    friend class CommandLine;
    Command(CLI::App& app, int& exit_code) : app_(app), exit_code_(exit_code) {}

    CLI::App& app_;
    int& exit_code_;
};

class CommandLine {
public:
    CommandLine(const std::string& about, const std::string& version);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    Command add_command(const std::string& name, const std::string& help); // valid for as long as this is

    // Does what is asked for and returns the exit code. What is wrong with the words, and help, is printed;
    // what the work throws is thrown.
    int run(int argc, const char* const* argv);

private:
    std::unique_ptr<CLI::App> app_;
    int exit_code_ = 0;
};

} // namespace cli
