#include "platform/tone.hpp"

#include "player.hpp"
#include "support/faked_machine.hpp"

#include <doctest/doctest.h>

TEST_CASE("a tone is asked for where a service waits, and a card has a first device") {
    const test::Player player;
    test::FakedMachine computer;
    const platform::Tone tone(player.pipe(), computer.machine);
    REQUIRE(tone.is_offered());
    CHECK_FALSE(tone.play()); // it has no sound at all
    for (const char* name : {"controlC0", "pcmC0D0c", "pcmC0D3p", "pcmC0D10p", "timer"})
        computer.write(std::string("/sys/class/sound/") + name, "");
    CHECK_FALSE(tone.play()); // but a microphone, and a panel's loudspeakers
    CHECK(player.heard() == "");
    computer.write("/sys/class/sound/pcmC1D0p", "");
    CHECK(tone.play());
    CHECK(tone.play());
    CHECK(player.heard() == "\n\n");
}

TEST_CASE("a service that has gone is an answer, and no end") {
    test::Player player;
    test::FakedMachine computer;
    computer.write("/sys/class/sound/pcmC0D0p", "");
    const platform::Tone tone(player.pipe(), computer.machine);
    player.leave();
    CHECK_FALSE(tone.play());
    CHECK_FALSE(platform::Tone(player.pipe(), computer.machine).is_offered());
}

TEST_CASE("what is no pipe is not written to") {
    const test::Folder folder;
    test::write_file(folder / "file", "");
    for (const auto& path : {folder / "file", folder / "none", std::filesystem::path()})
        CHECK_FALSE(platform::Tone(path).is_offered());
}
