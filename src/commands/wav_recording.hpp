// Speaks utterances into a WAV file with help-kiosk-speaker, so that a person can listen to them.
#pragma once

#include "speech/outline_reader.hpp"

#include <filesystem>
#include <vector>

namespace commands {

// Returns the exit code of the speaker: 0 if it spoke everything, otherwise it has printed why not.
// Throws std::runtime_error if it is not installed or was killed.
int record_wav(const std::filesystem::path& wav_file,
               const std::vector<speech::Utterance>& utterances);

} // namespace commands
