// The voice that reads aloud. It makes samples, and plays nothing. The only user of espeak-ng,
// whose license, GPL-3, applies to programs that link it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace speaker {

// The loudest sample of any sound, as a fraction of full scale: 6 dB below it. Headphones that are
// far too loud are then still bearable.
inline constexpr double max_peak = 0.5;

inline constexpr int min_words_per_minute = 80;
inline constexpr int max_words_per_minute = 450;

// What the voice says.
struct Utterance {
    std::string text;          // UTF-8
    std::string language_code; // such as "es"
    int words_per_minute = 120;
};

// espeak-ng has one voice for the whole program and cannot be started twice, so a program has only
// one object.
class Voice {
public:
    // Throws std::runtime_error if the data of espeak-ng are not installed.
    Voice();
    ~Voice();
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    // Samples per second, of one channel.
    int sample_rate() const { return sample_rate_; }

    // Returns whether the voice speaks a language.
    bool has_language(std::string_view language_code) const;

    // The codes of all languages that the voice speaks, in alphabetical order: those without a
    // region, and the two kinds of Chinese.
    std::vector<std::string> language_codes() const;

    // Receives a part of the samples, at most 50 ms, none above max_peak. Returns false to stop.
    using Sink = std::function<bool(std::span<const std::int16_t> samples)>;

    // Passes the samples of an utterance to `sink`, while they are made. Returns whether all of it
    // was said; false if `sink` stopped it, or if the voice does not speak the language.
    bool say(const Utterance& utterance, const Sink& sink);

    // Overwrites what espeak-ng keeps in memory of the last text. Nothing is heard.
    void forget();

private:
    int sample_rate_ = 0;
};

} // namespace speaker
