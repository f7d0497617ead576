#include "commands/pin.hpp"

#include "cli/content_paths.hpp"
#include "commands/commands.hpp"
#include "commands/machine/machine.hpp"
#include "commands/terminal_echo.hpp"
#include "content/load.hpp"
#include "os/pin_hash.hpp"
#include "os/wipe_on_free.hpp"
#include "session/state.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace commands {

namespace {

struct PinOptions {
    std::string site_path = installed_site_path();
    bool should_print = false;
};

std::string prompt_line(const char* prompt) {
    fmt::print(stderr, "{}", prompt);
    std::string line;
    if (!std::getline(std::cin, line)) {
        if (isatty(STDIN_FILENO) != 0) fmt::print(stderr, "\n");
        throw std::runtime_error("no PIN was entered");
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

// Asks until a PIN is accepted and has been entered twice.
std::string read_pin_from_terminal() {
    const TerminalEchoOff echo_off;
    for (;;) {
        const std::string pin = prompt_line("PIN of 4 to 8 digits (it is not shown): ");
        const std::string reason = weak_pin_reason(pin);
        if (!reason.empty())
            fmt::print(stderr, "  {}\n", reason);
        else if (prompt_line("The same PIN again: ") == pin)
            return pin;
        else
            fmt::print(stderr, "  the two PINs are different; start again\n");
    }
}

std::string read_pin() {
    if (isatty(STDIN_FILENO) != 0) return read_pin_from_terminal();
    const std::string pin = prompt_line("");
    if (const std::string reason = weak_pin_reason(pin); !reason.empty())
        throw std::runtime_error(reason);
    return pin;
}

int print_pin_line() {
    fmt::print("staff_pin: \"{}\"\n", os::hash_pin(read_pin()));
    if (isatty(STDOUT_FILENO) != 0) fmt::print(stderr, "Add this line to site.yaml.\n");
    return 0;
}

// The other settings may be invalid, too, and then the kiosk does not load the file.
void report_content_errors(const PinOptions& options) {
    cli::ContentOptions content_options;
    content_options.site = options.site_path;
    if (!content::load(content_paths_beside(content_options), {std::nullopt, ui::ui_strings})
             .content)
        fmt::print("The kiosk uses it when the other errors in its files are fixed.\n"
                   "  = type: help-kiosk check\n");
}

int set_pin(const PinOptions& options) {
    const std::string blocker = find_write_blocker(options.site_path, Machine{}, "help-kiosk pin");
    if (!blocker.empty()) {
        fmt::print(stderr, "help-kiosk: {}", blocker);
        return 1;
    }
    const SiteFile site_file(options.site_path);
    if (!site_file.problems().empty()) {
        for (const content::Problem& problem : site_file.problems())
            fmt::print(stderr, "{}", content::to_string(problem));
        fmt::print(stderr, "Fix this first. The PIN was not set.\n");
        return 1;
    }
    const bool has_pin = site_file.has_key("staff_pin");
    if (isatty(STDIN_FILENO) != 0)
        fmt::print(stderr,
                   "This {} the PIN of the staff screens in {}.\n"
                   "Press Ctrl-C to stop without changes.\n\n",
                   has_pin ? "replaces" : "sets", site_file.name());
    const std::string pin = read_pin();
    try {
        write_pin_hash(site_file, os::hash_pin(pin));
    } catch (const std::system_error& error) {
        throw std::runtime_error(fmt::format("cannot write {}: {}; the PIN was not changed",
                                             site_file.name(), error.code().message()));
    }
    fmt::print("The PIN was {} in {}.\n", has_pin ? "replaced" : "set", site_file.name());
    fmt::print("{}", site_file.find_read_problem());
    report_content_errors(options);
    return 0;
}

int run_pin(const PinOptions& options) {
    os::enable_wipe_on_free();
    return options.should_print ? print_pin_line() : set_pin(options);
}

} // namespace

std::string weak_pin_reason(std::string_view pin) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (pin.size() < session::min_pin_digits || pin.size() > session::max_pin_digits ||
        !std::ranges::all_of(pin, is_digit))
        return "a PIN must have 4 to 8 digits and nothing else";
    // Refuses PINs whose digits all differ by 0, 1 or -1 from the next, with 0 after 9: 1111, 7890,
    // 4321 and 1098.
    for (const int step : {0, 1, 9}) {
        const auto is_break = [step](char one, char next) {
            return (one - '0' + step) % 10 != next - '0';
        };
        if (std::ranges::adjacent_find(pin, is_break) == pin.end())
            return "this PIN is too easy to guess; choose another one";
    }
    return {};
}

void write_pin_hash(const SiteFile& site_file, const std::string& hash) {
    const std::array edit{content::YamlKeyEdit{"staff_pin", fmt::format("\"{}\"", hash)}};
    site_file.write(site_file.edit(edit).text);
}

void add_pin_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<PinOptions>();
    cli::Command command =
        command_line.add_command("pin", "Set the PIN that opens the staff screens");
    command.add_option("--site", options->site_path, "This building's settings");
    command.add_flag("--print", options->should_print,
                     "Print the line for site.yaml instead of changing the file");
    command.set_footer("Prompts for the PIN, or reads it from standard input.");
    command.set_action([options] { return run_pin(*options); });
}

} // namespace commands
