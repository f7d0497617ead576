#include "session/update.hpp"

#include "session/staff.hpp"

#include <algorithm>
#include <cmath>

namespace session {

namespace {

using content::Content;

double& scroll_of(State& state, Layer layer) {
    return state.scroll[static_cast<std::size_t>(layer)];
}

bool is_shown(const Content& content, const content::HelpLine* line) {
    return line != nullptr && content.shows(line->audience);
}

// Applies one event to a visit whose time is not up, and which is not that of staff.
class VisitStep {
public:
    VisitStep(const Content& content, State& state, Instant now)
        : content_(content), state_(state), now_(now) {}

    void operator()(const Tick&) {}
    void operator()(const Touched&) {
        if (state_.asked) state_.asked = now_;
    }
    void operator()(const GoHome&) {
        state_.section.clear();
        close_layers();
        scroll_of(state_, Layer::page) = 0;
    }
    void operator()(const GoBack&) {
        switch (top_layer(state_)) {
        case Layer::display:
            state_.adjusting_display = false;
            break;
        case Layer::slip:
            state_.slip.reset();
            break;
        case Layer::languages:
            state_.choosing_language = false;
            break;
        case Layer::page:
            (*this)(GoHome{});
            break;
        }
    }
    void operator()(const OpenSection& open) {
        const content::Section* section = content_.section(open.id);
        if (section == nullptr || !content_.shows(section->audience)) return;
        (*this)(GoHome{});
        state_.section = open.id;
    }
    void operator()(const TearOff& tear) {
        const content::HelpLine* line = content_.line(tear.line);
        if (!is_shown(content_, line)) return;
        close_layers();
        state_.slip = Slip{tear.line, !line->call.has_value(), now_};
        scroll_of(state_, Layer::slip) = 0;
    }
    void operator()(const SwitchCode&) {
        if (!state_.slip) return;
        const content::HelpLine* line = content_.line(state_.slip->line);
        if (line != nullptr && line->call && line->text) state_.slip->texting = !state_.slip->texting;
    }
    void operator()(const OpenLanguages&) {
        state_.choosing_language = true;
        scroll_of(state_, Layer::languages) = 0;
    }
    void operator()(const ChooseLanguage& choose) {
        const auto& offered = content_.site.languages;
        if (std::find(offered.begin(), offered.end(), choose.code) == offered.end()) return;
        state_.language = choose.code == offered.front() ? "" : choose.code;
        state_.choosing_language = false;
        scroll_of(state_, Layer::page) = 0;
    }
    void operator()(const OpenDisplay&) {
        state_.adjusting_display = true;
        scroll_of(state_, Layer::display) = 0;
    }
    void operator()(const SetTextSize& set) {
        state_.text_size = std::clamp(set.size, smallest_text, largest_text);
    }
    void operator()(const SetLook& set) { state_.look = set.look; }
    void operator()(const ScrollTo& to) {
        scroll_of(state_, top_layer(state_)) = std::isfinite(to.mm) ? std::max(0.0, to.mm) : 0.0;
    }
    void operator()(const Stay&) { state_.asked.reset(); }
    void operator()(const EndVisit&) { state_ = rest(false); }
    void operator()(const PressHide&) { state_.hiding = true; }
    void operator()(const LeaveHide&) { state_.hiding = false; }
    void operator()(const Hide&) { state_ = rest(true); }
    void operator()(const Wake&) { state_ = rest(false); }
    void operator()(const OpenStaff& open) { state_ = opened(content_, open, now_); }
    template <typename OfStaff>
    void operator()(const OfStaff&) {} // there is no staff page open

private:
    void close_layers() {
        state_.choosing_language = false;
        state_.slip.reset();
        state_.adjusting_display = false;
    }

    const Content& content_;
    State& state_;
    Instant now_;
};

Instant ask_at(const Content& content, const State& state) {
    return state.last_touch + content.site.idle.ask_after;
}

Instant leave_at(const Content& content, const State& state) {
    if (state.staff) return leave_staff_at(state);
    return state.asked.value_or(ask_at(content, state)) + content.site.idle.leave_after;
}

} // namespace

State update(const Content& content, State state, const Event& event, Instant now) {
    if (visit_open(state)) {
        if (now >= leave_at(content, state)) return rest(false);
        if (!state.asked && !state.staff && now >= ask_at(content, state)) state.asked = ask_at(content, state);
    }
    if (state.staff)
        update_staff(state, event, now);
    else
        std::visit(VisitStep(content, state, now), event);
    if (!visit_open(state)) return rest(state.covered);
    if (!std::holds_alternative<Tick>(event)) state.last_touch = now;
    return state;
}

std::optional<Instant> deadline(const Content& content, const State& state) {
    if (!visit_open(state)) return std::nullopt;
    if (state.staff) return std::min(leave_staff_at(state), state.staff->locked_until.value_or(Instant::max()));
    return state.asked ? leave_at(content, state) : ask_at(content, state);
}

int seconds_left(const Content& content, const State& state, Instant now) {
    const Instant left = std::max(leave_at(content, state) - now, Instant{0});
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
}

} // namespace session
