// Parses the command line of a program with commands and their options. Only command_line.cpp
// includes CLI11, because its header takes longer to compile than the code of any command.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the name is CLI11's
class App;
} // namespace CLI

namespace cli {

// One command, for example `check`. Each command has a function add_<name>_command(), which adds
// its options and sets its action. The variables that options are stored in must live as long as
// the action, so the action usually owns them. Option names start with "--"; a name without dashes
// is a positional argument. `help` is one line of the help text.
class Command {
public:
    // Adds an option with a text. `value` is its default, and the help text shows it.
    void add_option(const std::string& name, std::string& value, const std::string& help);

    // Adds an option with a text that must be present.
    void add_required_option(const std::string& name, std::string& value, const std::string& help);

    // Adds an option with a number from `min_value` to `max_value`. Number is double, int or
    // std::size_t.
    template <typename Number>
    void add_number(const std::string& name, Number& value, Number min_value, Number max_value,
                    const std::string& help);

    // Stores the value of an option. Returns an error message, or an empty string if the value is
    // valid.
    using ParseWord = std::function<std::string(const std::string& word)>;

    // Adds an option that `parse` stores. The help text shows `type_name` in place of its value.
    void add_parsed_option(const std::string& name, const std::string& type_name, ParseWord parse,
                           const std::string& help);

    // Adds an option that takes one of these words, and stores the value that belongs to it. The
    // help text lists the words.
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
            return "choose from: " + all;
        };
        this->add_parsed_option(name, "WORD", parse, all);
    }

    // Adds an option without a value, which sets `value` to true. A "!" before the name reverses
    // this: the option sets `value` to false.
    void add_flag(const std::string& name, bool& value, const std::string& help);

    // Makes the command take all further arguments, options and --help included, without parsing
    // them. They are stored in `args` before the action runs. For a command that starts another
    // program.
    void pass_arguments(std::vector<std::string>& args);

    // Sets the text at the end of the command's help.
    void set_footer(const std::string& text);

    // Sets what the command does. The action returns the exit code.
    void set_action(std::function<int()> action);

private:
    friend class CommandLine;
    Command(CLI::App& app, int& exit_code) : app_(app), exit_code_(exit_code) {}

    CLI::App& app_;
    int& exit_code_;
};

// The command line of a program: all commands with their options.
class CommandLine {
public:
    // `about` is the first line of the help text. `version` is printed by --version.
    CommandLine(const std::string& about, const std::string& version);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // Adds a command. The result is valid for the lifetime of this object. `help` is its line in
    // the list of commands.
    Command add_command(const std::string& name, const std::string& help);

    // Parses the arguments, runs the action of the chosen command and returns the exit code. Prints
    // the help text if it is requested, and an error message if the arguments are invalid.
    // Exceptions of the action are passed on.
    int run(int argc, const char* const* argv);

private:
    std::unique_ptr<CLI::App> app_;
    int exit_code_ = 0;
};

} // namespace cli
