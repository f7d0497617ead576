// A Machine for tests: its files are in a temporary folder, and the output of programs is set.
#pragma once

#include "commands/machine/machine.hpp"
#include "support/temporary_folder.hpp"

#include <map>
#include <string>

namespace test {

// Programs without an output behave as if they were not installed.
class FakeMachine {
public:
    FakeMachine();

    // Names are absolute, such as "/proc/cmdline". Missing folders are created.
    void add_file(const std::string& name, const std::string& text);
    // Adds a symbolic link, or replaces one.
    void add_link(const std::string& name, const std::string& target);
    // Sets what a program prints. `command` is the program and its arguments, separated by spaces.
    void set_program_output(const std::string& command, const std::string& text) {
        program_outputs_[command] = text;
    }
    void remove_program_output(const std::string& command) { program_outputs_.erase(command); }

    // Returns where a file of the machine is on the real computer.
    std::filesystem::path path(const std::string& name) const { return machine.path(name); }

private:
    TemporaryFolder folder_;
    std::map<std::string, std::string> program_outputs_; // by command

public:
    const commands::Machine machine;
};

} // namespace test
