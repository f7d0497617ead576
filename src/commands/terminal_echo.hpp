// Turns off the echo of the terminal, so that nobody can see the PIN that is typed.
#pragma once

namespace commands {

// The echo is off during the lifetime of this object, of which there is at most one. If the user
// presses Ctrl-C meanwhile, it is turned on again before the program ends. Requires that standard
// input is a terminal.
class TerminalEchoOff {
public:
    TerminalEchoOff();
    ~TerminalEchoOff();
    TerminalEchoOff(const TerminalEchoOff&) = delete;
    TerminalEchoOff& operator=(const TerminalEchoOff&) = delete;
};

} // namespace commands
