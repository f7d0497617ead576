// What people hear of the kiosk, and what keys do while they can hear it.
#include "ui/kiosk.hpp"
#include "ui/reading_order.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ui {

namespace {

// Returns what identifies the page or the layer that is shown, apart from its choices.
auto shown_screen(const session::State& state) {
    return std::tuple(state.section, session::top_layer(state), state.language,
                      state.slip ? state.slip->help_line : std::string());
}

} // namespace

bool Kiosk::has_voice(std::string_view language_code) const {
    const content::Translation& language = content_->translation_or_default(language_code);
    return audio_status_.has_headphones &&
           std::ranges::find(audio_status_.voices, language.code) != audio_status_.voices.end();
}

bool Kiosk::can_listen() const {
    return has_voice(state_.language) && !state_.staff && !state_.is_covered && !is_off_hours();
}

void Kiosk::set_audio_status(AudioStatus audio_status, const base::ClockReading& now) {
    if (audio_status == audio_status_) return;
    advance(now);
    const bool had_headphones = audio_status_.has_headphones;
    audio_status_ = std::move(audio_status);
    if (state_.listening && !can_listen()) apply(session::StopListening{}, now);
    if (!had_headphones && has_voice(state_.language) && is_idle() && !is_off_hours())
        effects_.emplace_back(session::Announce{session::Announcement::welcome});
    build_until_stable(now);
}

// Reading stops when what is shown can no longer be heard. A visitor who has chosen a language that
// no voice speaks hears how to go back, also from one such language to the next.
void Kiosk::tell_of_lost_voice(const session::Event& cause, const std::string& spoken_language,
                               const base::ClockReading& now) {
    const bool has_chosen_language = std::holds_alternative<session::SelectLanguage>(cause);
    if (has_chosen_language && !spoken_language.empty() && has_voice(spoken_language)) {
        focused_id_.clear();
        apply_unchanged(session::LeaveSpokenLanguage{spoken_language}, now);
    } else if (state_.listening) {
        apply_unchanged(session::StopListening{}, now);
    }
}

std::string Kiosk::language_to_hear() const {
    if (has_voice(state_.language)) return {};
    if (!state_.spoken_language.empty() && has_voice(state_.spoken_language))
        return state_.spoken_language;
    for (const std::string& language_code : content_->site.languages)
        if (has_voice(language_code)) return language_code;
    return {};
}

// Five keys are enough to go back: the middle key does, until another key has moved to a button,
// which the middle key then chooses as usual. The key Help does at any time.
bool Kiosk::can_go_back_to_voice(Key key) const {
    const bool is_unused_activation =
        key == Key::activate && focused_node() == nullptr && !state_.spoken_language.empty();
    return (key == Key::help || is_unused_activation) && !state_.staff &&
           !language_to_hear().empty();
}

void Kiosk::go_back_to_voice(const base::ClockReading& now) {
    apply(session::SelectLanguage{language_to_hear()}, now);
    read_after_press(now);
    build_until_stable(now);
}

// A screen without anything to read does not exist, but one whose rows are not laid out yet may.
void Kiosk::listen_from_top(const base::ClockReading& now) {
    const std::vector<int> order = reading_order(outline_);
    if (can_listen() && !order.empty())
        apply_unchanged(session::ReadNode{order.front(), true}, now);
}

void Kiosk::toggle_listening(const base::ClockReading& now) {
    if (session::is_reading(state_))
        apply_unchanged(session::StopListening{}, now);
    else
        listen_from_top(now);
}

void Kiosk::finish_speech(const base::ClockReading& now) {
    advance(now);
    apply(session::SpeechFinished{}, now);
    if (scan_at_) schedule_scan(effects_.size(), now);
    if (!session::is_reading(state_) || state_.warned_at) return build_until_stable(now);
    const std::vector<int> order = reading_order(outline_);
    const auto current = std::ranges::find(order, state_.listening->node);
    if (current == order.end() || current + 1 == order.end())
        apply(session::StopListening{}, now);
    else
        apply(session::ReadNode{*(current + 1), true}, now);
    build_until_stable(now);
    scroll_to_node(listening_node(), now);
}

const OutlineNode* Kiosk::listening_node() const {
    if (!state_.listening) return nullptr;
    const auto index = static_cast<std::size_t>(state_.listening->node);
    return index < outline_.size() ? &outline_[index] : nullptr;
}

// Returns the node that a key moves to, or -1 if there is none. Up and down move through all nodes,
// the other keys from button to button. Both wrap around.
int Kiosk::next_listening_node(Key key) const {
    std::vector<int> order = reading_order(outline_);
    const int current = state_.listening ? state_.listening->node : -1;
    if (key != Key::up && key != Key::down)
        std::erase_if(order, [&](int node) {
            return node != current && !outline_[static_cast<std::size_t>(node)].event;
        });
    if (order.empty()) return -1;
    const bool is_back = key == Key::up || key == Key::left || key == Key::previous;
    const auto found = std::ranges::find(order, current);
    if (found == order.end()) return is_back ? order.back() : order.front();
    if (is_back) return found == order.begin() ? order.back() : *(found - 1);
    return found + 1 == order.end() ? order.front() : *(found + 1);
}

void Kiosk::move_to_node(int node, const base::ClockReading& now) {
    if (node < 0) return;
    const OutlineNode& target = outline_[static_cast<std::size_t>(node)];
    focused_id_ = target.event ? target.id : "";
    apply(session::ReadNode{node, false}, now);
}

// Presses the button that was moved to, stops what is read, or reads on from here.
void Kiosk::activate_by_ear(const base::ClockReading& now) {
    if (session::is_reading(state_)) {
        const OutlineNode* node = listening_node();
        focused_id_ = node != nullptr && node->event ? node->id : "";
        apply(session::StopListening{true}, now);
    } else if (const OutlineNode* node = focused_node()) {
        press(session::Event(*node->event), now);
    } else if (state_.listening) {
        apply(session::ReadNode{state_.listening->node, true}, now);
    } else {
        listen_from_top(now);
    }
}

void Kiosk::change_volume(int volume, const base::ClockReading& now) {
    const std::optional<session::Listening> listening = state_.listening;
    apply(session::SetVolume{volume}, now);
    if (listening && listening->is_reading_on) apply(session::ReadNode{listening->node, true}, now);
}

// After a key has removed the cover or has answered the question, what is read is where it was, or
// the top of the screen.
void Kiosk::continue_by_ear(const base::ClockReading& now) {
    if (!can_listen()) {
        if (state_.spoken_language.empty()) return;
        focused_id_.clear();
        effects_.emplace_back(session::Announce{session::Announcement::unspoken_language});
        return build_until_stable(now);
    }
    if (state_.listening)
        move_to_node(state_.listening->node, now);
    else
        read_after_press(now);
    build_until_stable(now);
}

// A touch stops whatever is said. A touch of the button Stop does nothing else.
void Kiosk::stop_speech(const base::ClockReading& now) {
    if (!audio_status_.has_headphones) return;
    const auto button = visible_rect(session::Listen{});
    if (session::is_reading(state_) && button &&
        button->contains(touch_tracker_.start_x(), touch_tracker_.start_y()))
        touch_tracker_.cancel_tap();
    if (state_.listening)
        apply(session::StopListening{true}, now);
    else
        effects_.emplace_back(session::StopSpeaking{});
}

// Only now, because on home this may end the visit, which would end the touch, too.
void Kiosk::stop_listening_after_touch(const base::ClockReading& now) {
    if (state_.listening && !session::is_reading(state_)) apply(session::StopListening{}, now);
}

// After a key has changed what is shown, its first text is read.
void Kiosk::read_after_press(const base::ClockReading& now) {
    build_until_stable(now);
    if (!can_listen()) return;
    const std::vector<int> order = reading_order(outline_);
    if (!order.empty()) move_to_node(order.front(), now);
}

void Kiosk::handle_key_by_ear(Key key, const base::ClockReading& now) {
    const auto screen = shown_screen(state_);
    const std::optional<session::Listening> listening = state_.listening;
    const std::size_t effect_count = effects_.size();
    switch (key) {
    case Key::louder:
    case Key::softer:
        change_volume(state_.volume + (key == Key::louder ? 1 : -1), now);
        break;
    case Key::help:
        effects_.emplace_back(session::Announce{session::Announcement::instructions});
        break;
    case Key::activate:
        activate_by_ear(now);
        break;
    case Key::back:
        apply(session::GoBack{}, now);
        break;
    case Key::home:
        apply(session::GoHome{}, now);
        break;
    default:
        move_to_node(next_listening_node(key), now);
        break;
    }
    build_until_stable(now);
    if (shown_screen(state_) != screen || (key == Key::home && !session::is_reading(state_)))
        read_after_press(now);
    else if (key == Key::activate && listening && state_.listening == listening &&
             !listening->is_reading_on && effects_.size() == effect_count)
        move_to_node(listening->node, now);
    build_until_stable(now);
    scroll_to_node(listening_node(), now);
}

} // namespace ui
