#include "ui/screens/screens.hpp"

namespace ui {

// The screen is black and nothing moves. Only the outline has the text that says what a touch does.
void draw_off_hours(Frame& frame) {
    frame.fill_rect(frame.screen(), {0, 0, 0, 255});
    frame.begin_target(frame.screen(), frame.translate("Touch anywhere to start"), session::Wake{},
                       "off-hours");
    frame.end_target();
}

} // namespace ui
