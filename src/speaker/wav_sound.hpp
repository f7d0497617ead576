// The samples of a WAV file: PCM with 16 bits, one channel or more, any rate. Programs that record
// call it "WAV, 16-bit PCM".
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace speaker {

// The file is mapped and not read. A library that reads such files, such as libsndfile, would leave
// a part of what was said in memory that it has freed. If somebody shortens the file while it is
// played, the program ends, and systemd starts it again.
class WavSound {
public:
    // Throws std::runtime_error, which names the file, if it is not such a file.
    explicit WavSound(const std::filesystem::path& path);
    ~WavSound();
    WavSound(const WavSound&) = delete;
    WavSound& operator=(const WavSound&) = delete;

    int sample_rate() const { return sample_rate_; } // frames per second, at least 1
    std::size_t frame_count() const { return frame_count_; }

    // Returns the mean of the samples of all channels at one time, from -32768 to 32767.
    double mean(std::size_t frame) const;

private:
    void parse();

    const unsigned char* bytes_ = nullptr; // all of the file
    std::size_t byte_count_ = 0;
    const unsigned char* samples_ = nullptr; // in the file
    std::size_t channel_count_ = 0;
    std::size_t frame_count_ = 0;
    int sample_rate_ = 0;
};

} // namespace speaker
