#include "speaker/wav_sound.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace std::string_literals;

namespace {

// Two frames of two channels: 100 and 300, then -2 and -4. A chunk that is not needed comes first.
const std::string stereo = "RIFF\x34\0\0\0WAVELIST\3\0\0\0abc\0"s
                           "fmt \x10\0\0\0\1\0\2\0\x80\x3e\0\0\0\xfa\0\0\4\0\x10\0"s
                           "data\x08\0\0\0\x64\0\x2c\1\xfe\xff\xfc\xff"s;

class SavedSound {
public:
    explicit SavedSound(const std::string& bytes) { test::write_file(file_, bytes); }
    speaker::WavSound open() const { return speaker::WavSound(file_); }
    std::string error() const {
        try {
            speaker::WavSound{file_};
        } catch (const std::runtime_error& error) {
            return std::string(error.what()).substr(file_.size());
        }
        return "";
    }

private:
    test::TemporaryFolder folder_;
    std::string file_ = folder_ / "sound.wav";
};

std::string with_byte(std::size_t offset, char byte) {
    std::string changed = stereo;
    changed[offset] = byte;
    return changed;
}

} // namespace

TEST_CASE("the channels of a sound are heard together") {
    const SavedSound saved(stereo);
    const speaker::WavSound sound = saved.open();
    CHECK(sound.sample_rate() == 16000);
    REQUIRE(sound.frame_count() == 2);
    CHECK(sound.mean(0) == 200);
    CHECK(sound.mean(1) == -3);
}

TEST_CASE("a sound whose size was never written ends with its file") {
    std::string unfinished = stereo;
    unfinished.replace(unfinished.find("data") + 4, 4, "\xff\xff\xff\xff");
    CHECK(SavedSound(unfinished).open().frame_count() == 2);
}

TEST_CASE("a sound that is not 16-bit PCM is an error") {
    const std::size_t format = stereo.find("fmt ") + 8;
    const std::string advice = ": save the recording as WAV with 16-bit PCM";
    CHECK(SavedSound(with_byte(format, 3)).error() == advice);       // floating point
    CHECK(SavedSound(with_byte(format + 2, 0)).error() == advice);   // no channel
    CHECK(SavedSound(with_byte(format + 14, 24)).error() == advice); // 24 bits
    CHECK(SavedSound(with_byte(0, 'X')).error() == advice);
    CHECK(SavedSound("ID3\4an MP3 file").error() == advice);
}

TEST_CASE("a sound that cannot be read is an error that says why") {
    CHECK_THROWS_WITH_AS(speaker::WavSound{"/none.wav"}, "/none.wav: No such file or directory",
                         std::runtime_error);
    CHECK(SavedSound("").error() == ": the file is empty");
}

TEST_CASE("a sound that is cut anywhere is an error, or shorter") {
    for (std::size_t size = 1; size < stereo.size(); ++size) {
        const SavedSound cut(stereo.substr(0, size));
        if (!cut.error().empty()) continue;
        CHECK(cut.open().frame_count() == 1);
    }
}
