#include "speaker/samples.hpp"

#include "speaker/peak.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <tuple>
#include <vector>

using test::peak_of;

TEST_CASE("the voice is the same for both ears, and each step of the volume is 3 decibels") {
    const std::vector<std::int16_t> samples{0, 1000, -16384};
    CHECK(speaker::for_both_ears(samples, 10) ==
          std::vector<std::int16_t>{0, 0, 1000, 1000, -16384, -16384});
    CHECK(speaker::for_both_ears(samples, 9) ==
          std::vector<std::int16_t>{0, 0, 708, 708, -11599, -11599});
    CHECK(speaker::for_both_ears(samples, 1) ==
          std::vector<std::int16_t>{0, 0, 45, 45, -732, -732});
}

TEST_CASE("the tone is soft, and first on the left, then on the right") {
    const std::vector<std::int16_t> tone = speaker::make_tone(22050);
    const auto middle = static_cast<std::ptrdiff_t>(tone.size() / 2);
    const std::vector<std::int16_t> first(tone.begin(), tone.begin() + middle);
    const std::vector<std::int16_t> second(tone.begin() + middle, tone.end());
    for (const auto& [ear, other_ear, half] : {std::tuple{0, 1, first}, std::tuple{1, 0, second}}) {
        CHECK(peak_of(half, static_cast<std::size_t>(ear), 2) > 1500);
        CHECK(peak_of(half, static_cast<std::size_t>(ear), 2) < 1700);
        CHECK(peak_of(half, static_cast<std::size_t>(other_ear), 2) == 0);
    }
}
