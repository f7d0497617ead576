// Plays samples on a sound card.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <poll.h>
#include <span>
#include <vector>

typedef struct _snd_pcm snd_pcm_t;

namespace speaker {

// Left and right. A frame has one sample of each.
inline constexpr std::size_t playback_channel_count = 2;

class Playback {
public:
    // Opens the first device of a sound card, usually the headphones; the others include the
    // speakers of the display. `sample_rate` is in frames per second. Returns nullptr if the
    // card cannot be opened.
    static std::unique_ptr<Playback> open(int card_index, int sample_rate);

    // Is silent at once: what was written and is not yet heard is dropped.
    ~Playback();
    Playback(const Playback&) = delete;
    Playback& operator=(const Playback&) = delete;

    int card_index() const { return card_index_; }

    // How many samples may be written and not yet heard, at most; about 60 ms.
    std::size_t buffer_size() const { return buffer_size_; }

    // Writes as many samples as there is room for, without waiting, and returns how many. Returns
    // nullopt if the card is gone.
    std::optional<std::size_t> write(std::span<const std::int16_t> samples);

    // Adds what to wait for until there is room.
    void add_poll_descriptors(std::vector<pollfd>& descriptors) const;

private:
    Playback(snd_pcm_t* pcm, int card_index);

    snd_pcm_t* pcm_;
    int card_index_;
    std::size_t buffer_size_ = 0;
};

} // namespace speaker
