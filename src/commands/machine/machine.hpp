// The machine this program runs on, as its kernel and its tools describe it. All who look at the machine look
// through this, so that a test can put a folder and a few answers in its place.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace commands {

// Runs a program and waits for it, with messages in English. What it printed; nullopt: it is not there, or it
// failed.
std::optional<std::string> run_program(const std::vector<std::string>& args);

class Machine {
public:
    using ProgramRunner = std::function<std::optional<std::string>(const std::vector<std::string>& words)>;

    explicit Machine(std::filesystem::path root = "/", ProgramRunner runner = run_program)
        : root_(std::move(root)), runner_(std::move(runner)) {}

    // Names start with a slash, whatever the root is.
    std::filesystem::path path(const std::string& name) const { return root_ / name.substr(1); }
    std::optional<std::string> read(const std::string& name) const; // nullopt: not there, or not for us to read
    bool exists(const std::string& name) const;
    bool is_inaccessible(const std::string& name) const; // we may not know whether it is there
    std::vector<std::string> list_folder(const std::string& folder) const; // of what is in it, sorted
    std::string read_link(const std::string& name) const; // where it leads; empty: it is no link

    // What a program answers, by its words.
    std::optional<std::string> run(const std::vector<std::string>& args) const { return runner_(args); }

private:
    std::filesystem::path root_;
    ProgramRunner runner_;
};

// "a b\nc" -> "a b", "c"; what is empty is left out.
std::vector<std::string> split_lines(const std::string& text);
std::vector<std::string> split_words(const std::string& text);

// What is mounted on /, the last one if there are several.
struct RootMount {
    std::string type; // "ext4", "overlay"
    bool is_read_only = false;
};
std::optional<RootMount> root_mount(const Machine& machine);

// Whether the kernel was started with this word.
bool has_kernel_option(const Machine& machine, const std::string& option);

} // namespace commands
