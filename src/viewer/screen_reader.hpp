// Says utterances one after the other with the speaker: the next one when the speaker has finished
// the one before.
#pragma once

#include "session/state.hpp"
#include "speaker_protocol/reply.hpp"
#include "speaker_protocol/request.hpp"
#include "speech/outline_reader.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

namespace viewer {

// Returns how fast a voice speaks.
int words_per_minute(session::SpeechSpeed speed);

class ScreenReader {
public:
    // `send` passes a request on to the speaker.
    explicit ScreenReader(std::function<void(const speaker_protocol::Request&)> send)
        : send_(std::move(send)) {}

    // Says these instead of what is being said, at the volume and the speed of the visit. An
    // utterance for which none of `voices` speaks the language is left out. Returns false if there
    // is none left.
    bool say(const std::vector<speech::Utterance>& utterances,
             const std::vector<std::string>& voices, const session::State& state);

    // Is silent at once, and forgets what was not said yet. Does nothing if nothing is being said.
    void stop();

    bool is_speaking() const { return !waiting_.empty(); }

    // Says the next utterance if `finished` is about the one that is being said. Returns whether it
    // was the last.
    bool handle(const speaker_protocol::Finished& finished);

    // The sentence that is being said, as its index in the text of its node. Only while something
    // is being said.
    int sentence() const { return waiting_.front().sentence; }

private:
    struct Waiting {
        speaker_protocol::Say say;
        int sentence = 0;
    };

    std::function<void(const speaker_protocol::Request&)> send_;
    std::deque<Waiting> waiting_; // the first one is being said
    std::uint32_t last_number_ = 0;
};

} // namespace viewer
