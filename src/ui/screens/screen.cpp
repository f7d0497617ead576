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
    if (state.covered) return draw_cover(frame);
    if (state.hiding) {
        draw_cover(frame);
        frame.uncover();
        return hide_button(frame);
    }
    const bool warned = state.asked.has_value(), adjusting = state.adjusting_display;
    if (state.slip || adjusting || warned) frame.cover();
    draw_page(frame);
    if (state.slip) draw_slip(frame);
    if (adjusting || warned) frame.cover();
    if (adjusting) draw_display(frame);
    if (warned) {
        frame.cover();
        draw_warning(frame);
    }
}

} // namespace ui
