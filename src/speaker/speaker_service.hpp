// Does what the viewer asks for: speaks, plays the tone, and tells whether headphones are plugged
// in. At rest it only waits.
#pragma once

#include "speaker/client.hpp"
#include "speaker/headphone_detector.hpp"
#include "speaker/playback.hpp"
#include "speaker/recordings.hpp"
#include "speaker/voice.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace speaker {

class SpeakerService {
public:
    // Takes over the listening socket. The voice says what has no recording.
    SpeakerService(int listening_fd, HeadphoneDetector& headphones, const Recordings& recordings,
                   Voice& voice);
    ~SpeakerService();
    SpeakerService(const SpeakerService&) = delete;
    SpeakerService& operator=(const SpeakerService&) = delete;

    // Serves one client after the other, without end. Throws std::runtime_error if the kernel
    // cannot wait for them.
    [[noreturn]] void run();

private:
    enum class Until { now, something_happens, room_in_playback };
    void wait(Until until);
    void update_headphones();
    void accept_client();
    void receive_requests();
    void send(const speaker_protocol::Reply& reply);
    void carry_out(const speaker_protocol::Request& request);
    void say(const speaker_protocol::Say& say);
    bool play(std::span<const std::int16_t> samples);
    bool play_to_the_end();

    int listening_fd_;
    HeadphoneDetector& headphones_;
    const Recordings& recordings_;
    Voice& voice_;
    std::unique_ptr<Client> client_;                  // null: none is connected
    std::unique_ptr<speaker_protocol::Request> next_; // ends what is being carried out
    std::unique_ptr<Playback> playback_;              // null: silent
};

} // namespace speaker
