// Texts that a person has read aloud, and which are played in place of the voice.
#pragma once

#include "speaker/voice.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace speaker {

class Recordings {
public:
    // Finds the recordings in each of the folders: <language code>/<name>.txt has a text as
    // `help-kiosk speech` prints it, and <name>.wav beside it is its sound, see WavSound. If
    // several have the same text, the one in the first folder is played. A folder that does not
    // exist has no recordings.
    explicit Recordings(const std::vector<std::filesystem::path>& folders);

    // What cannot be played, a line for each: a text without a sound, an empty text, a sound that
    // cannot be read. The voice says these texts.
    const std::vector<std::string>& problems() const { return problems_; }

    // Returns the sound of a text, or nullptr. The object owns it.
    const std::filesystem::path* find(std::string_view language_code, std::string_view text) const;

private:
    void add_folder(const std::filesystem::path& folder);
    void add(const std::string& language_code, const std::filesystem::path& text_file);

    std::map<std::pair<std::string, std::string>, std::filesystem::path>
        sounds_; // by code and text
    std::vector<std::string> problems_;
};

// Passes the samples of an utterance to `sink`: those of its recording, at the speed of the person,
// or if it has none, those of the voice. Returns whether all of it was said, as Voice::say() does.
bool speak(const Utterance& utterance, const Recordings& recordings, Voice& voice,
           const Voice::Sink& sink);

// Passes the samples of a sound to `sink` at `sample_rate`, of all channels together, none above
// max_peak. Returns whether all of it was played; false if `sink` stopped it, or if the file cannot
// be read.
bool play_recording(const std::filesystem::path& sound, int sample_rate, const Voice::Sink& sink);

} // namespace speaker
