// help-kiosk-speaker: the program that speaks. Only it links espeak-ng, because the license of
// espeak-ng, GPL-3, then applies to it. On a station it is a service that the viewer tells what to
// say. `help-kiosk speech --wav` starts it, too.
#include "speaker/headphone_detector.hpp"
#include "speaker/listening_socket.hpp"
#include "speaker/recordings.hpp"
#include "speaker/speaker_service.hpp"
#include "speaker/utterance_line.hpp"
#include "speaker/voice.hpp"
#include "speaker/wav_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr const char* help =
    R"(Speak texts on headphones, or into a WAV file.
Usage: help-kiosk-speaker --listen [PATH] [--devices FOLDER] [--recordings FOLDER]
       help-kiosk-speaker --wav FILE [--recordings FOLDER]

  --listen [PATH]   do what the viewer asks for on the socket PATH, or on the socket that systemd
                    passes; nothing can be heard without headphones
  --devices FOLDER  where the device files of the sound cards are, instead of /dev/snd
  --recordings FOLDER
                    texts that a person has read aloud: FOLDER/es/NAME.txt and NAME.wav; without
                    this option, those in /etc/help-kiosk/voice and /usr/share/help-kiosk/voice
  --wav FILE        speak standard input, as help-kiosk speech --wav FILE does; each line has the
                    code of its language, the words per minute, and the text
  --version         print the version
)";

constexpr int pause_ms = 400; // between two texts

struct SpeakerOptions {
    std::optional<std::string> listen; // the path; empty: the socket that systemd passes
    std::string devices = "/dev/snd";
    std::optional<std::string> wav;
    std::vector<std::filesystem::path> recordings{"/etc/help-kiosk/voice",
                                                  KIOSK_INSTALLED_DATA "/voice"};
};

// Returns nullopt if they are wrong.
std::optional<SpeakerOptions> parse_options(std::span<char*> arguments) {
    SpeakerOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view option = arguments[i];
        const bool has_value =
            i + 1 < arguments.size() && !std::string_view(arguments[i + 1]).starts_with("--");
        if (!has_value && option != "--listen") return std::nullopt;
        const std::string value = has_value ? arguments[++i] : "";
        if (option == "--listen")
            options.listen = value;
        else if (option == "--devices")
            options.devices = value;
        else if (option == "--wav")
            options.wav = value;
        else if (option == "--recordings")
            options.recordings = {value};
        else
            return std::nullopt;
    }
    return options.listen.has_value() == options.wav.has_value() ? std::nullopt
                                                                 : std::optional(options);
}

speaker::Recordings find_recordings(const SpeakerOptions& options) {
    speaker::Recordings recordings(options.recordings);
    for (const std::string& problem : recordings.problems())
        std::cerr << "help-kiosk-speaker: " << problem << '\n';
    return recordings;
}

[[noreturn]] void listen(const SpeakerOptions& options) {
    const int fd = options.listen->empty() ? speaker::take_systemd_socket()
                                           : speaker::create_listening_socket(*options.listen);
    speaker::Voice voice;
    speaker::HeadphoneDetector headphones(options.devices);
    const speaker::Recordings recordings = find_recordings(options);
    speaker::SpeakerService(fd, headphones, recordings, voice).run();
}

int speak_lines(const SpeakerOptions& options) {
    speaker::Voice voice;
    const speaker::Recordings recordings = find_recordings(options);
    speaker::WavFile wav_file(*options.wav, voice.sample_rate());
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
        if (!speaker::speak(*utterance, recordings, voice, write)) {
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
    const auto options =
        parse_options(std::span(argv, static_cast<std::size_t>(argc)).subspan(argc > 0 ? 1 : 0));
    if (!options) {
        std::fputs(help, stderr);
        return 2;
    }
    try {
        if (options->listen) listen(*options);
        return speak_lines(*options);
    } catch (const std::exception& error) {
        std::cerr << "help-kiosk-speaker: " << error.what() << '\n';
        return 1;
    }
}
