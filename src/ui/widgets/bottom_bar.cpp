#include "ui/widgets/bottom_bar.hpp"

#include "base/replace_all.hpp"
#include "ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace ui {

namespace {

// Longer labels make the buttons wider.
constexpr double preferred_tool_width_mm = 35;
constexpr double preferred_hide_width_mm = 82;
constexpr double min_tool_width_mm = 21;
// Beside a label, on both sides together.
constexpr double label_padding_mm = 8;
constexpr double narrow_label_padding_mm = 3;
constexpr double outlined_label_padding_mm = 6;
constexpr double narrow_hide_width_mm = 30;
constexpr double good_hide_width_mm = 50;
// On a very short bar the label of Hide has one line, because there is no room for two.
constexpr double min_very_short_hide_width_mm = 66;

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
    style.has_tight_leading = true;
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
    // The languages, and a slip on a short panel, have no button that closes them.
    const bool needs_back = layer == session::Layer::language_picker ||
                            (frame.theme.is_short() && layer == session::Layer::slip);
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

// Languages have a line each, without the dot between them.
std::string divided_names(const std::string& language_names) {
    return base::replace_all(language_names, " · ", "\n");
}

// Returns the width in pixels of a label in one line.
double line_width(const Frame& frame, const std::string& label, const TextStyle& style) {
    return frame.layout_text(label, style)->width;
}

// Returns the largest width of the labels that a tool can have, so that Hide stays in its place.
template <typename LabelWidth>
double widest_label(const Frame& frame, const Tool& tool, LabelWidth width) {
    const auto wider = [&](const char* a, const char* b) {
        return std::max(width(frame.translate(a)), width(frame.translate(b)));
    };
    const bool can_be_back = std::holds_alternative<session::GoBack>(tool.event) ||
                             std::holds_alternative<session::OpenDisplaySettings>(tool.event);
    if (can_be_back && !frame.state.staff && !has_place_for_back(frame.theme))
        return wider("Bigger text", "Back");
    if (std::holds_alternative<session::Listen>(tool.event)) return wider("Listen", "Stop");
    return width(tool.label);
}

// Widths of the buttons in pixels. They are the same on every screen, so that Hide never moves.
struct BarWidths {
    std::vector<double> tools;
    double hide = 0;

    double total_of_tools() const { return std::accumulate(tools.begin(), tools.end(), 0.0); }
};

// The widths with space around every label.
BarWidths preferred_widths(const Frame& frame, const std::vector<Tool>& tools) {
    const auto width = [&](const std::string& label) {
        return line_width(frame, label, tool_label_style(frame));
    };
    BarWidths widths;
    for (const Tool& tool : tools)
        widths.tools.push_back(
            std::max(frame.px(preferred_tool_width_mm),
                     widest_label(frame, tool, width) + frame.px(label_padding_mm)));
    widths.hide =
        std::max(frame.px(preferred_hide_width_mm), button_width(frame, hide_button_style(frame)));
    return widths;
}

// The smallest widths with which no label shrinks. A very short bar has no room for two lines below
// an icon, but for two languages without one.
BarWidths narrow_widths(const Frame& frame, const std::vector<Tool>& tools,
                        bool are_languages_divided) {
    const TextStyle style = tool_label_style(frame);
    const bool has_two_lines = !frame.theme.is_very_short();
    const auto width = [&](const std::string& label) {
        return has_two_lines ? frame.two_line_width(label, style) : line_width(frame, label, style);
    };
    BarWidths widths;
    for (const Tool& tool : tools) {
        const double label =
            tool.is_language
                ? line_width(frame, are_languages_divided ? divided_names(tool.label) : tool.label,
                             style)
                : widest_label(frame, tool, width);
        const double padding =
            frame.px(tool.is_language ? outlined_label_padding_mm : narrow_label_padding_mm);
        widths.tools.push_back(std::max(frame.px(min_tool_width_mm), label + padding));
    }
    widths.hide = std::max(frame.px(narrow_hide_width_mm), width(frame.translate("Hide screen")) +
                                                               frame.px(outlined_label_padding_mm));
    if (!has_two_lines) widths.hide = std::max(widths.hide, frame.px(min_very_short_hide_width_mm));
    return widths;
}

// Returns the widths for a bar in which some labels have to shrink.
BarWidths shrunk_widths(const Frame& frame, const BarWidths& narrow, double available) {
    const auto count = static_cast<double>(narrow.tools.size());
    BarWidths widths;
    const double target = frame.px(metric::target), min_tool = frame.px(min_tool_width_mm);
    widths.hide = narrow.hide;
    if (frame.can_listen && min_tool * count > available - widths.hide) {
        widths.tools.assign(narrow.tools.size(), target);
        widths.hide = available - target * count;
        return widths;
    }
    const double spare = std::max(0.0, available - widths.hide - min_tool * count),
                 needed = narrow.total_of_tools() - min_tool * count;
    for (const double width : narrow.tools)
        widths.tools.push_back(min_tool + (width - min_tool) * (needed > 0 ? spare / needed : 0));
    return widths;
}

// If the bar is too narrow, first Hide and then the tools become narrower.
BarWidths bar_widths(const Frame& frame, const std::vector<Tool>& tools) {
    const double available = available_width(frame, tools.size());
    BarWidths widths = preferred_widths(frame, tools);
    if (widths.total_of_tools() + widths.hide <= available) return widths;
    const auto fits = [&](const BarWidths& narrow) {
        return narrow.total_of_tools() + narrow.hide <= available;
    };
    BarWidths narrow = narrow_widths(frame, tools, false);
    if (!fits(narrow)) narrow = narrow_widths(frame, tools, true);
    if (!fits(narrow)) return shrunk_widths(frame, narrow, available);
    const double narrow_tools = narrow.total_of_tools();
    // Hide is at least this wide, if all labels have their space.
    const double good_hide =
        std::max(narrow.hide, std::min(widths.hide, frame.px(good_hide_width_mm)));
    const double preferred_tools = widths.total_of_tools();
    widths.hide = std::clamp(available - preferred_tools,
                             std::min(good_hide, available - narrow_tools), widths.hide);
    const double share = std::min(1.0, (available - widths.hide - narrow_tools) /
                                           std::max(1.0, preferred_tools - narrow_tools));
    for (std::size_t i = 0; i < tools.size(); ++i)
        widths.tools[i] = std::lerp(narrow.tools[i], widths.tools[i], share);
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

// Languages that are too wide for one line have a line each, in the place of the icon.
void divide_language_names(const Frame& frame, ButtonStyle& style, double width) {
    const double label = frame.layout_text(style.label, style.label_style)->width;
    if (label + frame.px(narrow_label_padding_mm) <= width) return;
    style.label = divided_names(style.label);
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
    style.label_style.has_tight_leading = true;
    const PressState press = draw_button(frame, hide, style, session::Hide{}, "bar");
    if (press.is_pressed) frame.event = session::PressHide{};
    frame.screen_part = ScreenPart::page;
    return above;
}

} // namespace ui
