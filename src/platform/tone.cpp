#include "platform/tone.hpp"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace platform {

namespace {

// What plays on a card's first device: on others are the loudspeakers of a panel, which all would hear.
bool is_for_headphones(const std::string& name) {
    return name.starts_with("pcmC") && name.ends_with("D0p");
}

// -1: there is no pipe, or nobody at its other end.
int opened(const std::filesystem::path& pipe) {
    const int number = open(pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat kind {};
    if (number < 0 || (fstat(number, &kind) == 0 && S_ISFIFO(kind.st_mode))) return number;
    close(number); // of a file, nothing may be overwritten
    return -1;
}

} // namespace

Tone::Tone(const std::filesystem::path& pipe, Machine machine)
    : machine_(std::move(machine)), pipe_(opened(pipe)) {
    if (pipe_ >= 0) std::signal(SIGPIPE, SIG_IGN); // that nobody waits there any more is an answer
}

Tone::~Tone() {
    if (pipe_ >= 0) close(pipe_);
}

bool Tone::play() const {
    const auto sounds = machine_.names("/sys/class/sound");
    return std::ranges::any_of(sounds, is_for_headphones) && write(pipe_, "\n", 1) == 1;
}

} // namespace platform
