#include "content/emergency_content.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/bottom_bar.hpp"

namespace ui {

namespace {

void draw_page(Frame& frame) {
    if (content::is_emergency_content(frame.content)) return draw_emergency_card(frame);
    if (frame.state.is_language_picker_open) return draw_language_picker(frame);
    if (!frame.state.section.empty()) return draw_section(frame);
    draw_home(frame);
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
    // What lies on top hides what is below: that is quicker to draw than a veil over a page, and shows less to
    // others.
    if (state.warned_at) return draw_idle_warning(frame);
    if (state.is_display_settings_open) return draw_display_settings(frame);
    if (!state.slip) return draw_page(frame);
    if (is_slip_animating(frame)) {
        frame.begin_inert();
        draw_page(frame);
    }
    draw_slip(frame);
}

} // namespace ui
