#include "ui/screens/screens.hpp"

namespace ui {

// Outside the hours: nothing to read from afar, and nothing that moves. Only the outline says what a touch
// does.
void draw_off_hours(Frame& frame) {
    frame.fill_rect(frame.screen(), {0, 0, 0, 255});
    frame.begin_target(frame.screen(), frame.translate("Touch anywhere to start"), session::Wake{}, "dark");
    frame.end_target();
}

} // namespace ui
