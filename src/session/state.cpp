#include "session/state.hpp"

namespace session {

Layer top_layer(const State& state) {
    if (state.adjusting_display) return Layer::display;
    if (state.slip) return Layer::slip;
    if (state.choosing_language) return Layer::languages;
    return Layer::page;
}

double scroll(const State& state) {
    return state.scroll[static_cast<std::size_t>(top_layer(state))];
}

const char* name(StaffScreen screen) {
    constexpr const char* names[] = {"pin", "page", "touch", "ruler", "code", "sound", "cleaning"};
    return names[static_cast<std::size_t>(screen)];
}

bool is_on(const State& state, StaffScreen screen) {
    return state.staff && state.staff->screen == screen;
}

State rest(bool covered) {
    State state;
    state.covered = covered;
    return state;
}

bool visit_open(const State& state) {
    State rest;
    rest.covered = state.covered;
    rest.last_touch = state.last_touch;
    return state != rest;
}

} // namespace session
