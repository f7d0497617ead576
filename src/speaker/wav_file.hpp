// Writes sound to a WAV file: one channel, 16 bits.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>

namespace speaker {

class WavFile {
public:
    // Creates or replaces the file. Throws std::runtime_error, which names the file, if that fails.
    WavFile(const std::filesystem::path& path, int sample_rate);

    void write(std::span<const std::int16_t> samples);

    // Writes a pause.
    void write_silence(int duration_ms);

    // Completes the file. Throws std::runtime_error, which names the file, if not everything could
    // be written.
    void close();

private:
    void write_header();

    std::filesystem::path path_;
    std::ofstream file_;
    int sample_rate_;
    std::uint32_t sample_count_ = 0;
};

} // namespace speaker
