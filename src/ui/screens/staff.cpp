#include "ui/screens/staff.hpp"

#include "ui/screens/screens.hpp"

namespace ui {

void draw_staff(Frame& frame) {
    switch (frame.state.staff->screen) {
    case session::StaffScreen::pin:
        return draw_pin_pad(frame);
    case session::StaffScreen::page:
        return draw_staff_page(frame);
    case session::StaffScreen::touch:
        return draw_touch_test(frame);
    case session::StaffScreen::ruler:
        return draw_ruler(frame);
    case session::StaffScreen::code:
        return draw_code_test(frame);
    case session::StaffScreen::sound:
        return draw_sound_test(frame);
    case session::StaffScreen::cleaning:
        return draw_cleaning(frame);
    }
}

} // namespace ui
