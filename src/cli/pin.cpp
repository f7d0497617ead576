#include "cli/pin.hpp"

#include "platform/pin.hpp"
#include "platform/wiping.hpp"
#include "session/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>
#include <termios.h>
#include <unistd.h>

namespace cli {

namespace {

// What is typed on the terminal while this lives cannot be read over a shoulder.
class NoEcho {
public:
    NoEcho() {
        tcgetattr(STDIN_FILENO, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios before_{};
};

std::string read_line(const char* question) {
    fmt::print(stderr, "{}", question);
    std::string line;
    if (!std::getline(std::cin, line)) throw std::runtime_error("there is no PIN to read");
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string read_pin() {
    if (isatty(STDIN_FILENO) == 0) return read_line("");
    const NoEcho silence;
    const std::string pin = read_line("PIN of 4 to 8 digits: ");
    if (!fault_of_pin(pin).empty()) return pin;
    if (read_line("The same again: ") != pin) throw std::runtime_error("these were two different PINs");
    return pin;
}

int pin() {
    platform::wipe_what_is_freed();
    const std::string pin = read_pin();
    if (const std::string fault = fault_of_pin(pin); !fault.empty()) {
        fmt::print(stderr, "error: {}\n", fault);
        return 1;
    }
    fmt::print("staff_pin: \"{}\"\n", platform::hash_pin(pin));
    if (isatty(STDOUT_FILENO) != 0) fmt::print(stderr, "Put this line into site.yaml.\n");
    return 0;
}

} // namespace

std::string fault_of_pin(std::string_view pin) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (pin.size() < session::shortest_pin || pin.size() > session::longest_pin ||
        !std::ranges::all_of(pin, is_digit))
        return "a PIN has 4 to 8 digits, and nothing else";
    // Steps of 0, 1 and -1 all along: 1111, 1234 and 7890, 4321 and 0987.
    for (const int step : {0, 1, 9}) {
        const auto breaks = [step](char one, char next) { return (one - '0' + step) % 10 != next - '0'; };
        if (std::ranges::adjacent_find(pin, breaks) == pin.end())
            return "this PIN is one of the first that anybody tries; take another";
    }
    return {};
}

void add_pin(CommandLine& line) {
    Command command = line.add("pin", "Make the line of site.yaml that opens the staff page");
    command.footer("Asks for the PIN, or reads it from standard input.");
    command.does(pin);
}

} // namespace cli
