#include "speaker/samples.hpp"

#include "speaker_protocol/request.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace speaker {

std::vector<std::int16_t> for_both_ears(std::span<const std::int16_t> samples, int volume) {
    constexpr double step = 3; // decibels
    const double factor = std::pow(10, step * (volume - speaker_protocol::max_volume) / 20);
    std::vector<std::int16_t> both;
    both.reserve(2 * samples.size());
    for (const std::int16_t sample : samples) {
        const auto softer = static_cast<std::int16_t>(std::lround(sample * factor));
        both.insert(both.end(), {softer, softer});
    }
    return both;
}

std::vector<std::int16_t> make_tone(int sample_rate) {
    constexpr double seconds_per_ear = 1.5, frequency = 440, peak = 0.05 * 32767;
    constexpr double fade_seconds = 0.02; // a sudden start would click
    const auto frames_per_ear = static_cast<std::size_t>(seconds_per_ear * sample_rate);
    std::vector<std::int16_t> samples(2 * 2 * frames_per_ear);
    for (std::size_t i = 0; i < frames_per_ear; ++i) {
        const double seconds = static_cast<double>(i) / sample_rate;
        const double fade =
            std::min({1.0, seconds / fade_seconds, (seconds_per_ear - seconds) / fade_seconds});
        const double wave = std::sin(2 * std::numbers::pi * frequency * seconds);
        const auto sample = static_cast<std::int16_t>(std::lround(peak * fade * wave));
        samples[2 * i] = sample;
        samples[2 * (frames_per_ear + i) + 1] = sample;
    }
    return samples;
}

} // namespace speaker
