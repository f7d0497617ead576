#include "commands/wav_recording.hpp"

#include "commands/other_program.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace commands {

namespace {

// Slow enough to write a number down, and for a speech recognizer to hear each one right.
constexpr int words_per_minute = 120;

[[noreturn]] void throw_error(const std::string& what, int error_number) {
    throw std::runtime_error("cannot " + what + ": " + std::strerror(error_number));
}

// A file in memory, which becomes the standard input of the speaker.
class InputFile {
public:
    explicit InputFile(const std::string& text) : fd_(memfd_create("utterances", MFD_CLOEXEC)) {
        const auto size = static_cast<ssize_t>(text.size());
        if (fd_ < 0 || write(fd_, text.data(), text.size()) != size || lseek(fd_, 0, SEEK_SET) != 0)
            throw_error("pass the texts to the speaker", errno);
    }
    ~InputFile() { close(fd_); }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    int fd() const { return fd_; }

private:
    int fd_;
};

int run_speaker(const std::string& program, std::string wav_file, const InputFile& input) {
    std::string name = program, option = "--wav";
    const std::array<char*, 4> argv{name.data(), option.data(), wav_file.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.fd(), STDIN_FILENO);
    pid_t pid = -1;
    const int error_number =
        posix_spawn(&pid, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error_number != 0) throw_error("start " + program, error_number);
    int status = 0;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR) throw_error("wait for " + program, errno);
    if (!WIFEXITED(status)) throw std::runtime_error(program + " was killed");
    return WEXITSTATUS(status);
}

} // namespace

int record_wav(const std::filesystem::path& wav_file,
               const std::vector<speech::Utterance>& utterances) {
    const std::string program = find_program(speaker_program);
    std::string lines;
    for (const speech::Utterance& utterance : utterances)
        lines +=
            fmt::format("{} {} {}\n", utterance.language_code, words_per_minute, utterance.text);
    return run_speaker(program, wav_file.string(), InputFile(lines));
}

} // namespace commands
