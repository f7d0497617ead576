#include "speaker/recordings.hpp"

#include "speaker/wav_sound.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace speaker {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::error_code not_there;
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(folder, not_there))
        entries.push_back(entry.path());
    std::ranges::sort(entries);
    return entries;
}

// The words of a text with single spaces between them, so that its lines may be broken anywhere.
std::string words_of(const std::string& text) {
    std::istringstream in(text);
    std::string words;
    for (std::string word; in >> word;) words += (words.empty() ? "" : " ") + word;
    return words;
}

// Returns the mean of all channels at a point in time, in frames. Between two frames it is on the
// line from one to the other, which is good enough for speech.
double sample_at(const WavSound& sound, double frame) {
    const auto first = static_cast<std::size_t>(frame);
    const std::size_t next = std::min(first + 1, sound.frame_count() - 1);
    const double offset = frame - static_cast<double>(first);
    return sound.mean(first) * (1 - offset) + sound.mean(next) * offset;
}

} // namespace

Recordings::Recordings(const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders)
        for (const fs::path& language : sorted_entries(folder)) add_folder(language);
}

void Recordings::add_folder(const fs::path& folder) {
    for (const fs::path& file : sorted_entries(folder))
        if (file.extension() == ".txt") add(folder.filename(), file);
}

void Recordings::add(const std::string& language_code, const fs::path& text_file) {
    std::ifstream in(text_file);
    const std::string text = words_of({std::istreambuf_iterator<char>(in), {}});
    const fs::path sound = fs::path(text_file).replace_extension(".wav");
    try {
        if (text.empty())
            throw std::runtime_error(text_file.string() + ": write the text that was recorded");
        if (!fs::exists(sound))
            throw std::runtime_error(sound.string() + ": record the text of " +
                                     text_file.filename().string() + " in this file");
        WavSound{sound};
        sounds_.try_emplace({language_code, text}, sound);
    } catch (const std::runtime_error& error) {
        problems_.emplace_back(error.what());
    }
}

const fs::path* Recordings::find(std::string_view language_code, std::string_view text) const {
    if (sounds_.empty()) return nullptr;
    const auto found = sounds_.find({std::string(language_code), words_of(std::string(text))});
    return found == sounds_.end() ? nullptr : &found->second;
}

// If somebody has removed a recording, the voice says its text. A sink that has stopped a recording
// stops the voice before it is heard.
bool speak(const Utterance& utterance, const Recordings& recordings, Voice& voice,
           const Voice::Sink& sink) {
    const fs::path* recording = recordings.find(utterance.language_code, utterance.text);
    return (recording != nullptr && play_recording(*recording, voice.sample_rate(), sink)) ||
           voice.say(utterance, sink);
}

bool play_recording(const fs::path& path, int sample_rate, const Voice::Sink& sink) try {
    const WavSound sound(path);
    constexpr int parts_per_second = 25;
    std::vector<std::int16_t> part(static_cast<std::size_t>(sample_rate / parts_per_second));
    const double step = static_cast<double>(sound.sample_rate()) / sample_rate; // in frames
    const std::size_t count = sound.frame_count() * static_cast<std::size_t>(sample_rate) /
                              static_cast<std::size_t>(sound.sample_rate());
    for (std::size_t begin = 0; begin < count; begin += part.size()) {
        part.resize(std::min(part.size(), count - begin));
        for (std::size_t i = 0; i < part.size(); ++i)
            part[i] = static_cast<std::int16_t>(
                std::lround(sample_at(sound, static_cast<double>(begin + i) * step) * max_peak));
        if (!sink(part)) return false;
    }
    return true;
} catch (const std::runtime_error&) {
    return false; // the file was removed or changed
}

} // namespace speaker
