#include "session/state.hpp"

namespace session {

const char* color_scheme_name(ColorScheme color_scheme) {
    constexpr const char* names[] = {"light", "dark", "high-contrast"};
    return names[static_cast<std::size_t>(color_scheme)];
}

Layer top_layer(const State& state) {
    return state.is_display_settings_open ? Layer::display_settings : top_scrolling_layer(state);
}

Layer top_scrolling_layer(const State& state) {
    if (state.slip) return Layer::slip;
    if (state.is_language_picker_open) return Layer::language_picker;
    return Layer::page;
}

double top_scroll_mm(const State& state) {
    return state.scroll_mm[static_cast<std::size_t>(top_scrolling_layer(state))];
}

const char* screen_name(StaffScreen screen) {
    constexpr const char* names[] = {"pin", "overview", "touch", "ruler",
                                     "qr",  "sound",    "keys",  "cleaning"};
    return names[static_cast<std::size_t>(screen)];
}

bool is_on_staff_screen(const State& state, StaffScreen screen) {
    return state.staff && state.staff->screen == screen;
}

bool is_reading(const State& state) {
    return state.listening && state.listening->is_reading_on;
}

State idle_state(bool is_covered) {
    State state;
    state.is_covered = is_covered;
    return state;
}

bool can_show(const State& state, content::Audience audience) {
    return audience == content::Audience::everyone || state.is_staff_unlocked;
}

const content::SectionTab& current_tab(const State& state, const content::Section& section) {
    const auto index = static_cast<std::size_t>(state.tab);
    return state.tab >= 0 && index < section.tabs.size() ? section.tabs[index]
                                                         : section.tabs.front();
}

bool is_visit_active(const State& state) {
    State idle;
    idle.is_covered = state.is_covered;
    idle.last_touch_at = state.last_touch_at;
    return state != idle;
}

} // namespace session
