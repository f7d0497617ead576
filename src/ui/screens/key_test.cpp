#include "content/key_name.hpp"
#include "ui/screens/staff_screens.hpp"

#include <algorithm>

namespace ui {

namespace {

// Returns what a key with this name can be used for.
std::string key_message(const std::string& name) {
    if (name.empty()) return "";
    const auto names = content::key_names();
    if (std::ranges::find(names, std::string_view(name)) == names.end())
        return "The kiosk cannot use this key.";
    return "To use it for choosing, for example, write in site.yaml: keypad: {select: " + name +
           "}";
}

double draw_key_test_body(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    const bool is_very_short = frame.theme.is_very_short();
    const TextStyle& style = is_very_short ? text_style::label : text_style::body;
    double y = column.y;
    const auto draw_next = [&](std::string_view text, const TextStyle& text_style, Role role) {
        if (text.empty()) return;
        const TextLayout layout =
            frame.balance_lines(frame.layout_text(text, text_style, column.w));
        frame.draw_text(layout, {column.x, y, column.w, 0}, Align::start, palette.text,
                        palette.background, role);
        y += layout->height + frame.px(is_very_short ? 2 : 6);
    };
    const std::string& name = frame.state.staff->tested_key;
    draw_next("Key test", is_very_short ? text_style::heading : text_style::title, Role::heading);
    draw_next("Press a key of the keyboard or keypad. Its name appears here.", style, Role::text);
    draw_next(name, is_very_short ? text_style::heading : text_style::title, Role::text);
    draw_next(key_message(name), style, Role::text);
    return y - column.y;
}

} // namespace

void draw_key_test(Frame& frame) {
    draw_staff_column(frame, draw_key_test_body);
}

} // namespace ui
