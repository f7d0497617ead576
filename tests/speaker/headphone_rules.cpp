#include "speaker/headphone_rules.hpp"

#include <doctest/doctest.h>

using speaker::has_headphones;
using speaker::is_headphone_jack;

TEST_CASE("a card with a jack has headphones while something is plugged in") {
    for (const bool is_usb : {false, true}) {
        CHECK(has_headphones({0, is_usb, true, true}));
        CHECK_FALSE(has_headphones({0, is_usb, true, false}));
    }
}

TEST_CASE("a card that does not know its jacks has headphones only if it is a USB adapter") {
    CHECK(has_headphones({0, true, true, std::nullopt}));
    CHECK_FALSE(has_headphones({0, false, true, std::nullopt}));
}

TEST_CASE("a card that plays nothing, such as a USB microphone, has no headphones") {
    CHECK_FALSE(has_headphones({0, true, false, std::nullopt}));
    CHECK_FALSE(has_headphones({0, false, false, true}));
}

TEST_CASE("only controls of headphone jacks tell whether headphones are plugged in") {
    for (const char* name : {"Headphone Jack", "Front Headphone Jack", "Headset Jack",
                             "Headphone - Output Jack", "Headset Headphone Jack"}) {
        CAPTURE(name);
        CHECK(is_headphone_jack(name, false));
    }
    for (const char* name :
         {"Headphone Phantom Jack", "Headphone Mic Jack", "Headset Mic Jack", "Mic Jack",
          "Line Out Jack", "Speaker Phantom Jack", "HDMI/DP,pcm=3 Jack",
          "Headphone Playback Switch", "Speaker - Output Jack", ""}) {
        CAPTURE(name);
        CHECK_FALSE(is_headphone_jack(name, false));
    }
    CHECK(is_headphone_jack("Speaker - Output Jack", true));
    CHECK_FALSE(is_headphone_jack("Mic - Input Jack", true));
}
