// Prints what is read aloud of the screens, for people who check a translation or a pronunciation.
#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/wav_recording.hpp"
#include "preview/screen_list.hpp"
#include "speech/outline_reader.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace commands {

namespace {

struct SpeechOptions {
    cli::ContentOptions content_options;
    std::string screen;
    std::string language;
    std::string wav_file;
};

// Prints what is read of each screen, and collects it.
class SpeechPrinter {
public:
    SpeechPrinter(std::shared_ptr<const content::Content> content, const std::string& language)
        : content_(std::move(content)),
          language_code_(content_->translation_or_default(language).code) {
        view_options_.language = language_code_;
    }

    void print(const preview::Screen& screen) {
        const auto kiosk = preview::open_screen(content_, screen, view_options_,
                                                cli::panel_for(*content_, {}, 0), typesetter_);
        fmt::print("== {}\n", screen.name);
        for (speech::Utterance& utterance :
             speech::read_outline(kiosk->outline(), kiosk->content(), language_code_)) {
            const bool is_other = utterance.language_code != language_code_;
            fmt::print("{}{}\n", utterance.text,
                       is_other ? fmt::format(" [{}]", utterance.language_code) : "");
            utterances_.push_back(std::move(utterance));
        }
    }

    const std::vector<speech::Utterance>& utterances() const { return utterances_; }

private:
    std::vector<speech::Utterance> utterances_;
    std::shared_ptr<const content::Content> content_;
    std::string language_code_;
    preview::ViewOptions view_options_;
    text::Typesetter typesetter_;
};

int print_speech(const SpeechOptions& options) {
    const auto content = cli::load_content_or_report(options.content_options, options.language);
    if (!content) return 1;
    SpeechPrinter printer(content, options.language);
    if (options.screen.empty()) {
        for (const preview::Screen& screen : preview::visitor_screens(*content))
            printer.print(screen);
    } else if (const auto screen = preview::find_screen(*content, options.screen)) {
        printer.print(*screen);
    } else {
        fmt::print(stderr, "error: there is no screen \"{}\"\n  = see: help-kiosk draw --help\n",
                   options.screen);
        return 1;
    }
    return options.wav_file.empty() ? 0 : record_wav(options.wav_file, printer.utterances());
}

} // namespace

void add_speech_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<SpeechOptions>();
    cli::Command command =
        command_line.add_command("speech", "Print how a voice reads the screens aloud");
    cli::add_content_options(command, options->content_options);
    command.add_option("--screen", options->screen,
                       "One screen, as in draw; without it, all that visitors can open");
    command.add_option("--language", options->language,
                       "Code of a language with a translation, for example es");
    command.add_option("--wav", options->wav_file,
                       "WAV file to speak into, with the program help-kiosk-speaker");
    command.set_action([options] { return print_speech(*options); });
}

} // namespace commands
