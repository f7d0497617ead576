#include "content/emergency_content.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/bottom_bar.hpp"

namespace ui {

namespace {

void draw_page(Frame& frame) {
    if (content::is_emergency_content(frame.content)) return draw_emergency_card(frame);
    if (frame.state.is_language_picker_open) return draw_language_picker(frame);
    if (!frame.state.section.empty()) return draw_section(frame);
    draw_home(frame);
}

// Draws what the visitor has opened: a page, or a slip.
void draw_visit(Frame& frame) {
    if (!frame.state.slip) return draw_page(frame);
    if (is_slip_animating(frame)) {
        frame.begin_inert();
        draw_page(frame);
    }
    draw_slip(frame);
}

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
    case session::StaffScreen::keys:
        return draw_key_test(frame);
    case session::StaffScreen::cleaning:
        return draw_cleaning_lock(frame);
    }
}

} // namespace

void draw_screen(Frame& frame) {
    const session::State& state = frame.state;
    if (frame.is_off_hours) return draw_off_hours(frame);
    if (state.is_covered) return draw_cover(frame);
    if (state.is_hide_pressed) {
        draw_cover(frame);
        frame.discard_inert();
        return draw_hide_button(frame);
    }
    if (state.staff) return draw_staff_screen(frame);
    if (state.warned_at) return draw_idle_warning(frame);
    if (!state.is_display_settings_open) return draw_visit(frame);
    frame.begin_background();
    draw_visit(frame);
    draw_display_settings(frame);
}

} // namespace ui
