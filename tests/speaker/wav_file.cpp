#include "speaker/wav_file.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace std::string_literals;

TEST_CASE("a WAV file has its samples and their number") {
    const test::TemporaryFolder folder;
    speaker::WavFile wav_file(folder / "two.wav", 16000);
    wav_file.write(std::vector<std::int16_t>{1, -2});
    wav_file.close();
    CHECK(test::read_file(folder / "two.wav") ==
          "RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x80\x3e\0\0\0\x7d\0\0\2\0\x10\0"s
          "data\4\0\0\0\1\0\xfe\xff"s);
}

TEST_CASE("a pause has the samples of its duration") {
    const test::TemporaryFolder folder;
    speaker::WavFile wav_file(folder / "pause.wav", 16000);
    wav_file.write_silence(250);
    wav_file.close();
    CHECK(test::read_file(folder / "pause.wav").size() == 44 + 2 * 4000);
}

TEST_CASE("a WAV file that cannot be written is an error that names it") {
    CHECK_THROWS_WITH_AS(speaker::WavFile("/proc/none/x.wav", 16000),
                         "cannot write /proc/none/x.wav", std::runtime_error);
    speaker::WavFile full("/dev/full", 16000);
    full.write(std::vector<std::int16_t>(100'000));
    CHECK_THROWS_WITH_AS(full.close(), "cannot write /dev/full", std::runtime_error);
}
