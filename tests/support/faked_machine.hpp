// A machine made of a folder and a few answers.
#pragma once

#include "platform/machine.hpp"
#include "support/folder.hpp"

#include <map>
#include <string>

namespace test {

class FakedMachine {
public:
    FakedMachine();

    void write(const std::string& name, const std::string& text); // "/proc/cmdline"; folders come by themselves
    void link(const std::string& name, const std::string& target);
    void answer(const std::string& words, const std::string& text) { answers_[words] = text; } // of a program
    void silence(const std::string& words) { answers_.erase(words); }

    std::filesystem::path path(const std::string& name) const { return machine.path(name); }

private:
    Folder folder_;
    std::map<std::string, std::string> answers_; // by the words, with a space between two

public:
    const platform::Machine machine;
};

} // namespace test
