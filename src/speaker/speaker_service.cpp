#include "speaker/speaker_service.hpp"

#include "speaker/samples.hpp"
#include "speaker/wiped_memory.hpp"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <unistd.h>
#include <utility>
#include <variant>
#include <vector>

namespace speaker {

SpeakerService::SpeakerService(int listening_fd, HeadphoneDetector& headphones,
                               const Recordings& recordings, Voice& voice)
    : listening_fd_(listening_fd), headphones_(headphones), recordings_(recordings), voice_(voice) {
}

SpeakerService::~SpeakerService() {
    close(listening_fd_);
}

void SpeakerService::run() {
    for (;;) {
        wait(Until::something_happens);
        if (!next_) continue;
        while (next_) carry_out(*std::exchange(next_, nullptr));
        voice_.forget();
        wipe_unused_stack();
    }
}

// Waits, and handles everything that has happened meanwhile. A second client waits until the first
// one is gone.
void SpeakerService::wait(Until until) {
    std::vector<pollfd> descriptors = headphones_.poll_descriptors();
    const auto headphone_count = static_cast<std::ptrdiff_t>(descriptors.size());
    descriptors.push_back({client_ ? client_->fd() : listening_fd_, POLLIN, 0});
    if (until == Until::room_in_playback) playback_->add_poll_descriptors(descriptors);
    const int timeout = until == Until::now ? 0 : -1;
    if (poll(descriptors.data(), descriptors.size(), timeout) < 0 && errno != EINTR)
        throw std::runtime_error("cannot wait for the viewer");
    const auto headphones_end = descriptors.begin() + headphone_count;
    if (std::any_of(descriptors.begin(), headphones_end, [](auto fd) { return fd.revents != 0; }))
        update_headphones();
    if (headphones_end->revents == 0) return;
    if (client_)
        receive_requests();
    else
        accept_client();
}

void SpeakerService::update_headphones() {
    const bool were_plugged_in = headphones_.card().has_value();
    headphones_.update();
    const bool are_plugged_in = headphones_.card().has_value();
    if (are_plugged_in != were_plugged_in) send(speaker_protocol::Headphones{are_plugged_in});
}

void SpeakerService::accept_client() {
    client_ = Client::accept(listening_fd_);
    send(speaker_protocol::Voices{voice_.language_codes()});
    send(speaker_protocol::Headphones{headphones_.card().has_value()});
}

void SpeakerService::receive_requests() {
    if (client_->receive(next_)) return;
    client_.reset();
    next_ = std::make_unique<speaker_protocol::Request>(speaker_protocol::Stop{});
}

void SpeakerService::send(const speaker_protocol::Reply& reply) {
    if (!client_ || client_->send(reply)) return;
    client_.reset();
    next_ = std::make_unique<speaker_protocol::Request>(speaker_protocol::Stop{});
}

// Not a part of run(), so that its variables can be overwritten afterwards.
[[gnu::noinline]] void SpeakerService::carry_out(const speaker_protocol::Request& request) {
    if (const auto* const to_say = std::get_if<speaker_protocol::Say>(&request)) {
        say(*to_say);
    } else if (std::holds_alternative<speaker_protocol::PlayTone>(request) &&
               play(make_tone(voice_.sample_rate()))) {
        play_to_the_end();
    }
    playback_.reset();
}

void SpeakerService::say(const speaker_protocol::Say& say) {
    const Utterance utterance{say.text, say.language_code, say.words_per_minute};
    if (speak(utterance, recordings_, voice_, [&](std::span<const std::int16_t> samples) {
            return play(for_both_ears(samples, say.volume));
        }))
        play_to_the_end();
    if (!next_) send(speaker_protocol::Finished{say.number});
}

// The only function that lets anything be heard, and only while headphones are plugged in. Returns
// false if they are not, or if there is something else to do.
bool SpeakerService::play(std::span<const std::int16_t> samples) {
    wait(Until::now);
    while (!samples.empty()) {
        const auto card = headphones_.card();
        if (next_ || !card) return false;
        if (!playback_) playback_ = Playback::open(*card, voice_.sample_rate());
        if (!playback_ || playback_->card_index() != *card) return false;
        const auto written = playback_->write(samples);
        if (!written) return false;
        samples = samples.subspan(*written);
        if (!samples.empty()) wait(Until::room_in_playback);
    }
    return true;
}

// Returns when everything that was written has been heard.
bool SpeakerService::play_to_the_end() {
    return playback_ && play(std::vector<std::int16_t>(playback_->buffer_size()));
}

} // namespace speaker
