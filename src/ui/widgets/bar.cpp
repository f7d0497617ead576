#include "ui/widgets/bar.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace ui {

namespace {

constexpr double inset = 3;                        // between the bar's edge and its buttons, millimetres
constexpr double tool_width = 31, hide_width = 82; // where the words need no more

struct Tool {
    const char* icon;
    const char* label;
    session::Event event;
};

Rect bar_rect(const Frame& frame) {
    const Rect reach = frame.reach();
    const double height = bar_height(frame.theme);
    return {reach.x, reach.bottom() - height, reach.w, height};
}

ButtonLook hide_look(const Frame& frame) {
    ButtonLook look{"visibility_off", frame.say("Hide screen"), frame.colours().hide};
    look.primary = true;
    return look;
}

// What a small panel has no other room for: the way back where there is one, else on a low panel the languages.
std::optional<Tool> header_tool(const Frame& frame) {
    const session::Layer top = session::top_layer(frame.state);
    const bool slip = top == session::Layer::slip && frame.theme.is_small();
    const bool home = top == session::Layer::page && frame.state.section.empty();
    if (slip || (frame.theme.is_low() && !home))
        return Tool{frame.language.right_to_left ? "arrow_forward" : "arrow_back", "Back", session::GoBack{}};
    if (frame.theme.is_low() && frame.content.languages.size() > 1)
        return Tool{"translate", "Language", session::OpenLanguages{}};
    return std::nullopt;
}

// Staff have nowhere to go but back.
Tool staff_tool(session::StaffScreen screen) {
    if (screen == session::StaffScreen::pin) return {"close", "Cancel", session::GoBack{}};
    if (screen == session::StaffScreen::page) return {"check", "Done", session::GoBack{}};
    return {"arrow_back", "Back", session::GoBack{}};
}

std::vector<Tool> tools_of(const Frame& frame) {
    if (frame.state.staff) return {staff_tool(frame.state.staff->screen)};
    std::vector<Tool> tools{{"home", "Home", session::GoHome{}},
                            {"format_size", "Display", session::OpenDisplay{}}};
    if (const auto tool = header_tool(frame)) {
        if (!frame.theme.is_low()) tools.pop_back(); // there is room for two
        tools.push_back(*tool);
    }
    return tools;
}

double margin_of(const Frame& frame) {
    return frame.theme.margin() * 0.65;
}

// The same on every screen, whatever tools it has, so that Hide never moves.
struct Widths {
    double tool, hide;
};

Widths widths(const Frame& frame) {
    const double least = frame.px(tool_width), gap = frame.px(size::gap);
    const int most_tools = frame.theme.is_low() ? 3 : 2;
    double label = 0;
    for (const char* each : {"Home", "Display", "Back", "Language"})
        label = std::max<double>(label, frame.set(frame.say(each), type::tool)->width);
    const double room = bar_rect(frame).w - 2 * margin_of(frame) - most_tools * (least + gap);
    const double words = button_width(frame, hide_look(frame)), spare = frame.px(6); // beside the words
    const double hide = std::max(frame.px(hide_width), words);
    const double more = std::min((room - std::max(frame.px(hide_width), words - spare)) / most_tools,
                                 label + frame.px(6) - least);
    const double tool = least + std::max(0.0, more);
    return {tool, std::min(hide, room - most_tools * (tool - least))};
}

void tools(Frame& frame, const Rect& bar) {
    const Palette& colours = frame.colours();
    const double width = widths(frame).tool;
    double x = bar.x + margin_of(frame);
    for (const Tool& tool : tools_of(frame)) {
        ButtonLook look{tool.icon, frame.say(tool.label), colours.tool, Arrangement::below, type::tool};
        button(frame, {x, bar.y + frame.px(inset), width, frame.px(size::primary)}, look, tool.event, "bar");
        x += width + frame.px(size::gap);
    }
}

} // namespace

double bar_height(const Theme& theme) {
    return theme.px(size::primary + 2 * inset);
}

Rect hide_rect(const Frame& frame) {
    const Rect bar = bar_rect(frame);
    const double width = widths(frame).hide;
    return {bar.right() - margin_of(frame) - width, bar.y + frame.px(inset), width, frame.px(size::primary)};
}

void hide_button(Frame& frame) {
    const Rect rect = hide_rect(frame);
    const Held held = frame.target(rect, frame.say("Hide screen"), session::Hide{}, "bar", true);
    frame.close_target();
    if (!held.pressed && !held.released && frame.state.hiding) frame.made = session::LeaveHide{};
}

Rect bar(Frame& frame) {
    const Rect reach = frame.reach(), rect = bar_rect(frame);
    const Palette& colours = frame.colours();
    const Rect below{rect.x, rect.y, rect.w, frame.screen().bottom() - rect.y};
    frame.fill(below, colours.bar.fill);
    frame.fill({rect.x, rect.y, rect.w, std::max(1.0, frame.px(0.4))}, colours.bar.edge);
    tools(frame, rect);
    const Rect hide = hide_rect(frame);
    ButtonLook look = hide_look(frame);
    if (button_width(frame, look) - frame.px(6) > hide.w + 1) look.arrangement = Arrangement::below;
    const Held held = button(frame, hide, look, session::Hide{}, "bar");
    if (held.pressed) frame.made = session::PressHide{};
    return {reach.x, reach.y, reach.w, rect.y - reach.y};
}

} // namespace ui
