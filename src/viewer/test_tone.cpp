#include "viewer/test_tone.hpp"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace viewer {

namespace {

// The headphone jack is the first playback device of a sound card. The others include the speakers
// of the panel, which everyone in the room would hear.
bool is_for_headphones(const std::string& name) {
    return name.starts_with("pcmC") && name.ends_with("D0p");
}

bool has_headphone_device(const std::filesystem::path& sound_devices) {
    std::error_code ignored; // a folder that cannot be read counts as empty
    return std::ranges::any_of(
        std::filesystem::directory_iterator(sound_devices, ignored),
        [](const auto& entry) { return is_for_headphones(entry.path().filename()); });
}

// Returns -1 if there is no FIFO, or if no process reads it.
int open_pipe(const std::filesystem::path& pipe) {
    const int fd = open(pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat file_status {};
    if (fd < 0 || (fstat(fd, &file_status) == 0 && S_ISFIFO(file_status.st_mode))) return fd;
    close(fd); // an ordinary file must not be overwritten
    return -1;
}

} // namespace

TestTone::TestTone(const std::filesystem::path& pipe, std::filesystem::path sound_devices)
    : sound_devices_(std::move(sound_devices)), pipe_fd_(open_pipe(pipe)) {
    if (pipe_fd_ >= 0)
        std::signal(SIGPIPE, SIG_IGN); // write() fails instead if the service has exited
}

TestTone::~TestTone() {
    if (pipe_fd_ >= 0) close(pipe_fd_);
}

bool TestTone::play() const {
    return has_headphone_device(sound_devices_) && write(pipe_fd_, "\n", 1) == 1;
}

} // namespace viewer
