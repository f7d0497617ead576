#include "viewer/test_tone.hpp"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace viewer {

namespace {

// What plays on a card's first device: on others are the loudspeakers of a panel, which all would hear.
bool is_for_headphones(const std::string& name) {
    return name.starts_with("pcmC") && name.ends_with("D0p");
}

bool has_headphone_device(const std::filesystem::path& sound_devices) {
    std::error_code unreadable; // counts as empty
    return std::ranges::any_of(std::filesystem::directory_iterator(sound_devices, unreadable),
                               [](const auto& entry) { return is_for_headphones(entry.path().filename()); });
}

// -1: there is no pipe, or nobody at its other end.
int open_pipe(const std::filesystem::path& pipe) {
    const int fd = open(pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat file_status {};
    if (fd < 0 || (fstat(fd, &file_status) == 0 && S_ISFIFO(file_status.st_mode))) return fd;
    close(fd); // of a file, nothing may be overwritten
    return -1;
}

} // namespace

TestTone::TestTone(const std::filesystem::path& pipe, std::filesystem::path sound_devices)
    : sound_devices_(std::move(sound_devices)), pipe_fd_(open_pipe(pipe)) {
    if (pipe_fd_ >= 0) std::signal(SIGPIPE, SIG_IGN); // that nobody waits there any more is an answer
}

TestTone::~TestTone() {
    if (pipe_fd_ >= 0) close(pipe_fd_);
}

bool TestTone::play() const {
    return has_headphone_device(sound_devices_) && write(pipe_fd_, "\n", 1) == 1;
}

} // namespace viewer
