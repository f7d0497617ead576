#include "ui/screens/staff_screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/device_status_table.hpp"
#include "ui/widgets/scroll_view.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double max_staff_column_mm = 400;
constexpr double status_padding_mm = 6;
constexpr double action_height_mm = 30;
constexpr double short_action_height_mm = 22; // on a very short panel
constexpr double min_action_width_mm = 58;
constexpr int max_action_columns = 4; // of buttons above the status

struct Action {
    std::string icon;
    std::string label;
    session::Event event;
};

std::vector<Action> staff_actions(const Frame& frame) {
    using session::OpenStaffScreen, session::StaffScreen;
    std::vector<Action> all;
    for (const content::Section& section : frame.content.sections)
        if (section.audience == content::Audience::staff)
            all.push_back({section.icon, section.title, session::OpenSection{section.id}});
    const std::vector<Action> tests{
        {"touch_app", "Touch test", OpenStaffScreen{StaffScreen::touch}},
        {"straighten", "Panel ruler", OpenStaffScreen{StaffScreen::ruler}},
        {"qr_code_2", "QR test", OpenStaffScreen{StaffScreen::qr}},
        {"dialpad", "Key test", OpenStaffScreen{StaffScreen::keys}},
        {"cleaning_services", "Cleaning lock", OpenStaffScreen{StaffScreen::cleaning}}};
    all.insert(all.end(), tests.begin(), tests.end());
    if (frame.device_status.can_play_tone)
        all.insert(all.end() - 1, {"hearing", "Sound test", OpenStaffScreen{StaffScreen::sound}});
    if (frame.device_status.can_restart)
        all.push_back({"restart_alt", "Restart", session::RequestRestart{}});
    return all;
}

// Returns the height in pixels of buttons of which all of a column are on one page that is
// `page_height` pixels high, if they can be.
double stacked_action_height(const Frame& frame, double page_height) {
    const auto count = static_cast<double>(staff_actions(frame).size());
    const double height = (page_height + frame.px(metric::gap)) / count - frame.px(metric::gap);
    return std::clamp(std::floor(height), frame.px(short_action_height_mm),
                      frame.px(action_height_mm));
}

// Draws buttons that are `height` pixels high, as many in a row as fit up to `column_limit`.
// Returns the height of all rows in pixels.
double draw_staff_actions(Frame& frame, const render::Rect& column, double height,
                          int column_limit) {
    const double gap = frame.px(metric::gap);
    const std::vector<Action> all = staff_actions(frame);
    const int fitting_columns =
        static_cast<int>((column.w + gap) / (frame.px(min_action_width_mm) + gap));
    const int action_count = static_cast<int>(all.size()),
              max_count = std::clamp(fitting_columns, 1, column_limit);
    const int row_count = (action_count + max_count - 1) / max_count,
              column_count = (action_count + row_count - 1) / row_count; // rows of similar length
    const double width = (column.w - (column_count - 1) * gap) / column_count;
    double bottom = column.y;
    for (int i = 0; i < action_count; ++i) {
        const Action& action = all[static_cast<std::size_t>(i)];
        const render::Rect rect{column.x + i % column_count * (width + gap),
                                column.y + static_cast<double>(i / column_count) * (height + gap),
                                width, height};
        const ButtonStyle style{action.icon, action.label, frame.palette().secondary_button,
                                LabelPosition::beside, text_style::button};
        draw_button(frame, rect, style, action.event, "staff");
        bottom = rect.bottom();
    }
    return bottom - column.y;
}

double draw_status_card(Frame& frame, const render::Rect& column) {
    const ComponentColors& colors = frame.palette().sheet;
    const double inner = frame.px(status_padding_mm);
    const render::Rect in{column.x + inner, column.y + inner / 2, column.w - 2 * inner, 0};
    const double height = frame.measure([&] { return draw_device_status(frame, in); }) + inner;
    frame.draw_rounded_rect({column.x, column.y, column.w, height}, frame.px(metric::radius),
                            colors.fill, colors.edge, frame.px(0.5));
    draw_device_status(frame, in);
    return height;
}

double draw_overview_body(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    const TextLayout title = frame.fit_lines(
        "This kiosk", frame.theme.is_very_short() ? text_style::heading : text_style::title,
        column.w);
    frame.draw_text(title, {column.x, column.y, column.w, 0}, Align::start, palette.text,
                    palette.background, Role::heading);
    const double gap = frame.px(6), top = column.y + title->height + frame.px(2);
    if (frame.theme.is_wide() && column.w > frame.px(240)) {
        constexpr double page_buttons_mm = 36; // More and Up, if the status is longer than the page
        const double width = frame.px(80), left = column.w - width - gap;
        const double status_height = draw_status_card(frame, {column.x, top, left, 0});
        const double height =
            stacked_action_height(frame, column.h - (top - column.y) - frame.px(page_buttons_mm));
        const double actions_height =
            draw_staff_actions(frame, {column.x + left + gap, top, width, 0}, height, 1);
        return top + std::max(status_height, actions_height) - column.y;
    }
    const double height =
        frame.px(frame.theme.is_very_short() ? short_action_height_mm : action_height_mm);
    const double status_y =
        top + gap +
        draw_staff_actions(frame, {column.x, top, column.w, 0}, height, max_action_columns);
    frame.add_block_top(status_y);
    return status_y + draw_status_card(frame, {column.x, status_y, column.w, 0}) - column.y;
}

} // namespace

void draw_staff_column(
    Frame& frame,
    const std::function<double(Frame& frame, const render::Rect& column)>& draw_body) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    const double edge = frame.px(frame.theme.is_very_short() ? 3 : 8);
    render::Rect view = draw_bottom_bar(frame);
    view.y += edge, view.h -= 1.5 * edge;
    const double max_width =
        std::min(view.w - 2 * frame.theme.margin(), frame.px(max_staff_column_mm));
    draw_scroll_view(frame, view, max_width,
                     [&](const render::Rect& column) { return draw_body(frame, column); },
                     {.background = frame.palette().background});
}

void draw_staff_overview(Frame& frame) {
    draw_staff_column(frame, draw_overview_body);
}

} // namespace ui
