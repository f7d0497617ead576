#include "display/event_limit.hpp"

#include "display/x11_displays.hpp"

#include <SDL.h>

namespace display {

namespace {

bool is_input(Uint32 type) {
    return (type >= SDL_KEYDOWN && type < SDL_JOYAXISMOTION) ||
           (type >= SDL_FINGERDOWN && type <= SDL_FINGERMOTION);
}

// Returns 0 if SDL must drop the event.
int SDLCALL filter_event(void*, SDL_Event* event) {
    if (event->type == SDL_SYSWMEVENT) return is_x11_display_change(event->syswm) ? 1 : 0;
    if (!is_input(event->type)) return 1;
    // Without a place to copy them to, SDL only counts the events.
    const int pending_count =
        SDL_PeepEvents(nullptr, max_pending_events, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
    return pending_count < max_pending_events ? 1 : 0;
}

} // namespace

void limit_pending_events() {
    SDL_SetEventFilter(filter_event, nullptr);
}

} // namespace display
