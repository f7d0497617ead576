#include "commands/pin.hpp"

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

// What is typed on the terminal while this lives cannot be read over a shoulder.
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
    if (!std::getline(std::cin, line)) throw std::runtime_error("there is no PIN to read");
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string read_pin() {
    if (isatty(STDIN_FILENO) == 0) return prompt_line("");
    const TerminalEchoOff echo_off;
    const std::string pin = prompt_line("PIN of 4 to 8 digits: ");
    if (!weak_pin_reason(pin).empty()) return pin;
    if (prompt_line("The same again: ") != pin) throw std::runtime_error("these were two different PINs");
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
    if (isatty(STDOUT_FILENO) != 0) fmt::print(stderr, "Put this line into site.yaml.\n");
    return 0;
}

} // namespace

std::string weak_pin_reason(std::string_view pin) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (pin.size() < session::min_pin_digits || pin.size() > session::max_pin_digits ||
        !std::ranges::all_of(pin, is_digit))
        return "a PIN has 4 to 8 digits, and nothing else";
    // Steps of 0, 1 and -1 all along: 1111, 1234 and 7890, 4321 and 0987.
    for (const int step : {0, 1, 9}) {
        const auto is_break = [step](char one, char next) { return (one - '0' + step) % 10 != next - '0'; };
        if (std::ranges::adjacent_find(pin, is_break) == pin.end())
            return "this PIN is one of the first that anybody tries; take another";
    }
    return {};
}

void add_pin_command(cli::CommandLine& command_line) {
    cli::Command command = command_line.add_command("pin", "Make the line of site.yaml that opens the staff page");
    command.set_footer("Asks for the PIN, or reads it from standard input.");
    command.set_action(run_pin);
}

} // namespace commands
