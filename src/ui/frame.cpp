#include "ui/frame.hpp"

#include "ui/imgui_values.hpp"
#include "ui/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ui {

namespace {

const content::Translation& english_translation() {
    static const content::Translation translation;
    return translation;
}

} // namespace

Frame::Frame(const content::Content& shown_content, const session::State& current_state,
             const Theme& current_theme, const base::ClockReading& clock_reading,
             const PointerState& pointer_state, const FrameCaches& caches,
             const DeviceStatus& status)
    : content(shown_content), state(current_state), theme(current_theme), now(clock_reading),
      pointer(pointer_state),
      language(current_state.staff ? english_translation()
                                   : shown_content.translation_or_default(current_state.language)),
      device_status(status), caches_(caches), draw_list_(ImGui::GetWindowDrawList()),
      clip_(screen()) {}

render::Rect Frame::screen() const {
    return {0, 0, static_cast<double>(theme.panel().width_px),
            static_cast<double>(theme.panel().height_px)};
}

render::Rect Frame::reachable_area() const {
    const double top = theme.reachable_top_px();
    return render::Rect{0, top, screen().w, theme.reachable_bottom_px() - top}.rounded();
}

std::string Frame::translate(std::string_view english, Placeholders placeholders) const {
    std::string text(language.translate(english));
    for (const auto& [name, value] : placeholders) {
        const std::string placeholder = fmt::format("{{{}}}", name);
        if (const auto offset = text.find(placeholder); offset != std::string::npos)
            text.replace(offset, placeholder.size(), value);
    }
    return text;
}

render::Rect Frame::mirror(const render::Rect& rect) const {
    if (!language.is_right_to_left) return rect;
    return {screen().w - rect.right(), rect.y, rect.w, rect.h};
}

OutlineNode& Frame::add_node(Role role, std::string text, const render::Rect& on_screen) {
    OutlineNode node;
    node.role = role;
    node.screen_part = screen_part;
    node.text = std::move(text);
    node.rect = on_screen;
    node.clip = clip_;
    node.parent = parent_;
    node.is_scrollable = is_clipped_;
    outline.push_back(std::move(node));
    return outline.back();
}

// A page may show the same help line twice.
std::string Frame::unique_id(const std::string& id) {
    const int count = ++id_counts_[id];
    return count == 1 ? id : fmt::format("{}+{}", id, count);
}

PressState Frame::begin_target(const render::Rect& rect, std::string_view name,
                               const session::Event& target_event, std::string_view id_suffix,
                               bool is_primary) {
    add_target(rect);
    if (mode_ == Mode::measuring) return {};
    const render::Rect r = mirror(rect).rounded();
    parent_ = -1;
    OutlineNode& node = add_node(Role::button, std::string(name), r);
    node.event = target_event;
    node.is_primary = is_primary;
    // ImGui, too, separates a label from the suffix that makes it unique with "##".
    node.id = session::describe(target_event) + "##" + std::string(id_suffix);
    if (is_drawing()) node.id = unique_id(node.id);
    const std::string id = node.id;
    parent_ = static_cast<int>(outline.size()) - 1;
    if (is_inert() || !is_drawing() || node.visible_rect().w <= 0 || node.visible_rect().h <= 0)
        return {};
    ImGui::SetCursorScreenPos(to_imgui_vector(r.x, r.y));
    const bool is_released = ImGui::InvisibleButton(id.c_str(), to_imgui_vector(r.w, r.h));
    PressState press;
    // A finger may slip when somebody is in a hurry, so a drag that stays on Hide still presses it.
    const bool is_dragged =
        pointer.is_dragging && !std::holds_alternative<session::Hide>(target_event);
    press.is_pressed = ImGui::IsItemActive() && ImGui::IsItemHovered() && !is_dragged;
    press.is_released = is_released && !is_dragged;
    if (press.is_released) event = target_event;
    return press;
}

void Frame::mark_as(Role role, bool is_selected) {
    if (mode_ == Mode::measuring || parent_ < 0) return;
    OutlineNode& node = outline[static_cast<std::size_t>(parent_)];
    node.role = role;
    node.is_selected = is_selected;
}

void Frame::mark_as_unread() {
    if (mode_ != Mode::measuring && !outline.empty()) outline.back().is_unread = true;
}

bool Frame::is_tapped(const render::Rect& rect) const {
    if (!is_drawing() || is_inert() || !pointer.is_lifted || pointer.is_dragging) return false;
    const ImVec2 finger = ImGui::GetIO().MousePos;
    return mirror(rect).contains(finger.x, finger.y);
}

void Frame::draw_focus_ring(const render::Rect& rect, double radius) {
    if (!is_drawing() || parent_ < 0 || focused_id.empty() ||
        outline[static_cast<std::size_t>(parent_)].id != focused_id)
        return;
    draw_ring(mirror(rect), radius);
}

void Frame::draw_reading_mark(int node, int sentence) {
    if (node < 0 || static_cast<std::size_t>(node) >= outline.size()) return;
    const OutlineNode& read = outline[static_cast<std::size_t>(node)];
    const bool has_focus = !focused_id.empty() && read.id == focused_id;
    if (has_focus || read.visible_rect().w <= 0 || read.visible_rect().h <= 0) return;
    const double margin = px(read.event ? 0 : 1.5);
    const render::Rect clip = read.clip.inset(-px(2));
    ImGui::PushClipRect(to_imgui_vector(clip.x, clip.y),
                        to_imgui_vector(clip.right(), clip.bottom()), false);
    draw_ring(sentence_rect(read, sentence).inset(-margin), px(metric::radius / 2));
    ImGui::PopClipRect();
}

void Frame::draw_ring(const render::Rect& on_screen, double radius) {
    const double width = std::max(2.0, px(1.2));
    const render::Rect r = on_screen.inset(-width / 2).rounded();
    backgrounds_.invalidate(r);
    draw_list_->AddRect(to_imgui_vector(r.x, r.y), to_imgui_vector(r.right(), r.bottom()),
                        to_imgui_color(palette().focus_ring),
                        static_cast<float>(radius + width / 2), 0, static_cast<float>(width));
}

void Frame::discard_inert() {
    is_inert_ = false;
    outline.clear();
    id_counts_.clear();
    scroll_region = {};
    foreground_ = {};
}

Frame::Foreground Frame::discard_background() {
    is_background_ = false;
    Foreground foreground = std::exchange(foreground_, {});
    discard_inert();
    return foreground;
}

// What is below an animated slip is not the foreground.
bool Frame::postpone(const render::Rect& page, const std::function<void(Frame&)>& draw) {
    if (!is_background_ || is_inert_ || !is_drawing()) return false;
    foreground_.page = page;
    foreground_.parts.push_back(draw);
    return true;
}

void Frame::push_clip(const render::Rect& rect) {
    clip_ = mirror(rect).rounded();
    is_clipped_ = true;
    ImGui::PushClipRect(to_imgui_vector(clip_.x, clip_.y),
                        to_imgui_vector(clip_.right(), clip_.bottom()), true);
}

void Frame::pop_clip() {
    ImGui::PopClipRect();
    clip_ = screen();
    is_clipped_ = false;
}

} // namespace ui
