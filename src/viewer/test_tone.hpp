// The tone of the sound test on the staff screens. A separate service plays it. Access to the sound
// card includes the microphone, so the viewer gets neither.
#pragma once

#include <filesystem>
#include <string>

namespace viewer {

class TestTone {
public:
    // Opens `pipe`, a FIFO that the tone service reads. If it is not a FIFO, or if no service reads
    // it, no tone is available. `sound_devices` is the folder in which the kernel lists them. Must
    // be constructed before os::restrict_process(), which denies opening the FIFO.
    explicit TestTone(const std::filesystem::path& pipe,
                      std::filesystem::path sound_devices = "/sys/class/sound");
    ~TestTone();
    TestTone(const TestTone&) = delete;
    TestTone& operator=(const TestTone&) = delete;

    bool is_available() const { return pipe_fd_ >= 0; }

    // Requests the tone from the service. Returns false if this computer has no headphone jack, or
    // if the service has exited.
    bool play() const;

private:
    std::filesystem::path sound_devices_;
    int pipe_fd_; // -1 if no tone is available
};

} // namespace viewer
