#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <string>
#include <utility>

namespace cli {

namespace {

// CLI11's own message names them in reverse order.
void report_unknown_arguments(const CLI::App& app) {
    std::cerr << "help-kiosk: not expected:";
    for (const std::string& argument : app.remaining(true)) std::cerr << ' ' << argument;
    std::cerr << "\n  = run it with --help to see what it understands\n";
}

} // namespace

void Command::add_option(const std::string& name, std::string& value, const std::string& help) {
    app_.add_option(name, value, help)->capture_default_str();
}

void Command::add_required_option(const std::string& name, std::string& value,
                                  const std::string& help) {
    app_.add_option(name, value, help)->required();
}

template <typename Number>
void Command::add_number(const std::string& name, Number& value, Number min_value, Number max_value,
                         const std::string& help) {
    app_.add_option(name, value, help)->check(CLI::Range(min_value, max_value));
}

template void Command::add_number(const std::string&, double&, double, double, const std::string&);
template void Command::add_number(const std::string&, int&, int, int, const std::string&);
template void Command::add_number(const std::string&, std::size_t&, std::size_t, std::size_t,
                                  const std::string&);

void Command::add_parsed_option(const std::string& name, const std::string& type_name,
                                ParseWord parse, const std::string& help) {
    const auto assign = [parse = std::move(parse), name](const CLI::results_t& values) {
        const std::string error = parse(values.front());
        if (!error.empty()) throw CLI::ValidationError(name, error);
        return true;
    };
    app_.add_option(name, assign, help)->type_name(type_name);
}

void Command::add_flag(const std::string& name, bool& value, const std::string& help) {
    app_.add_flag(name, value, help);
}

void Command::pass_arguments(std::vector<std::string>& args) {
    app_.set_help_flag();
    app_.prefix_command();
    app_.parse_complete_callback([this_app = &app_, &args] { args = this_app->remaining(); });
}

void Command::set_footer(const std::string& text) {
    app_.footer(text);
}

void Command::set_action(std::function<int()> action) {
    app_.callback([action = std::move(action), &exit_code = exit_code_] { exit_code = action(); });
}

CommandLine::CommandLine(const std::string& about, const std::string& version)
    : app_(std::make_unique<CLI::App>(about)) {
    app_->set_version_flag("--version", version);
    app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::add_command(const std::string& name, const std::string& help) {
    return {*app_->add_subcommand(name, help), exit_code_};
}

int CommandLine::run(int argc, const char* const* argv) {
    try {
        app_->parse(argc, argv);
    } catch (const CLI::ExtrasError& error) {
        report_unknown_arguments(*app_);
        return error.get_exit_code();
    } catch (const CLI::ParseError& error) {
        return app_->exit(error);
    }
    return exit_code_;
}

} // namespace cli
