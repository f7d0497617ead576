#include "ui/emergency.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/bar.hpp"

namespace ui {

namespace {

void draw_page(Frame& frame) {
    if (is_emergency(frame.content)) return draw_emergency(frame);
    if (frame.state.choosing_language) return draw_languages(frame);
    if (!frame.state.section.empty()) return draw_section(frame);
    draw_home(frame);
}

} // namespace

void draw_screen(Frame& frame) {
    const session::State& state = frame.state;
    if (frame.dark) return draw_dark(frame);
    if (state.covered) return draw_cover(frame);
    if (state.hiding) {
        draw_cover(frame);
        frame.uncover();
        return hide_button(frame);
    }
    if (state.staff) return draw_staff(frame);
    // What lies on top hides what is below: that is quicker to draw than a veil over a page, and shows less to
    // others.
    if (state.asked) return draw_warning(frame);
    if (state.adjusting_display) return draw_display(frame);
    if (!state.slip) return draw_page(frame);
    if (slip_in_motion(frame)) {
        frame.cover();
        draw_page(frame);
    }
    draw_slip(frame);
}

} // namespace ui
