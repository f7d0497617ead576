#include "ui/screens/staff_screens.hpp"

#include "ui/screens/screens.hpp"

namespace ui {

void draw_staff_screen(Frame& frame) {
    switch (frame.state.staff->screen) {
    case session::StaffScreen::pin:
        return draw_pin_pad(frame);
    case session::StaffScreen::overview:
        return draw_staff_overview(frame);
    case session::StaffScreen::touch:
        return draw_touch_test(frame);
    case session::StaffScreen::ruler:
        return draw_panel_ruler(frame);
    case session::StaffScreen::qr:
        return draw_qr_test(frame);
    case session::StaffScreen::sound:
        return draw_sound_test(frame);
    case session::StaffScreen::cleaning:
        return draw_cleaning_lock(frame);
    }
}

} // namespace ui
