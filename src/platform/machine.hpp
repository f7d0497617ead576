// The machine this program runs on, as its kernel and its tools describe it. All who look at the machine look
// through this, so that a test can put a folder and a few answers in its place.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace platform {

// Runs a program and waits for it, with messages in English. What it printed; nullopt: it is not there, or it
// failed.
std::optional<std::string> run_program(const std::vector<std::string>& words);

class Machine {
public:
    using Ask = std::function<std::optional<std::string>(const std::vector<std::string>& words)>;

    explicit Machine(std::filesystem::path root = "/", Ask ask = run_program)
        : root_(std::move(root)), ask_(std::move(ask)) {}

    // Names start with a slash, whatever the root is.
    std::filesystem::path path(const std::string& name) const { return root_ / name.substr(1); }
    std::optional<std::string> read(const std::string& name) const; // nullopt: not there, or not for us to read
    bool has(const std::string& name) const;
    bool is_hidden(const std::string& name) const;                   // we may not know whether it is there
    std::vector<std::string> names(const std::string& folder) const; // of what is in it, sorted
    std::string link(const std::string& name) const;                 // where it leads; empty: it is no link

    // What a program answers, by its words.
    std::optional<std::string> ask(const std::vector<std::string>& words) const { return ask_(words); }

private:
    std::filesystem::path root_;
    Ask ask_;
};

// "a b\nc" -> "a b", "c"; what is empty is left out.
std::vector<std::string> lines_of(const std::string& text);
std::vector<std::string> words_of(const std::string& text);

// What is mounted on /, the last one if there are several.
struct RootMount {
    std::string type; // "ext4", "overlay"
    bool read_only = false;
};
std::optional<RootMount> root_mount(const Machine& machine);

// Whether the kernel was started with this word.
bool started_with(const Machine& machine, const std::string& word);

} // namespace platform
