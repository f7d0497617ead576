// Read-only access to the computer through the files of its kernel and the output of its programs.
// All code that examines the computer uses this class, so that tests can replace both.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace commands {

// Runs a program with messages in English, waits for it and returns its standard output. The first
// argument is its name. Returns nullopt if it cannot be started or fails.
std::optional<std::string> run_program(const std::vector<std::string>& args);

// The computer that is examined. All file names are absolute on the examined computer; `root` is
// prepended to them.
class Machine {
public:
    using ProgramRunner =
        std::function<std::optional<std::string>(const std::vector<std::string>& args)>;

    explicit Machine(std::filesystem::path root = "/", ProgramRunner runner = run_program)
        : root_(std::move(root)), runner_(std::move(runner)) {}

    // Returns the path below the root.
    std::filesystem::path path(const std::string& name) const { return root_ / name.substr(1); }

    // Returns nullopt if the file does not exist, is not a regular file or cannot be read.
    std::optional<std::string> read(const std::string& name) const;

    bool exists(const std::string& name) const;

    // Returns true if missing permissions hide whether the file exists.
    bool is_inaccessible(const std::string& name) const;

    // Returns the sorted names of the entries, or nothing if the folder cannot be read.
    std::vector<std::string> list_folder(const std::string& folder) const;

    // Returns the target of a symbolic link, or an empty string if it is not a link.
    std::string read_link(const std::string& name) const;

    // Runs a program as run_program() does.
    std::optional<std::string> run(const std::vector<std::string>& args) const {
        return runner_(args);
    }

private:
    std::filesystem::path root_;
    ProgramRunner runner_;
};

// Splits at line breaks and leaves out empty lines: "a b\n\nc" becomes "a b", "c".
std::vector<std::string> split_lines(const std::string& text);

// Splits at white space: "a b\nc" becomes "a", "b", "c".
std::vector<std::string> split_words(const std::string& text);

// The topmost file system that is mounted on /.
struct RootMount {
    // For example "ext4" or "overlay".
    std::string type;
    bool is_read_only = false;
};

// Returns nullopt if the mounts cannot be read.
std::optional<RootMount> root_mount(const Machine& machine);

// Returns whether `option` is an argument of the kernel's command line.
bool has_kernel_option(const Machine& machine, const std::string& option);

} // namespace commands
