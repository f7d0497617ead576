// The other programs of this project, for the commands that start them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace commands {

// A program that is beside this one if both were just built, and in libexec if they are installed.
struct OtherProgram {
    const char* name;
    const char* package; // that installs it
};

inline constexpr OtherProgram viewer_program{"help-kiosk-viewer", "help-kiosk"};
inline constexpr OtherProgram print_program{"help-kiosk-print", "help-kiosk-print"};
inline constexpr OtherProgram speaker_program{"help-kiosk-speaker", "help-kiosk-speaker"};

// Returns the path of a program. Throws std::runtime_error if it is in neither place.
std::filesystem::path find_program(const OtherProgram& program);

// Replaces this program with another one. Throws std::runtime_error if that fails.
[[noreturn]] void become_program(const OtherProgram& program, const std::vector<std::string>& args);

} // namespace commands
