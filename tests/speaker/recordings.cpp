#include "speaker/recordings.hpp"

#include "speaker/wav_file.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Samples = std::vector<std::int16_t>;

constexpr int rate = 22050;

// A folder of recordings.
struct RecordingFolder {
    test::TemporaryFolder folder;

    void add_text(const std::string& name, const std::string& text) const {
        fs::create_directories((folder / name).parent_path());
        test::write_file(folder / (name + ".txt"), text);
    }
    void add(const std::string& name, const std::string& text, const Samples& samples,
             int sample_rate = rate) const {
        add_text(name, text);
        speaker::WavFile sound(folder / (name + ".wav"), sample_rate);
        sound.write(samples);
        sound.close();
    }
};

Samples played(const fs::path& sound) {
    Samples all;
    CHECK(speaker::play_recording(sound, rate, [&](auto samples) {
        all.insert(all.end(), samples.begin(), samples.end());
        return true;
    }));
    return all;
}

} // namespace

TEST_CASE("a text that a person has read aloud has its sound, in its language only") {
    const RecordingFolder voice;
    voice.add("es/culpa", "No es\n  tu culpa.\n", {1});
    const speaker::Recordings recordings({voice.folder.path()});
    CHECK(recordings.problems().empty());
    const fs::path* sound = recordings.find("es", "No es tu culpa.");
    REQUIRE(sound != nullptr);
    CHECK(*sound == voice.folder / "es/culpa.wav");
    CHECK(recordings.find("en", "No es tu culpa.") == nullptr);
    CHECK(recordings.find("es", "No es tu culpa") == nullptr);
}

TEST_CASE("of two recordings of a text, the one in the first folder is played") {
    const RecordingFolder own, installed;
    own.add("en/1", "Home", {1});
    installed.add("en/2", "Home", {2});
    installed.add("en/3", "More", {3});
    const speaker::Recordings recordings(
        {own.folder / "none", own.folder.path(), installed.folder.path()});
    CHECK(recordings.problems().empty());
    CHECK(*recordings.find("en", "Home") == own.folder / "en/1.wav");
    CHECK(*recordings.find("en", "More") == installed.folder / "en/3.wav");
}

TEST_CASE("what cannot be played is reported with what to do") {
    const RecordingFolder voice;
    voice.add("en/1-empty", " \n", {1});
    voice.add_text("en/2-silent", "Home");
    voice.add_text("en/3-text", "More");
    test::write_file(voice.folder / "en/3-text.wav", "This is not a sound.");
    voice.add_text("en/4-nothing", "Up");
    test::write_file(voice.folder / "en/4-nothing.wav", "");
    voice.add("en/5-no-samples", "Down", {});
    const speaker::Recordings recordings({voice.folder.path()});
    const std::string folder = voice.folder / "en/";
    CHECK(recordings.problems() ==
          std::vector{folder + "1-empty.txt: write the text that was recorded",
                      folder + "2-silent.wav: record the text of 2-silent.txt in this file",
                      folder + "3-text.wav: save the recording as WAV with 16-bit PCM",
                      folder + "4-nothing.wav: the file is empty",
                      folder + "5-no-samples.wav: save the recording as WAV with 16-bit PCM"});
    for (const char* text : {"", "Home", "More", "Up", "Down"})
        CHECK(recordings.find("en", text) == nullptr);
}

TEST_CASE("a recording is 6 dB softer, so that none is too loud") {
    const RecordingFolder voice;
    voice.add("en/loud", "Home", {32767, -32768, 3, 0});
    CHECK(played(voice.folder / "en/loud.wav") == Samples{16384, -16384, 2, 0});
}

TEST_CASE("a recording of any rate is played as fast as it was spoken") {
    const RecordingFolder voice;
    voice.add("en/double", "Home", {100, 200, 300, 400, 500, 600}, 2 * rate);
    CHECK(played(voice.folder / "en/double.wav") == Samples{50, 150, 250});
    voice.add("en/half", "Home", {100, 300, 500}, rate / 2);
    CHECK(played(voice.folder / "en/half.wav") == Samples{50, 100, 150, 200, 250, 250});
    voice.add("en/long", "Home", Samples(48000, 1000), 48000);
    CHECK(played(voice.folder / "en/long.wav") == Samples(rate, 500));
}

TEST_CASE("a recording stops when it is told to") {
    const RecordingFolder voice;
    voice.add("en/long", "Home", Samples(10 * rate, 1000));
    std::size_t count = 0;
    CHECK_FALSE(speaker::play_recording(voice.folder / "en/long.wav", rate, [&](auto samples) {
        count += samples.size();
        return false;
    }));
    CHECK(count <= rate / 20); // 50 ms
}

TEST_CASE("a recording that is gone cannot be played") {
    CHECK_FALSE(speaker::play_recording("/none.wav", rate, [](auto) { return true; }));
}
