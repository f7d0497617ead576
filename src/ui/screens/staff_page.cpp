#include "ui/screens/staff.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/facts.hpp"
#include "ui/widgets/scroll.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double facts_pad = 6;
constexpr double action_height = 30, low_action_height = 22, narrowest_action = 58; // millimetres

struct Action {
    const char* icon;
    const char* label;
    session::Event event;
};

std::vector<Action> actions(const Frame& frame) {
    using session::OpenStaffScreen, session::StaffScreen;
    std::vector<Action> all{{"touch_app", "Touch test", OpenStaffScreen{StaffScreen::touch}},
                            {"straighten", "Panel ruler", OpenStaffScreen{StaffScreen::ruler}},
                            {"qr_code_2", "QR test", OpenStaffScreen{StaffScreen::code}},
                            {"cleaning_services", "Cleaning lock", OpenStaffScreen{StaffScreen::cleaning}}};
    if (frame.facts.plays)
        all.insert(all.end() - 1, {"hearing", "Sound test", OpenStaffScreen{StaffScreen::sound}});
    if (frame.facts.restarts) all.push_back({"restart_alt", "Restart", session::Restart{}});
    return all;
}

// As many in a row as fit.
double draw_actions(Frame& frame, const Rect& column, int most_columns) {
    const double gap = frame.px(size::gap),
                 height = frame.px(frame.theme.is_low() ? low_action_height : action_height);
    const std::vector<Action> all = actions(frame);
    const int fit = static_cast<int>((column.w + gap) / (frame.px(narrowest_action) + gap));
    const int count = static_cast<int>(all.size()), most = std::clamp(fit, 1, most_columns);
    const int rows = (count + most - 1) / most, columns = (count + rows - 1) / rows; // rows of like length
    const double width = (column.w - (columns - 1) * gap) / columns;
    double bottom = column.y;
    for (int i = 0; i < count; ++i) {
        const Action& action = all[static_cast<std::size_t>(i)];
        const Rect rect{column.x + i % columns * (width + gap),
                        column.y + static_cast<double>(i / columns) * (height + gap), width, height};
        const ButtonLook look{action.icon, action.label, frame.colours().tool, Arrangement::beside,
                              type::button};
        button(frame, rect, look, action.event, "staff");
        bottom = rect.bottom();
    }
    return bottom - column.y;
}

double draw_facts_card(Frame& frame, const Rect& column) {
    const Surface& look = frame.colours().sheet;
    const double inner = frame.px(facts_pad);
    const Rect in{column.x + inner, column.y + inner / 2, column.w - 2 * inner, 0};
    const double height = frame.quietly([&] { return draw_facts(frame, in); }) + inner;
    frame.rounded({column.x, column.y, column.w, height}, frame.px(size::radius), look.fill, look.edge,
                  frame.px(0.5));
    draw_facts(frame, in);
    return height;
}

double draw_body(Frame& frame, const Rect& column) {
    const Palette& colours = frame.colours();
    const Written title = frame.fit("This kiosk", frame.theme.is_low() ? type::heading : type::title, column.w);
    frame.write(title, {column.x, column.y, column.w, 0}, Align::start, colours.ink, colours.ground,
                Role::heading);
    const double gap = frame.px(6), top = column.y + title->height + frame.px(2);
    if (frame.theme.is_wide() && column.w > frame.px(240)) {
        const double width = frame.px(80), left = column.w - width - gap;
        const double facts = draw_facts_card(frame, {column.x, top, left, 0});
        const double buttons = draw_actions(frame, {column.x + left + gap, top, width, 0}, 1);
        return top + std::max(facts, buttons) - column.y;
    }
    const double buttons = draw_actions(frame, {column.x, top, column.w, 0}, 4) + gap;
    return top + buttons + draw_facts_card(frame, {column.x, top + buttons, column.w, 0}) - column.y;
}

} // namespace

void draw_staff_column(Frame& frame, const std::function<double(Frame& frame, const Rect& column)>& body) {
    frame.fill(frame.screen(), frame.colours().ground);
    const double edge = frame.px(frame.theme.is_low() ? 3 : 8);
    Rect view = bar(frame);
    view.y += edge, view.h -= 1.5 * edge;
    const double most = std::min(view.w - 2 * frame.theme.margin(), frame.px(330));
    scroll(
        frame, view, most, [&](const Rect& column) { return body(frame, column); }, frame.colours().ground);
}

void draw_staff_page(Frame& frame) {
    draw_staff_column(frame, draw_body);
}

} // namespace ui
