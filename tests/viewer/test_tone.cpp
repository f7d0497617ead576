// Tests when the tone of the sound test is requested from its service.
#include "viewer/test_tone.hpp"

#include "support/fake_tone_service.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

TEST_CASE("a tone is requested only if a sound card has a first playback device") {
    const test::FakeToneService tone_service;
    const test::TemporaryFolder devices;
    const viewer::TestTone test_tone(tone_service.pipe(), devices.path());
    REQUIRE(test_tone.is_available());
    CHECK_FALSE(test_tone.play()); // there is no sound card
    for (const char* name : {"controlC0", "pcmC0D0c", "pcmC0D3p", "pcmC0D10p", "timer"})
        test::write_file(devices / name, "");
    CHECK_FALSE(test_tone.play()); // there are only a microphone and speakers of a panel
    CHECK(tone_service.received() == "");
    test::write_file(devices / "pcmC1D0p", "");
    CHECK(test_tone.play());
    CHECK(test_tone.play());
    CHECK(tone_service.received() == "\n\n");
}

TEST_CASE("play() returns false after the tone service exits") {
    test::FakeToneService tone_service;
    const test::TemporaryFolder devices;
    test::write_file(devices / "pcmC0D0p", "");
    const viewer::TestTone test_tone(tone_service.pipe(), devices.path());
    tone_service.stop();
    CHECK_FALSE(test_tone.play());
    CHECK_FALSE(viewer::TestTone(tone_service.pipe(), devices.path()).is_available());
}

TEST_CASE("no tone is available if the path is not a FIFO") {
    const test::TemporaryFolder folder;
    test::write_file(folder / "file", "");
    for (const auto& path : {folder / "file", folder / "none", std::filesystem::path()})
        CHECK_FALSE(viewer::TestTone(path).is_available());
}
