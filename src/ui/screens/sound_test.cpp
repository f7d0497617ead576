#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double play_button_height_mm = 30;
constexpr double short_play_button_height_mm = 22; // on a very short panel

const char* tone_message(session::ToneTest tone) {
    switch (tone) {
    case session::ToneTest::idle:
    case session::ToneTest::requested:
        return "Visitors hear this kiosk only with headphones.";
    case session::ToneTest::playing:
        return "The tone is playing. If you hear nothing, try the other audio jacks.";
    case session::ToneTest::unavailable:
        return "It does not play: this computer has no headphone jack, or the station’s "
               "service "
               "for it has stopped. Visitors cannot listen then.";
    }
    return "";
}

double draw_sound_body(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    const bool is_very_short = frame.theme.is_very_short();
    double y = column.y;
    const auto draw_next = [&](std::string_view text, const TextStyle& style, Role role) {
        const TextLayout layout = frame.balance_lines(frame.layout_text(text, style, column.w));
        frame.draw_text(layout, {column.x, y, column.w, 0}, Align::start, palette.text,
                        palette.background, role);
        y += layout->height + frame.px(is_very_short ? 2 : 6);
    };
    draw_next("Sound test", is_very_short ? text_style::heading : text_style::title, Role::heading);
    draw_next("Plug headphones into the computer. The tone is soft: first on the left, then on the "
              "right.",
              is_very_short ? text_style::label : text_style::body, Role::text);
    const ButtonStyle button_style{"hearing", "Play the tone", palette.secondary_button,
                                   LabelPosition::beside, text_style::button};
    const render::Rect rect{
        column.x, y, std::min(column.w, button_width(frame, button_style)),
        frame.px(is_very_short ? short_play_button_height_mm : play_button_height_mm)};
    draw_button(frame, rect, button_style, session::RequestTestTone{}, "staff");
    y = rect.bottom() + frame.px(is_very_short ? 2 : 6);
    draw_next(tone_message(frame.state.staff->tone),
              is_very_short ? text_style::label : text_style::body, Role::text);
    return y - column.y;
}

} // namespace

void draw_sound_test(Frame& frame) {
    draw_staff_column(frame, draw_sound_body);
}

} // namespace ui
