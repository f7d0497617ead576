#include "ui/screens/screens.hpp"

namespace ui {

// Outside the hours: nothing to read from afar, and nothing that moves. Only the outline says what a touch
// does.
void draw_dark(Frame& frame) {
    frame.fill(frame.screen(), {0, 0, 0, 255});
    frame.target(frame.screen(), frame.say("Touch anywhere to start"), session::Wake{}, "dark");
    frame.close_target();
}

} // namespace ui
