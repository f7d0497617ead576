#include "viewer/screen_reader.hpp"

#include <algorithm>
#include <utility>

namespace viewer {

namespace {

// Returns at most as much of a text as the speaker says, without a part of a character at the end.
std::string limit_length(const std::string& text) {
    std::size_t size = std::min(text.size(), speaker_protocol::max_text_bytes);
    const auto is_continuation = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
    };
    while (size < text.size() && size > 0 && is_continuation(text[size])) --size;
    return text.substr(0, size);
}

} // namespace

int words_per_minute(session::SpeechSpeed speed) {
    switch (speed) {
    case session::SpeechSpeed::slow:
        return 100;
    case session::SpeechSpeed::normal:
        return 140;
    case session::SpeechSpeed::fast:
        break;
    }
    return 200;
}

bool ScreenReader::say(const std::vector<speech::Utterance>& utterances,
                       const std::vector<std::string>& voices, const session::State& state) {
    std::deque<Waiting> waiting;
    for (const speech::Utterance& utterance : utterances) {
        if (std::ranges::find(voices, utterance.language_code) == voices.end()) continue;
        waiting.push_back(
            {{++last_number_, utterance.language_code, words_per_minute(state.speech_speed),
              state.volume, limit_length(utterance.text)},
             utterance.sentence});
    }
    if (waiting.empty()) {
        stop();
        return false;
    }
    waiting_ = std::move(waiting);
    send_(waiting_.front().say);
    return true;
}

void ScreenReader::stop() {
    if (!is_speaking()) return;
    waiting_.clear();
    send_(speaker_protocol::Stop{});
}

bool ScreenReader::handle(const speaker_protocol::Finished& finished) {
    if (!is_speaking() || finished.number != waiting_.front().say.number) return false;
    waiting_.pop_front();
    if (waiting_.empty()) return true;
    send_(waiting_.front().say);
    return false;
}

} // namespace viewer
