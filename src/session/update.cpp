#include "session/update.hpp"

#include "session/staff_update.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace session {

namespace {

using content::Content;

double& scroll_of(State& state, Layer layer) {
    return state.scroll_mm[static_cast<std::size_t>(layer)];
}

// Texts for staff are read together, which takes time. Then the visit ends without a question: any
// touch would answer it, also that of a visitor who must not see these texts.
constexpr base::Duration staff_reading_time = std::chrono::seconds{300};

// Applies one event to a visit that has not timed out and shows no staff screen.
class VisitUpdater {
public:
    VisitUpdater(const Content& content, State& state, base::Instant now,
                 std::vector<Effect>& effects)
        : content_(content), state_(state), now_(now), effects_(effects) {}

    void operator()(const Tick&) {}
    void operator()(const Touched&) {
        if (state_.warned_at) state_.warned_at = now_;
    }
    void operator()(const GoHome&) {
        state_.section.clear();
        state_.tab = 0;
        close_layers();
        scroll_of(state_, Layer::page) = 0;
    }
    void operator()(const GoBack&) {
        switch (top_layer(state_)) {
        case Layer::display_settings:
            state_.is_display_settings_open = false;
            break;
        case Layer::slip:
            state_.slip.reset();
            break;
        case Layer::language_picker:
            state_.is_language_picker_open = false;
            break;
        case Layer::page:
            (*this)(GoHome{});
            break;
        }
    }
    void operator()(const OpenSection& open) {
        const content::Section* section = content_.find_section(open.id);
        if (section == nullptr || !can_show(state_, section->audience)) return;
        (*this)(GoHome{});
        state_.section = open.id;
    }
    void operator()(const SelectTab& select) {
        const content::Section* section = content_.find_section(state_.section);
        if (section == nullptr || select.tab < 0 ||
            static_cast<std::size_t>(select.tab) >= section->tabs.size())
            return;
        state_.tab = select.tab;
        scroll_of(state_, Layer::page) = 0;
    }
    void operator()(const TearOff& tear) {
        const content::HelpLine* help_line = content_.find_help_line(tear.help_line);
        if (help_line == nullptr || help_line->is_held() || !can_show(state_, help_line->audience))
            return;
        close_layers();
        const bool shows_text = help_line->text && (tear.shows_text || !help_line->call);
        // Who listens hears the slip at once, so that it is not animated.
        state_.slip = Slip{tear.help_line, shows_text, state_.listening ? base::Instant{} : now_};
        scroll_of(state_, Layer::slip) = 0;
    }
    void operator()(const ShowContact& show) {
        if (!state_.slip) return;
        const content::HelpLine* help_line = content_.find_help_line(state_.slip->help_line);
        if (help_line != nullptr && help_line->call && help_line->text)
            state_.slip->shows_text = show.is_text;
    }
    void operator()(const OpenLanguagePicker&) {
        state_.is_language_picker_open = true;
        scroll_of(state_, Layer::language_picker) = 0;
    }
    void operator()(const SelectLanguage& select) {
        const auto& offered = content_.site.languages;
        if (std::find(offered.begin(), offered.end(), select.language_code) == offered.end())
            return;
        state_.language = select.language_code == offered.front() ? "" : select.language_code;
        state_.spoken_language.clear();
        state_.is_language_picker_open = false;
        scroll_of(state_, Layer::page) = 0;
    }
    void operator()(const OpenDisplaySettings&) { state_.is_display_settings_open = true; }
    void operator()(const SetTextSize& set) {
        state_.text_size = std::clamp(set.size, min_text_size, max_text_size);
    }
    void operator()(const SetColorScheme& set) { state_.color_scheme = set.color_scheme; }
    void operator()(const Listen&) {}
    void operator()(const ReadNode& read) {
        if (read.node < 0) return;
        state_.listening = Listening{read.node, read.is_reading_on};
        effects_.emplace_back(ReadAloud{read.node, !read.is_reading_on});
    }
    void operator()(const ReadSentence& read) {
        if (state_.listening) state_.listening->sentence = read.sentence;
    }
    void operator()(const SpeechFinished&) {}
    void operator()(const StopListening& stop) {
        if (!state_.listening) return;
        if (stop.should_keep_place)
            state_.listening->is_reading_on = false;
        else
            state_.listening.reset();
        effects_.emplace_back(StopSpeaking{});
    }
    void operator()(const LeaveSpokenLanguage& leave) {
        state_.listening.reset();
        state_.spoken_language = leave.language_code;
        effects_.emplace_back(Announce{Announcement::unspoken_language});
    }
    void operator()(const SetVolume& set) {
        state_.volume = std::clamp(set.volume, min_volume, max_volume);
        effects_.emplace_back(Announce{Announcement::volume});
    }
    void operator()(const SetSpeechSpeed& set) {
        state_.speech_speed = set.speed;
        effects_.emplace_back(Announce{Announcement::speech_speed});
    }
    void operator()(const Scan&) { state_.is_scanning = true; }
    void operator()(const ScrollTo& to) {
        scroll_of(state_, top_scrolling_layer(state_)) =
            std::isfinite(to.mm) ? std::max(0.0, to.mm) : 0.0;
    }
    void operator()(const ContinueVisit&) { state_.warned_at.reset(); }
    void operator()(const EndVisit&) { state_ = idle_state(false); }
    void operator()(const PressHide&) { state_.is_hide_pressed = true; }
    void operator()(const CancelHide&) { state_.is_hide_pressed = false; }
    void operator()(const Hide&) { state_ = idle_state(true); }
    void operator()(const Wake&) { state_ = idle_state(false); }
    void operator()(const OpenPinPad& open) { state_ = open_pin_pad(content_, open, now_); }
    template <typename StaffEvent>
    void operator()(const StaffEvent&) {} // no staff screen is open

private:
    void close_layers() {
        state_.is_language_picker_open = false;
        state_.slip.reset();
        state_.is_display_settings_open = false;
    }

    const Content& content_;
    State& state_;
    base::Instant now_;
    std::vector<Effect>& effects_;
};

// Who listens is there. The time counts from the last text that was said to its end, so it is
// longer by the time that the next one may take, when it is long and is said slowly.
constexpr base::Duration max_speech_duration = std::chrono::seconds{60};

base::Instant warning_at(const Content& content, const State& state) {
    return state.last_touch_at + content.site.idle.ask_after +
           (is_reading(state) ? max_speech_duration : base::Duration{0});
}

// Asks whether the visitor is still there, also by ear.
void warn(const Content& content, State& state, std::vector<Effect>& effects) {
    state.warned_at = warning_at(content, state);
    if (!state.listening && state.spoken_language.empty()) return;
    if (state.listening) state.listening->is_reading_on = false;
    effects.emplace_back(Announce{Announcement::idle_question});
}

base::Instant timeout_at(const Content& content, const State& state) {
    if (state.staff) return staff_timeout_at(state);
    const content::IdleTimeouts& idle = content.site.idle;
    if (state.is_staff_unlocked)
        return state.last_touch_at + std::max(base::Duration{idle.ask_after}, staff_reading_time);
    return state.warned_at.value_or(warning_at(content, state)) + idle.leave_after;
}

// Returns whether an event shows that somebody is there. Who listens to everything is; who hears
// each thing to which the focus moves by itself may have left.
bool is_sign_of_visitor(const State& state, const Event& event) {
    if (std::holds_alternative<Tick>(event)) return false;
    const bool is_about_focus =
        std::holds_alternative<Scan>(event) || std::holds_alternative<ScrollTo>(event) ||
        std::holds_alternative<ReadNode>(event) || std::holds_alternative<ReadSentence>(event) ||
        std::holds_alternative<SpeechFinished>(event);
    return !state.is_scanning || !is_about_focus || is_reading(state);
}

// Returns the State after `event`, and appends what the program has to do to `effects`.
State next_state(const Content& content, State state, const Event& event, base::Instant now,
                 std::vector<Effect>& effects) {
    const bool was_active = is_visit_active(state);
    if (was_active) {
        if (now >= timeout_at(content, state)) return idle_state(false);
        const bool is_for_staff = state.staff || state.is_staff_unlocked;
        if (!state.warned_at && !is_for_staff && now >= warning_at(content, state))
            warn(content, state, effects);
    }
    if (state.staff)
        update_staff(content, state, event, now, effects);
    else
        std::visit(VisitUpdater(content, state, now, effects), event);
    if (!is_visit_active(state)) return idle_state(state.is_covered);
    if (!was_active || is_sign_of_visitor(state, event)) state.last_touch_at = now;
    return state;
}

} // namespace

UpdateResult update(const Content& content, State state, const Event& event, base::Instant now) {
    const bool was_active = is_visit_active(state), was_listening = state.listening.has_value(),
               was_hidden = state.is_hide_pressed;
    UpdateResult result;
    result.state = next_state(content, std::move(state), event, now, result.effects);
    const bool is_hidden = result.state.is_hide_pressed && !was_hidden;
    if (was_listening && (!result.state.listening || is_hidden) &&
        !std::holds_alternative<StopListening>(event))
        result.effects.insert(result.effects.begin(), StopSpeaking{});
    if (was_active && !is_visit_active(result.state)) result.effects.emplace_back(ForgetVisit{});
    return result;
}

std::optional<base::Instant> next_deadline(const Content& content, const State& state) {
    if (!is_visit_active(state)) return std::nullopt;
    if (state.staff)
        return std::min(staff_timeout_at(state),
                        state.staff->locked_until.value_or(base::Instant::max()));
    const bool is_warned = state.warned_at || state.is_staff_unlocked;
    return is_warned ? timeout_at(content, state) : warning_at(content, state);
}

int seconds_left(const Content& content, const State& state, base::Instant now) {
    const base::Duration left = std::max(timeout_at(content, state) - now, base::Duration{0});
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
}

} // namespace session
