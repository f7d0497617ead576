// A machine made of a folder and a few answers.
#pragma once

#include "commands/machine/machine.hpp"
#include "support/temporary_folder.hpp"

#include <map>
#include <string>

namespace test {

class FakeMachine {
public:
    FakeMachine();

    void add_file(const std::string& name,
                  const std::string& text); // "/proc/cmdline"; folders come by themselves
    void add_link(const std::string& name, const std::string& target);
    void set_program_output(const std::string& command, const std::string& text) {
        program_outputs_[command] = text;
    } // of a program
    void remove_program_output(const std::string& command) { program_outputs_.erase(command); }

    std::filesystem::path path(const std::string& name) const { return machine.path(name); }

private:
    TemporaryFolder folder_;
    std::map<std::string, std::string> program_outputs_; // by the words, with a space between two

public:
    const commands::Machine machine;
};

} // namespace test
