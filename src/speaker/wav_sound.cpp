#include "speaker/wav_sound.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace speaker {

namespace {

constexpr std::size_t sample_bytes = 2;

// Numbers in a WAV file are little-endian.
std::uint32_t number_at(const unsigned char* bytes, int byte_count) {
    std::uint32_t number = 0;
    for (int i = 0; i < byte_count; ++i) number |= static_cast<std::uint32_t>(bytes[i]) << (8 * i);
    return number;
}

bool has_name(const unsigned char* bytes, std::string_view name) {
    return std::equal(name.begin(), name.end(), bytes);
}

} // namespace

WavSound::WavSound(const std::filesystem::path& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    void* bytes = MAP_FAILED;
    if (fd >= 0 && fstat(fd, &status) == 0 && status.st_size > 0)
        bytes =
            mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, fd, 0);
    const int error_number = errno;
    if (fd >= 0) close(fd);
    if (bytes == MAP_FAILED)
        throw std::runtime_error(
            path.string() + ": " +
            (status.st_size == 0 && fd >= 0 ? "the file is empty" : std::strerror(error_number)));
    bytes_ = static_cast<const unsigned char*>(bytes);
    byte_count_ = static_cast<std::size_t>(status.st_size);
    parse();
    if (frame_count_ > 0) return;
    munmap(bytes, byte_count_);
    throw std::runtime_error(path.string() + ": save the recording as WAV with 16-bit PCM");
}

WavSound::~WavSound() {
    munmap(const_cast<unsigned char*>(bytes_), byte_count_);
}

// A WAV file is a list of chunks, each with its name and size. "fmt " comes before "data". Source:
// Microsoft, "Multiple Channel Audio Data and WAVE Files".
void WavSound::parse() {
    constexpr std::size_t file_head_bytes = 12, chunk_head_bytes = 8, format_bytes = 16;
    constexpr std::uint32_t pcm = 1, extensible = 0xFFFE;
    if (byte_count_ < file_head_bytes || !has_name(bytes_, "RIFF") || !has_name(bytes_ + 8, "WAVE"))
        return;
    for (std::size_t offset = file_head_bytes; offset + chunk_head_bytes <= byte_count_;) {
        const unsigned char* chunk = bytes_ + offset;
        const unsigned char* data = chunk + chunk_head_bytes;
        // A program that was interrupted has not written the size.
        const std::size_t size =
            std::min<std::size_t>(number_at(chunk + 4, 4), byte_count_ - offset - chunk_head_bytes);
        if (has_name(chunk, "fmt ") && size >= format_bytes) {
            const std::uint32_t format = number_at(data, 2), rate = number_at(data + 4, 4);
            const bool is_pcm = format == pcm || format == extensible;
            if (!is_pcm || number_at(data + 14, 2) != 8 * sample_bytes) return;
            channel_count_ = number_at(data + 2, 2);
            sample_rate_ = static_cast<int>(std::clamp<std::uint32_t>(rate, 1, 1'000'000));
        }
        if (has_name(chunk, "data") && channel_count_ > 0) {
            samples_ = data;
            frame_count_ = size / (channel_count_ * sample_bytes);
            return;
        }
        offset += chunk_head_bytes + size + size % 2;
    }
}

double WavSound::mean(std::size_t frame) const {
    double sum = 0;
    for (std::size_t i = 0; i < channel_count_; ++i)
        sum += static_cast<std::int16_t>(
            number_at(samples_ + (frame * channel_count_ + i) * sample_bytes, sample_bytes));
    return sum / static_cast<double>(channel_count_);
}

} // namespace speaker
