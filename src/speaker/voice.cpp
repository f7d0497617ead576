#include "speaker/voice.hpp"

#include <algorithm>
#include <cmath>
#include <espeak-ng/speak_lib.h>
#include <stdexcept>
#include <vector>

namespace speaker {

namespace {

constexpr int chunk_ms = 40;

// Names of the voices of languages that have several. Spanish is that of Latin America.
struct PreferredVoice {
    std::string_view language_code;
    std::string_view voice;
};
constexpr PreferredVoice preferred_voices[] = {
    {"en", "en-us"}, {"es", "es-419"}, {"zh-Hans", "cmn"}, {"zh-Hant", "yue"}};

// Of all variants of espeak-ng, the one whose digits a speech recognizer tells apart best.
constexpr std::string_view variant = "+klatt";

std::string voice_name(std::string_view language_code) {
    const auto* const preferred =
        std::ranges::find(preferred_voices, language_code, &PreferredVoice::language_code);
    return std::string(preferred == std::end(preferred_voices) ? language_code : preferred->voice);
}

bool select_voice(std::string_view language_code) {
    const std::string name = voice_name(language_code);
    if (espeak_SetVoiceByName(name.c_str()) != EE_OK) return false;
    return espeak_SetVoiceByName((name + std::string(variant)).c_str()) == EE_OK;
}

// What the callback of espeak-ng, which is a plain function, does with the samples.
struct Synthesis {
    const Voice::Sink& sink;
    bool was_stopped = false;
    std::vector<std::int16_t> softened = {};
};

// Returns 1 to stop, otherwise 0.
int receive_samples(short* samples, int count, espeak_EVENT* events) {
    if (samples == nullptr || count <= 0) return 0;
    auto& synthesis = *static_cast<Synthesis*>(events->user_data);
    if (synthesis.was_stopped) return 1;
    synthesis.softened.resize(static_cast<std::size_t>(count));
    std::transform(samples, samples + count, synthesis.softened.begin(), [](short sample) {
        return static_cast<std::int16_t>(std::trunc(sample * max_peak));
    });
    synthesis.was_stopped = !synthesis.sink(synthesis.softened);
    std::ranges::fill(synthesis.softened, std::int16_t{0}); // nothing of a visit stays in memory
    return synthesis.was_stopped ? 1 : 0;
}

} // namespace

Voice::Voice()
    : sample_rate_(espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, chunk_ms, nullptr,
                                     espeakINITIALIZE_DONT_EXIT)) {
    if (sample_rate_ <= 0)
        throw std::runtime_error("the voices are missing: install the package espeak-ng-data");
    espeak_SetSynthCallback(receive_samples);
}

Voice::~Voice() {
    espeak_Terminate();
}

bool Voice::has_language(std::string_view language_code) const {
    return select_voice(language_code);
}

std::vector<std::string> Voice::language_codes() const {
    constexpr std::size_t max_length = 3; // without a region
    std::vector<std::string> codes;
    for (const PreferredVoice& preferred : preferred_voices)
        codes.emplace_back(preferred.language_code);
    for (const espeak_VOICE** voice = espeak_ListVoices(nullptr); *voice != nullptr; ++voice) {
        // Each code follows a byte with its priority. The list ends with a zero.
        for (const char* code = (*voice)->languages; *code != 0;) {
            codes.emplace_back(++code);
            code += codes.back().size() + 1;
            if (codes.back().size() > max_length) codes.pop_back();
        }
    }
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

bool Voice::say(const Utterance& utterance, const Sink& sink) {
    if (!select_voice(utterance.language_code)) return false;
    espeak_SetParameter(
        espeakRATE,
        std::clamp(utterance.words_per_minute, min_words_per_minute, max_words_per_minute), 0);
    Synthesis synthesis{sink};
    const std::string& text = utterance.text;
    const espeak_ERROR error = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                            espeakCHARS_UTF8 | espeakENDPAUSE, nullptr, &synthesis);
    return error == EE_OK && !synthesis.was_stopped;
}

// espeak-ng copies each part of a text, of up to 800 letters, over the part before.
void Voice::forget() {
    constexpr int word_count = 500;
    Utterance filler{{}, "en"};
    for (int i = 0; i < word_count; ++i) filler.text += "a ";
    say(filler, [](std::span<const std::int16_t>) { return false; });
}

} // namespace speaker
