#include "commands/terminal_echo.hpp"

#include <array>
#include <csignal>
#include <cstddef>
#include <termios.h>
#include <unistd.h>

namespace commands {

namespace {

constexpr std::array signals{SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP};

// A signal handler has no access to an object, so these are static.
termios saved_settings; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::array<struct sigaction, signals.size()>
    saved_actions; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void restore_terminal() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved_settings);
}

// Ends the program as the signal would have without this handler. Calls only functions that are
// allowed in a signal handler.
void restore_and_end(int signal_number) {
    restore_terminal();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

} // namespace

TerminalEchoOff::TerminalEchoOff() {
    tcgetattr(STDIN_FILENO, &saved_settings);
    struct sigaction action {};
    action.sa_handler = restore_and_end;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        // A program that is stopped could not turn the echo off again when it continues.
        action.sa_handler = signals[i] == SIGTSTP ? SIG_IGN : restore_and_end;
        sigaction(signals[i], &action, &saved_actions[i]);
    }
    termios settings = saved_settings;
    settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    settings.c_lflag |= ECHONL;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings);
}

TerminalEchoOff::~TerminalEchoOff() {
    restore_terminal();
    for (std::size_t i = 0; i < signals.size(); ++i)
        sigaction(signals[i], &saved_actions[i], nullptr);
}

} // namespace commands
