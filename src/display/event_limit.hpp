// Keeps SDL's queue of events short, however fast a display or a broken input device sends them.
#pragma once

namespace display {

// The number of waiting events above which new input is dropped. More than this cannot come from
// fingers during a slow frame, and it is handled within a second.
inline constexpr int max_pending_events = 1000;

// Limits the queue until SDL_Quit(). Input above max_pending_events is dropped. All other events,
// such as a new size of the window, are kept. Events of the X11 server that only SDL needs are not
// queued at all. Must be called after SDL_Init(), and discards all events until then.
void limit_pending_events();

} // namespace display
