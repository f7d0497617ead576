#include "commands/pin.hpp"

#include "commands/commands.hpp"
#include "os/pin_hash.hpp"
#include "os/wipe_on_free.hpp"
#include "session/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>
#include <termios.h>
#include <unistd.h>

namespace commands {

namespace {

// Turns off the echo of the terminal during its lifetime, so that nobody can see the PIN.
class TerminalEchoOff {
public:
    TerminalEchoOff() {
        tcgetattr(STDIN_FILENO, &saved_settings_);
        termios settings = saved_settings_;
        settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        settings.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings);
    }
    ~TerminalEchoOff() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved_settings_); }
    TerminalEchoOff(const TerminalEchoOff&) = delete;
    TerminalEchoOff& operator=(const TerminalEchoOff&) = delete;

private:
    termios saved_settings_{};
};

std::string prompt_line(const char* prompt) {
    fmt::print(stderr, "{}", prompt);
    std::string line;
    if (!std::getline(std::cin, line)) throw std::runtime_error("no PIN was entered");
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string read_pin() {
    if (isatty(STDIN_FILENO) == 0) return prompt_line("");
    const TerminalEchoOff echo_off;
    const std::string pin = prompt_line("PIN of 4 to 8 digits: ");
    if (!weak_pin_reason(pin).empty()) return pin;
    if (prompt_line("Repeat the PIN: ") != pin)
        throw std::runtime_error("the two PINs are different");
    return pin;
}

int run_pin() {
    os::enable_wipe_on_free();
    const std::string pin = read_pin();
    if (const std::string reason = weak_pin_reason(pin); !reason.empty()) {
        fmt::print(stderr, "error: {}\n", reason);
        return 1;
    }
    fmt::print("staff_pin: \"{}\"\n", os::hash_pin(pin));
    if (isatty(STDOUT_FILENO) != 0) fmt::print(stderr, "Add this line to site.yaml.\n");
    return 0;
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

void add_pin_command(cli::CommandLine& command_line) {
    cli::Command command = command_line.add_command(
        "pin", "Print the line of site.yaml that turns on the staff screens");
    command.set_footer("Prompts for the PIN, or reads it from standard input.");
    command.set_action(run_pin);
}

} // namespace commands
