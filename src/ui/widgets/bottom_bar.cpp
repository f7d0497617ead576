#include "ui/widgets/bottom_bar.hpp"

#include "base/replace_all.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ui {

namespace {

// Longer labels make the buttons wider.
constexpr double preferred_tool_width_mm = 35;
constexpr double preferred_hide_width_mm = 82;
constexpr double min_tool_width_mm = 21;
constexpr double label_padding_mm = 8;        // beside the label of a tool
constexpr double narrow_label_padding_mm = 4; // the same in a narrow bar
constexpr double narrow_hide_width_mm = 30;   // in the narrowest bar with one tool more

struct Tool {
    const char* icon;
    std::string label;
    session::Event event;
    bool is_selected = false; // it stands for what is shown now
    bool is_language = false;
};

// The space between the edge of the bar and its buttons.
double bar_inset_mm(const Theme& theme) {
    return theme.is_very_short() ? 1.5 : 3;
}

// On a very short bar the label of Hide has one line, because there is no room for two.
double min_hide_width_mm(const Theme& theme) {
    return theme.is_very_short() ? 66 : 50;
}

double button_height_mm(const Theme& theme) {
    constexpr double growth = 0.2;
    return theme.is_very_short() ? metric::target
                                 : metric::primary * (1 + growth * (theme.text_factor() - 1));
}

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

// Returns the names of the other languages, each in its own script. If there are more than two,
// their number is added to the first two.
std::string language_names(const Frame& frame) {
    constexpr std::size_t max_names = 2;
    std::string names;
    std::size_t count = 0;
    for (const content::Translation& language : frame.content.translations) {
        if (&language == &frame.language || ++count > max_names) continue;
        names += names.empty() ? language.name : " · " + language.name;
    }
    return count > max_names ? names + " +" + std::to_string(count - max_names) : names;
}

// On a short panel, larger labels of some tools would leave no space for those of others.
TextStyle tool_label_style(const Frame& frame) {
    TextStyle style = text_style::small_button;
    if (frame.theme.is_short()) style.growth = 0;
    return style;
}

// Staff screens have one button, which closes them.
Tool staff_tool(session::StaffScreen screen) {
    if (screen == session::StaffScreen::pin) return {"close", "Cancel", session::GoBack{}};
    if (screen == session::StaffScreen::overview) return {"check", "Done", session::GoBack{}};
    return {"arrow_back", "Back", session::GoBack{}};
}

Tool back_tool(const Frame& frame) {
    return {frame.language.is_right_to_left ? "arrow_forward" : "arrow_back",
            frame.translate("Back"), session::GoBack{}};
}

Tool display_settings_tool(const Frame& frame, bool is_open) {
    const session::Event event =
        is_open ? session::Event(session::GoBack{}) : session::OpenDisplaySettings{};
    return {"format_size", frame.translate("Bigger text"), event, is_open};
}

Tool listen_tool(const Frame& frame) {
    const bool is_reading = session::is_reading(frame.state);
    return {is_reading ? "stop" : "volume_up", frame.translate(is_reading ? "Stop" : "Listen"),
            session::Listen{}, is_reading};
}

double bar_margin(const Frame& frame) {
    return frame.theme.margin() * 0.65;
}

// Returns the width in pixels for Hide and so many tools, without the gaps between them.
double available_width(const Frame& frame, std::size_t tool_count) {
    return bar_rect(frame).w - 2 * bar_margin(frame) -
           frame.px(metric::gap) * static_cast<double>(tool_count);
}

// Returns whether so many tools fit into the bar in the smallest sizes.
bool has_room(const Frame& frame, std::size_t tool_count) {
    return available_width(frame, tool_count) >=
           frame.px(metric::target) * static_cast<double>(tool_count) +
               frame.px(narrow_hide_width_mm);
}

// Adds Listen beside Bigger text. In a bar without room for it, it replaces the staff button, which
// opens what touches of the four corners open, too. The narrowest windows have neither.
void add_listen_tool(const Frame& frame, std::vector<Tool>& tools) {
    if (!frame.can_listen) return;
    const bool has_staff_button = std::holds_alternative<session::OpenPinPad>(tools.back().event);
    if (has_staff_button && !has_room(frame, tools.size() + 1)) tools.pop_back();
    if (has_room(frame, tools.size() + 1)) tools.insert(tools.begin() + 2, listen_tool(frame));
}

// In a narrow bar, Back replaces Bigger text.
bool has_place_for_back(const Theme& theme) {
    return theme.is_wide() && !theme.is_very_short();
}

std::vector<Tool> bar_tools(const Frame& frame) {
    const session::State& state = frame.state;
    if (state.staff) return {staff_tool(state.staff->screen)};
    // The question "Are you still here?" hides what the visitor sees.
    const bool is_asking = state.warned_at.has_value();
    const session::Layer layer = is_asking ? session::Layer::page : session::top_layer(state);
    const bool is_home = !is_asking && layer == session::Layer::page && state.section.empty();
    std::vector<Tool> tools{{"home", frame.translate("Home"), session::GoHome{}, is_home}};
    // On a short panel, a slip and the languages have no button that closes them.
    const bool needs_back = frame.theme.is_short() && (layer == session::Layer::slip ||
                                                       layer == session::Layer::language_picker);
    if (needs_back && !has_place_for_back(frame.theme))
        tools.push_back(back_tool(frame));
    else
        tools.push_back(display_settings_tool(frame, layer == session::Layer::display_settings));
    if (frame.content.translations.size() > 1)
        tools.push_back({"translate", language_names(frame), session::OpenLanguagePicker{},
                         layer == session::Layer::language_picker, true});
    if (needs_back && has_place_for_back(frame.theme)) tools.push_back(back_tool(frame));
    if (frame.content.site.has_staff_button)
        tools.push_back({"lock", "Staff", session::OpenPinPad{}});
    add_listen_tool(frame, tools);
    return tools;
}

// Returns the width in pixels that a tool should have. Back has the width of Bigger text, which it
// may replace, so that Hide stays in its place.
double preferred_tool_width(const Frame& frame, const Tool& tool) {
    const auto label_width = [&](const std::string& label) {
        return static_cast<double>(frame.layout_text(label, tool_label_style(frame))->width);
    };
    double width = label_width(tool.label);
    const bool can_be_back = std::holds_alternative<session::GoBack>(tool.event) ||
                             std::holds_alternative<session::OpenDisplaySettings>(tool.event);
    if (can_be_back && !frame.state.staff && !has_place_for_back(frame.theme))
        width = std::max(label_width(frame.translate("Bigger text")),
                         label_width(frame.translate("Back")));
    if (std::holds_alternative<session::Listen>(tool.event))
        width =
            std::max(label_width(frame.translate("Listen")), label_width(frame.translate("Stop")));
    return std::max(frame.px(preferred_tool_width_mm), width + frame.px(label_padding_mm));
}

// Widths of the buttons in pixels. They are the same on every screen, so that Hide never moves.
struct BarWidths {
    std::vector<double> tools;
    double hide = 0;
};

// If the bar is too narrow, first Hide and then the tools become narrower.
BarWidths bar_widths(const Frame& frame, const std::vector<Tool>& tools) {
    BarWidths widths;
    const double available = available_width(frame, tools.size());
    double tools_width = 0;
    for (const Tool& tool : tools) {
        widths.tools.push_back(preferred_tool_width(frame, tool));
        tools_width += widths.tools.back();
    }
    widths.hide =
        std::max(frame.px(preferred_hide_width_mm), button_width(frame, hide_button_style(frame)));
    if (tools_width + widths.hide <= available) return widths;
    const double min_hide = std::min(widths.hide, frame.px(min_hide_width_mm(frame.theme)));
    widths.hide = std::max(min_hide, available - tools_width);
    const double room = available - widths.hide;
    if (tools_width <= room) return widths;
    const double min_tools = frame.px(min_tool_width_mm) * static_cast<double>(tools.size());
    if (frame.can_listen && min_tools > room) {
        const double target = frame.px(metric::target);
        std::ranges::fill(widths.tools, target);
        widths.hide = available - target * static_cast<double>(tools.size());
        return widths;
    }
    const double spare = std::max(0.0, room - min_tools);
    for (double& width : widths.tools)
        width = frame.px(min_tool_width_mm) +
                (width - frame.px(min_tool_width_mm)) * spare / (tools_width - min_tools);
    return widths;
}

ButtonStyle tool_style(const Frame& frame, const Tool& tool) {
    const Palette& palette = frame.palette();
    ButtonStyle style{tool.icon, tool.label,
                      tool.is_selected ? palette.primary : palette.secondary_button,
                      LabelPosition::below, tool_label_style(frame)};
    if (tool.is_language && !tool.is_selected) {
        style.colors = palette.card;
        style.colors.text = palette.accent;
        style.is_outlined = true;
    }
    return style;
}

// Languages that are too wide for one line have a line each, without the dot between them, in the
// place of the icon.
void divide_language_names(const Frame& frame, ButtonStyle& style, double width) {
    const double label = frame.layout_text(style.label, style.label_style)->width;
    if (label + frame.px(narrow_label_padding_mm) <= width) return;
    style.label = base::replace_all(style.label, " · ", "\n");
    style.icon = {};
    style.label_position = LabelPosition::beside;
}

void draw_bar_tools(Frame& frame, const render::Rect& bar) {
    const std::vector<Tool> tools = bar_tools(frame);
    const std::vector<double> widths = bar_widths(frame, tools).tools;
    std::vector<ButtonStyle> styles;
    std::vector<render::Rect> rects;
    double x = bar.x + bar_margin(frame);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        styles.push_back(tool_style(frame, tools[i]));
        if (tools[i].is_language) divide_language_names(frame, styles.back(), widths[i]);
        rects.push_back({x, bar.y + frame.px(bar_inset_mm(frame.theme)), widths[i],
                         frame.px(button_height_mm(frame.theme))});
        x += widths[i] + frame.px(metric::gap);
    }
    equalize_labels(frame, styles, rects);
    for (std::size_t i = 0; i < tools.size(); ++i)
        draw_button(frame, rects[i], styles[i], tools[i].event, "bar");
}

} // namespace

double bar_height(const Theme& theme) {
    return theme.px(button_height_mm(theme) + 2 * bar_inset_mm(theme));
}

render::Rect hide_button_rect(const Frame& frame) {
    const render::Rect bar = bar_rect(frame);
    const double width = bar_widths(frame, bar_tools(frame)).hide;
    return {bar.right() - bar_margin(frame) - width, bar.y + frame.px(bar_inset_mm(frame.theme)),
            width, frame.px(button_height_mm(frame.theme))};
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
    const render::Rect above{reachable.x, reachable.y, reachable.w, rect.y - reachable.y};
    if (frame.postpone(above, [](Frame& later) { draw_bottom_bar(later); })) return above;
    const Palette& palette = frame.palette();
    const render::Rect below{rect.x, rect.y, rect.w, frame.screen().bottom() - rect.y};
    frame.fill_rect(below, palette.bar.fill);
    frame.fill_rect({rect.x, rect.y, rect.w, std::max(1.0, frame.px(0.4))}, palette.bar.edge);
    frame.screen_part = ScreenPart::bar;
    draw_bar_tools(frame, rect);
    const render::Rect hide = hide_button_rect(frame);
    ButtonStyle style = hide_button_style(frame);
    // A very short bar has no room for a label below the icon.
    const bool has_room_below = !frame.theme.is_very_short();
    if (has_room_below && button_width(frame, style) - frame.px(6) > hide.w + 1)
        style.label_position = LabelPosition::below;
    const PressState press = draw_button(frame, hide, style, session::Hide{}, "bar");
    if (press.is_pressed) frame.event = session::PressHide{};
    frame.screen_part = ScreenPart::page;
    return above;
}

} // namespace ui
