// What the event loop does with the speaker.
#include "speech/announcement.hpp"
#include "viewer/event_loop.hpp"

#include <utility>

namespace viewer {

void EventLoop::attach(SpeakerConnection& speaker) {
    speaker_ = &speaker;
    connect_speaker(clock_());
}

// No timer tries it again, so that nothing wakes the program while nobody is there. If the building
// has turned the sound off, nobody connects, so the service of a station is never started.
void EventLoop::connect_speaker(const base::ClockReading& now) {
    if (speaker_ == nullptr) return;
    const bool is_allowed = kiosk_.content().site.audio == content::Audio::headphones;
    if (speaker_->is_connected() == is_allowed) return;
    audio_status_ = {};
    if (is_allowed)
        speaker_->connect();
    else
        speaker_->disconnect();
    update_audio_status(now);
}

void EventLoop::handle_speaker_replies(const base::ClockReading& now) {
    if (speaker_ == nullptr) return;
    for (const speaker_protocol::Reply& reply : speaker_->take_replies()) {
        if (const auto* headphones = std::get_if<speaker_protocol::Headphones>(&reply))
            audio_status_.has_headphones = headphones->are_plugged_in;
        if (const auto* voices = std::get_if<speaker_protocol::Voices>(&reply))
            audio_status_.voices = voices->language_codes;
        if (const auto* finished = std::get_if<speaker_protocol::Finished>(&reply))
            handle_finished(*finished, now);
    }
    update_audio_status(now);
}

void EventLoop::update_audio_status(const base::ClockReading& now) {
    const bool is_connected = speaker_->is_connected();
    if (!is_connected) audio_status_ = {};
    if (!audio_status_.has_headphones) screen_reader_.stop();
    if (audio_status_ != kiosk_.audio_status()) kiosk_.set_audio_status(audio_status_, now);
    if (is_connected == kiosk_.device_status().can_play_tone) return;
    ui::DeviceStatus device_status = kiosk_.device_status();
    device_status.can_play_tone = is_connected;
    kiosk_.set_device_status(std::move(device_status), now);
}

void EventLoop::handle_finished(const speaker_protocol::Finished& finished,
                                const base::ClockReading& now) {
    if (screen_reader_.handle(finished))
        kiosk_.dispatch(session::SpeechFinished{}, now);
    else if (screen_reader_.is_speaking())
        kiosk_.dispatch(session::ReadSentence{screen_reader_.sentence()}, now);
}

bool EventLoop::play_test_tone() {
    return audio_status_.has_headphones && speaker_->send(speaker_protocol::PlayTone{});
}

// Returns false if there is nothing to say, such as a name of a language that no voice speaks.
bool EventLoop::say(const std::vector<speech::Utterance>& utterances) {
    if (audio_status_.has_headphones && !kiosk_.state().staff)
        return screen_reader_.say(utterances, audio_status_.voices, kiosk_.state());
    screen_reader_.stop();
    return false;
}

// Returns false if the effect is about something else.
bool EventLoop::run_speech_effect(const session::Effect& effect, const base::ClockReading& now) {
    const content::Content& content = kiosk_.content();
    const std::string& language_code = content.translation_or_default(kiosk_.state().language).code;
    if (const auto* read = std::get_if<session::ReadAloud>(&effect)) {
        const auto& listening = kiosk_.state().listening;
        if (!listening || listening->node != read->node)
            return true; // something else came after it
        const ui::Outline& outline = kiosk_.outline();
        if (!say(read->should_describe
                     ? speech::announce_node(outline, content, language_code, read->node,
                                             audio_status_.voices)
                     : speech::read_node(outline, content, language_code, read->node)))
            kiosk_.dispatch(session::SpeechFinished{}, now);
    } else if (const auto* announce = std::get_if<session::Announce>(&effect)) {
        say(speech::announce(announce->announcement, kiosk_.state(), content));
    } else if (std::holds_alternative<session::StopSpeaking>(effect)) {
        screen_reader_.stop();
    } else {
        return false;
    }
    return true;
}

} // namespace viewer
