#include "ui/screens/staff.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double play_height = 30, low_play_height = 22; // millimetres

const char* tone_answer(session::Tone tone) {
    switch (tone) {
    case session::Tone::none:
    case session::Tone::asked:
        return "Visitors never hear anything from this kiosk.";
    case session::Tone::playing:
        return "It plays now. Nothing to hear? Try the computer’s other jacks.";
    case session::Tone::impossible:
        return "It does not play: this computer has no jack for headphones, or the station’s service for it "
               "has stopped. "
               "Visitors do not need it.";
    }
    return "";
}

double draw_sound_body(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    const bool low = frame.theme.is_low();
    double y = column.y;
    const auto put = [&](std::string_view words, const Type& type, Role role) {
        const Written written = frame.balanced(frame.set(words, type, column.w));
        frame.write(written, {column.x, y, column.w, 0}, Align::start, colours.ink, colours.ground, role);
        y += written->height + frame.px(low ? 2 : 6);
    };
    put("Sound test", low ? type::heading : type::title, Role::heading);
    put("Plug headphones into the computer. The tone is soft: first on the left, then on the right.",
        low ? type::label : type::body, Role::text);
    const ButtonLook look{"hearing", "Play the tone", colours.tool, Arrangement::beside, type::button};
    const Rect rect{column.x, y, std::min(column.w, button_width(frame, look)),
                    frame.px(low ? low_play_height : play_height)};
    button(frame, rect, look, session::PlayTone{}, "staff");
    y = rect.bottom() + frame.px(low ? 2 : 6);
    put(tone_answer(frame.state.staff->tone), low ? type::label : type::body, Role::text);
    return y - column.y;
}

} // namespace

void draw_sound_test(Frame& frame) {
    draw_staff_column(frame, draw_sound_body);
}

} // namespace ui
