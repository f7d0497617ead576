#include "speaker/wav_file.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace speaker {

namespace {

constexpr std::uint32_t bytes_per_sample = 2;
constexpr std::uint32_t header_bytes = 44;

// Numbers in a WAV file are little-endian.
void append(std::string& bytes, std::uint32_t number, int byte_count) {
    for (int i = 0; i < byte_count; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}

} // namespace

WavFile::WavFile(const std::filesystem::path& path, int sample_rate)
    : path_(path), file_(path, std::ios::binary), sample_rate_(sample_rate) {
    if (!file_) throw std::runtime_error("cannot write " + path.string());
    write_header();
}

// The sizes in it are known only at the end, so it is written twice.
void WavFile::write_header() {
    constexpr std::uint32_t format_bytes = 16, pcm = 1, channel_count = 1;
    const std::uint32_t data_bytes = sample_count_ * bytes_per_sample;
    const auto rate = static_cast<std::uint32_t>(sample_rate_);
    std::string header = "RIFF";
    append(header, header_bytes - 8 + data_bytes, 4);
    header += "WAVEfmt ";
    append(header, format_bytes, 4);
    append(header, pcm, 2);
    append(header, channel_count, 2);
    append(header, rate, 4);
    append(header, rate * bytes_per_sample, 4);
    append(header, bytes_per_sample, 2);
    append(header, 8 * bytes_per_sample, 2);
    header += "data";
    append(header, data_bytes, 4);
    file_.seekp(0);
    file_ << header;
}

void WavFile::write(std::span<const std::int16_t> samples) {
    std::string bytes;
    for (const std::int16_t sample : samples)
        append(bytes, static_cast<std::uint16_t>(sample), bytes_per_sample);
    file_ << bytes;
    sample_count_ += static_cast<std::uint32_t>(samples.size());
}

void WavFile::write_silence(int duration_ms) {
    write(std::vector<std::int16_t>(static_cast<std::size_t>(sample_rate_ * duration_ms / 1000)));
}

void WavFile::close() {
    write_header();
    file_.close();
    if (!file_) throw std::runtime_error("cannot write " + path_.string());
}

} // namespace speaker
