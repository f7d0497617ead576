// The tone of the staff page's sound test. Another service plays it: whoever has the sound card has the
// microphone too, and the kiosk must not.
#pragma once

#include <filesystem>
#include <string>

namespace viewer {

class TestTone {
public:
    // `pipe` is the one that the service waits at; where there is none, no tone can be asked for. To be opened
    // before lock_process().
    explicit TestTone(const std::filesystem::path& pipe, std::filesystem::path sound_devices = "/sys/class/sound");
    ~TestTone();
    TestTone(const TestTone&) = delete;
    TestTone& operator=(const TestTone&) = delete;

    bool is_available() const { return pipe_fd_ >= 0; }

    // False: this computer has nothing to play it with, or the service has gone.
    bool play() const;

private:
    std::filesystem::path sound_devices_;
    int pipe_fd_;
};

} // namespace viewer
