// How other programs tell help-kiosk-speaker what to say: one line for each utterance.
#pragma once

#include "speaker/voice.hpp"

#include <optional>
#include <string_view>

namespace speaker {

// Parses "en 150 Text HELP": the code of the language, the words per minute and the text. Returns
// nullopt if a part is missing, or if the speed is not in the range of the voice.
std::optional<Utterance> parse_utterance_line(std::string_view line);

} // namespace speaker
