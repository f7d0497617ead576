#include "viewer/test_tone.hpp"

#include "support/fake_tone_service.hpp"
#include "support/fake_machine.hpp"

#include <doctest/doctest.h>

TEST_CASE("a tone is asked for where a service waits, and a card has a first device") {
    const test::FakeToneService tone_service;
    test::FakeMachine fake_machine;
    const viewer::TestTone test_tone(tone_service.pipe(), fake_machine.path("/sys/class/sound"));
    REQUIRE(test_tone.is_available());
    CHECK_FALSE(test_tone.play()); // it has no sound at all
    for (const char* name : {"controlC0", "pcmC0D0c", "pcmC0D3p", "pcmC0D10p", "timer"})
        fake_machine.add_file(std::string("/sys/class/sound/") + name, "");
    CHECK_FALSE(test_tone.play()); // but a microphone, and a panel's loudspeakers
    CHECK(tone_service.received() == "");
    fake_machine.add_file("/sys/class/sound/pcmC1D0p", "");
    CHECK(test_tone.play());
    CHECK(test_tone.play());
    CHECK(tone_service.received() == "\n\n");
}

TEST_CASE("a service that has gone is an answer, and no end") {
    test::FakeToneService tone_service;
    test::FakeMachine fake_machine;
    fake_machine.add_file("/sys/class/sound/pcmC0D0p", "");
    const viewer::TestTone test_tone(tone_service.pipe(), fake_machine.path("/sys/class/sound"));
    tone_service.stop();
    CHECK_FALSE(test_tone.play());
    CHECK_FALSE(viewer::TestTone(tone_service.pipe(), fake_machine.path("/sys/class/sound")).is_available());
}

TEST_CASE("what is no pipe is not written to") {
    const test::TemporaryFolder folder;
    test::write_file(folder / "file", "");
    for (const auto& path : {folder / "file", folder / "none", std::filesystem::path()})
        CHECK_FALSE(viewer::TestTone(path).is_available());
}
