// help-kiosk-speaker: the program that speaks. Only it links espeak-ng, because the license of
// espeak-ng, GPL-3, then applies to it. `help-kiosk speech --wav` starts it.
#include "speaker/utterance_line.hpp"
#include "speaker/voice.hpp"
#include "speaker/wav_file.hpp"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <string_view>

namespace {

constexpr const char* help =
    R"(Speak texts into a WAV file. help-kiosk speech --wav FILE starts this program.
Usage: help-kiosk-speaker --wav FILE

Standard input has one line for each text: the code of its language, the words per minute, and the text.
)";

constexpr int pause_ms = 400; // between two texts

int speak_lines(const char* path) {
    speaker::Voice voice;
    speaker::WavFile wav_file(path, voice.sample_rate());
    const auto write = [&](std::span<const std::int16_t> samples) {
        wav_file.write(samples);
        return true;
    };
    for (std::string line; std::getline(std::cin, line);) {
        const auto utterance = speaker::parse_utterance_line(line);
        if (!utterance) {
            std::cerr << "help-kiosk-speaker: this line has no language, speed and text: " << line
                      << '\n';
            return 1;
        }
        if (!voice.say(*utterance, write)) {
            std::cerr << "help-kiosk-speaker: there is no voice for the language "
                      << utterance->language_code << '\n';
            return 1;
        }
        wav_file.write_silence(pause_ms);
    }
    wav_file.close();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view option = argc > 1 ? argv[1] : "";
    if (argc == 2 && option == "--version") return std::puts(HELP_KIOSK_VERSION) < 0 ? 1 : 0;
    if (argc == 2 && option == "--help") return std::fputs(help, stdout) < 0 ? 1 : 0;
    if (argc != 3 || option != "--wav") {
        std::fputs(help, stderr);
        return 2;
    }
    try {
        return speak_lines(argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "help-kiosk-speaker: " << error.what() << '\n';
        return 1;
    }
}
