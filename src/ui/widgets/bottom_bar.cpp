#include "ui/widgets/bottom_bar.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace ui {

namespace {

constexpr double bar_inset_mm = 3; // between the edge of the bar and its buttons
// Longer labels make the buttons wider.
constexpr double min_tool_width_mm = 31;
constexpr double min_hide_width_mm = 82;

struct Tool {
    const char* icon;
    const char* label;
    session::Event event;
};

render::Rect bar_rect(const Frame& frame) {
    const render::Rect reachable = frame.reachable_area();
    const double height = bar_height(frame.theme);
    return {reachable.x, reachable.bottom() - height, reachable.w, height};
}

ButtonStyle hide_button_style(const Frame& frame) {
    ButtonStyle style{"visibility_off", frame.translate("Hide screen"), frame.palette().hide};
    style.is_primary = true;
    return style;
}

// Returns the button for which a small panel has no space in the header: Back if there is a way
// back, otherwise the languages if the panel is very short.
std::optional<Tool> header_tool(const Frame& frame) {
    const session::Layer layer = session::top_layer(frame.state);
    const bool is_short_slip = layer == session::Layer::slip && frame.theme.is_short();
    const bool is_home = layer == session::Layer::page && frame.state.section.empty();
    if (is_short_slip || (frame.theme.is_very_short() && !is_home))
        return Tool{frame.language.is_right_to_left ? "arrow_forward" : "arrow_back", "Back",
                    session::GoBack{}};
    if (frame.theme.is_very_short() && frame.content.translations.size() > 1)
        return Tool{"translate", "Language", session::OpenLanguagePicker{}};
    return std::nullopt;
}

// Staff screens have one button, which closes them.
Tool staff_tool(session::StaffScreen screen) {
    if (screen == session::StaffScreen::pin) return {"close", "Cancel", session::GoBack{}};
    if (screen == session::StaffScreen::overview) return {"check", "Done", session::GoBack{}};
    return {"arrow_back", "Back", session::GoBack{}};
}

std::vector<Tool> bar_tools(const Frame& frame) {
    if (frame.state.staff) return {staff_tool(frame.state.staff->screen)};
    std::vector<Tool> tools{{"home", "Home", session::GoHome{}},
                            {"format_size", "Display", session::OpenDisplaySettings{}}};
    if (const auto tool = header_tool(frame)) {
        if (!frame.theme.is_very_short()) tools.pop_back(); // there is space for two
        tools.push_back(*tool);
    }
    return tools;
}

double bar_margin(const Frame& frame) {
    return frame.theme.margin() * 0.65;
}

// Widths of the buttons in pixels. They are the same on every screen, so that Hide never moves.
struct BarWidths {
    double tool;
    double hide;
};

BarWidths bar_widths(const Frame& frame) {
    const double min_width = frame.px(min_tool_width_mm), gap = frame.px(metric::gap);
    const int max_tools = frame.theme.is_very_short() ? 3 : 2;
    double label_width = 0;
    for (const char* each : {"Home", "Display", "Back", "Language"})
        label_width = std::max<double>(
            label_width, frame.layout_text(frame.translate(each), text_style::small_button)->width);
    const double available =
        bar_rect(frame).w - 2 * bar_margin(frame) - max_tools * (min_width + gap);
    const double needed_width = button_width(frame, hide_button_style(frame)),
                 spare = frame.px(6); // beside the label
    const double hide = std::max(frame.px(min_hide_width_mm), needed_width);
    const double extra = std::min(
        (available - std::max(frame.px(min_hide_width_mm), needed_width - spare)) / max_tools,
        label_width + frame.px(6) - min_width);
    const double tool = min_width + std::max(0.0, extra);
    return {tool, std::min(hide, available - max_tools * (tool - min_width))};
}

void draw_bar_tools(Frame& frame, const render::Rect& bar) {
    const Palette& palette = frame.palette();
    const double width = bar_widths(frame).tool;
    double x = bar.x + bar_margin(frame);
    for (const Tool& tool : bar_tools(frame)) {
        ButtonStyle style{tool.icon, frame.translate(tool.label), palette.secondary_button,
                          LabelPosition::below, text_style::small_button};
        draw_button(frame, {x, bar.y + frame.px(bar_inset_mm), width, frame.px(metric::primary)},
                    style, tool.event, "bar");
        x += width + frame.px(metric::gap);
    }
}

} // namespace

double bar_height(const Theme& theme) {
    return theme.px(metric::primary + 2 * bar_inset_mm);
}

render::Rect hide_button_rect(const Frame& frame) {
    const render::Rect bar = bar_rect(frame);
    const double width = bar_widths(frame).hide;
    return {bar.right() - bar_margin(frame) - width, bar.y + frame.px(bar_inset_mm), width,
            frame.px(metric::primary)};
}

void draw_hide_button(Frame& frame) {
    const render::Rect rect = hide_button_rect(frame);
    const PressState press =
        frame.begin_target(rect, frame.translate("Hide screen"), session::Hide{}, "bar", true);
    frame.end_target();
    if (!press.is_pressed && !press.is_released && frame.state.is_hide_pressed)
        frame.event = session::CancelHide{};
}

render::Rect draw_bottom_bar(Frame& frame) {
    const render::Rect reachable = frame.reachable_area(), rect = bar_rect(frame);
    const Palette& palette = frame.palette();
    const render::Rect below{rect.x, rect.y, rect.w, frame.screen().bottom() - rect.y};
    frame.fill_rect(below, palette.bar.fill);
    frame.fill_rect({rect.x, rect.y, rect.w, std::max(1.0, frame.px(0.4))}, palette.bar.edge);
    draw_bar_tools(frame, rect);
    const render::Rect hide = hide_button_rect(frame);
    ButtonStyle style = hide_button_style(frame);
    if (button_width(frame, style) - frame.px(6) > hide.w + 1)
        style.label_position = LabelPosition::below;
    const PressState press = draw_button(frame, hide, style, session::Hide{}, "bar");
    if (press.is_pressed) frame.event = session::PressHide{};
    return {reachable.x, reachable.y, reachable.w, rect.y - reachable.y};
}

} // namespace ui
