#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace cli {

void Command::option(const std::string& name, std::string& value, const std::string& help) {
    app_.add_option(name, value, help)->capture_default_str();
}

void Command::required_option(const std::string& name, std::string& value, const std::string& help) {
    app_.add_option(name, value, help)->required();
}

template <typename Number>
void Command::number(const std::string& name, Number& value, Number least, Number most,
                     const std::string& help) {
    app_.add_option(name, value, help)->check(CLI::Range(least, most));
}

template void Command::number(const std::string&, double&, double, double, const std::string&);
template void Command::number(const std::string&, int&, int, int, const std::string&);
template void Command::number(const std::string&, std::size_t&, std::size_t, std::size_t, const std::string&);

void Command::word(const std::string& name, const std::string& kind, Read read, const std::string& help) {
    const auto take = [read = std::move(read), name](const CLI::results_t& words) {
        const std::string wrong = read(words.front());
        if (!wrong.empty()) throw CLI::ValidationError(name, wrong);
        return true;
    };
    app_.add_option(name, take, help)->type_name(kind);
}

void Command::flag(const std::string& name, bool& value, const std::string& help) {
    app_.add_flag(name, value, help);
}

void Command::footer(const std::string& text) {
    app_.footer(text);
}

void Command::does(std::function<int()> work) {
    app_.callback([work = std::move(work), &exit_code = exit_code_] { exit_code = work(); });
}

CommandLine::CommandLine(const std::string& about, const std::string& version)
    : app_(std::make_unique<CLI::App>(about)) {
    app_->set_version_flag("--version", version);
    app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::add(const std::string& name, const std::string& help) {
    return {*app_->add_subcommand(name, help), exit_code_};
}

int CommandLine::run(int argc, const char* const* argv) {
    try {
        app_->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app_->exit(error);
    }
    return exit_code_;
}

} // namespace cli
