#include "speaker/playback.hpp"

#include <alsa/asoundlib.h>
#include <cerrno>
#include <string>

namespace speaker {

namespace {

constexpr unsigned buffer_us = 60'000;

} // namespace

std::unique_ptr<Playback> Playback::open(int card_index, int sample_rate) {
    snd_pcm_t* pcm = nullptr;
    const std::string name = "plughw:" + std::to_string(card_index) + ",0";
    if (snd_pcm_open(&pcm, name.c_str(), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0)
        return nullptr;
    constexpr int may_resample = 1;
    if (snd_pcm_set_params(pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED,
                           playback_channel_count, static_cast<unsigned>(sample_rate), may_resample,
                           buffer_us) < 0) {
        snd_pcm_close(pcm);
        return nullptr;
    }
    return std::unique_ptr<Playback>(new Playback(pcm, card_index));
}

Playback::Playback(snd_pcm_t* pcm, int card_index) : pcm_(pcm), card_index_(card_index) {
    snd_pcm_uframes_t buffer_frames = 0, period_frames = 0;
    snd_pcm_get_params(pcm_, &buffer_frames, &period_frames);
    buffer_size_ = buffer_frames * playback_channel_count;
}

Playback::~Playback() {
    snd_pcm_drop(pcm_);
    snd_pcm_close(pcm_);
}

std::optional<std::size_t> Playback::write(std::span<const std::int16_t> samples) {
    const snd_pcm_uframes_t frames = samples.size() / playback_channel_count;
    snd_pcm_sframes_t written = snd_pcm_writei(pcm_, samples.data(), frames);
    if (written == -EPIPE || written == -ESTRPIPE) { // the card has run out of samples
        if (snd_pcm_prepare(pcm_) < 0) return std::nullopt;
        written = snd_pcm_writei(pcm_, samples.data(), frames);
    }
    if (written == -EAGAIN) return 0;
    if (written < 0) return std::nullopt;
    return static_cast<std::size_t>(written) * playback_channel_count;
}

void Playback::add_poll_descriptors(std::vector<pollfd>& descriptors) const {
    const int count = snd_pcm_poll_descriptors_count(pcm_);
    if (count <= 0) return;
    const std::size_t old_size = descriptors.size();
    descriptors.resize(old_size + static_cast<std::size_t>(count));
    snd_pcm_poll_descriptors(pcm_, &descriptors[old_size], static_cast<unsigned>(count));
}

} // namespace speaker
