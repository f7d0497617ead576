// Tests the voice: how loud it is, how fast it stops, and whether a speech recognizer that has
// nothing to do with it understands the numbers.
#include "speaker/voice.hpp"

#include "speaker/peak.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

// All tests share the only voice of the program.
speaker::Voice& voice() {
    static speaker::Voice voice;
    return voice;
}

std::vector<std::int16_t> samples_of(const speaker::Utterance& utterance) {
    std::vector<std::int16_t> all;
    CHECK(voice().say(utterance, [&](std::span<const std::int16_t> samples) {
        all.insert(all.end(), samples.begin(), samples.end());
        return true;
    }));
    return all;
}

} // namespace

TEST_CASE("speech is neither silent nor louder than 6 dB below full scale, in each language") {
    constexpr int silent = 1000, max_sample = 32768 / 2;
    const speaker::Utterance utterances[] = {{"Text help, H E L P, to 2 3 3, 7 3 3.", "en"},
                                             {"¡Llama al 9 8 8! No es tu culpa.", "es"},
                                             {"خط الأزمات والانتحار. 9 8 8", "ar"},
                                             {"မြန်မာ 9 8 8", "my"},
                                             {"帮助 9 8 8", "zh-Hans"}};
    for (speaker::Utterance utterance : utterances) {
        CAPTURE(utterance.language_code);
        for (const int words_per_minute : {110, 150, 220}) {
            utterance.words_per_minute = words_per_minute;
            const int peak = test::peak_of(samples_of(utterance));
            CHECK(peak > silent);
            CHECK(peak <= max_sample);
        }
    }
}

TEST_CASE("the text is never read as markup or as a command") {
    const auto plain = samples_of({"Call", "en"});
    CHECK(samples_of({"<break time=\"9s\"/> Call", "en"}).size() < 10 * plain.size());
}

TEST_CASE("a slower voice needs more time") {
    const auto length = [&](int words_per_minute) {
        return samples_of({"You deserve to be safe.", "en", words_per_minute}).size();
    };
    CHECK(length(110) > length(150));
    CHECK(length(150) > length(220));
}

TEST_CASE("samples come in parts of at most 50 ms, and no more come after the sink stops") {
    int part_count = 0;
    CHECK_FALSE(voice().say({"You deserve to be safe.", "en"}, [&](auto samples) {
        CHECK(samples.size() <= static_cast<std::size_t>(voice().sample_rate()) / 20);
        return ++part_count < 3;
    }));
    CHECK(part_count == 3);
    CHECK(test::peak_of(samples_of({"Again", "en"})) > 1000);
}

TEST_CASE("the voice knows which languages it speaks") {
    for (const char* language_code : {"en", "es", "ar", "my", "zh-Hans", "so", "hmn"}) {
        CAPTURE(std::string(language_code));
        const bool is_known =
            std::string(language_code) != "so" && std::string(language_code) != "hmn";
        CHECK(voice().has_language(language_code) == is_known);
    }
    CHECK_FALSE(voice().say({"Hello", "hmn"}, [](auto) { return true; }));
}
