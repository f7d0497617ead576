#include "commands/machine/machine.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

std::string read_all(int pipe) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::optional<pid_t> spawn(const std::vector<std::string>& args, int out) {
    std::vector<std::string> args_copy = args;
    std::vector<char*> argv;
    argv.reserve(args_copy.size() + 1);
    for (std::string& arg : args_copy) argv.push_back(arg.data());
    argv.push_back(nullptr);
    std::string locale = "LC_ALL=C.UTF-8";
    std::string path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
    std::array<char*, 3> environment{locale.data(), path.data(), nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    pid_t child = 0;
    const int failed =
        posix_spawnp(&child, argv.front(), &actions, nullptr, argv.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? std::optional(child) : std::nullopt;
}

template <class Stream>
std::vector<std::string> split(Stream&& next) {
    std::vector<std::string> all;
    for (std::string each; next(each);)
        if (!each.empty()) all.push_back(each);
    return all;
}

} // namespace

std::optional<std::string> run_program(const std::vector<std::string>& args) {
    std::array<int, 2> pipe_ends{};
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    const auto child = spawn(args, pipe_ends[1]);
    close(pipe_ends[1]);
    std::string output = child ? read_all(pipe_ends[0]) : std::string();
    close(pipe_ends[0]);
    if (!child) return std::nullopt;
    int status = -1;
    while (waitpid(*child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    return output;
}

std::optional<std::string> Machine::read(const std::string& name) const {
    std::error_code ignored; // an error counts as a missing file
    if (!fs::is_regular_file(path(name), ignored)) return std::nullopt;
    std::ifstream file(path(name), std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

bool Machine::exists(const std::string& name) const {
    std::error_code ignored; // an error counts as a missing file
    return fs::exists(path(name), ignored);
}

bool Machine::is_inaccessible(const std::string& name) const {
    std::error_code error;
    (void)fs::status(path(name), error);
    return error == std::errc::permission_denied;
}

std::vector<std::string> Machine::list_folder(const std::string& folder) const {
    std::vector<std::string> all;
    std::error_code ignored; // an error counts as an empty folder
    for (const fs::directory_entry& entry : fs::directory_iterator(path(folder), ignored))
        all.push_back(entry.path().filename());
    std::ranges::sort(all);
    return all;
}

std::string Machine::read_link(const std::string& name) const {
    std::error_code ignored; // an error counts as not a link
    return fs::read_symlink(path(name), ignored);
}

std::vector<std::string> split_lines(const std::string& text) {
    std::istringstream stream(text);
    return split(
        [&stream](std::string& line) { return static_cast<bool>(std::getline(stream, line)); });
}

std::vector<std::string> split_words(const std::string& text) {
    std::istringstream stream(text);
    return split([&stream](std::string& word) { return static_cast<bool>(stream >> word); });
}

std::optional<RootMount> root_mount(const Machine& machine) {
    std::optional<RootMount> found;
    for (const std::string& line : split_lines(machine.read("/proc/self/mounts").value_or(""))) {
        const auto fields = split_words(line); // device, mount point, type, options
        if (fields.size() < 4 || fields[1] != "/") continue;
        found = {fields[2], fields[3] == "ro" || fields[3].starts_with("ro,")};
    }
    return found;
}

bool has_kernel_option(const Machine& machine, const std::string& option) {
    const auto options = split_words(machine.read("/proc/cmdline").value_or(""));
    return std::ranges::find(options, option) != options.end();
}

} // namespace commands
