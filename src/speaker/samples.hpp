// Samples for both ears: left, right, left, right.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace speaker {

// Returns what the voice says for both ears. `volume` is from speaker_protocol::min_volume to
// max_volume; each step is 3 dB, and the loudest changes nothing.
std::vector<std::int16_t> for_both_ears(std::span<const std::int16_t> samples, int volume);

// Returns the tone of the sound test: soft, first on the left, then on the right.
std::vector<std::int16_t> make_tone(int sample_rate);

} // namespace speaker
