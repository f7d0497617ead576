#include "ui/frame.hpp"

#include "base/utf8.hpp"
#include "content/icon.hpp"
#include "text/bidi.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

ImVec2 vec(double x, double y) {
    return {static_cast<float>(x), static_cast<float>(y)};
}
ImU32 to_imgui_color(render::Color c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

render::Rect rounded_to_pixels(const render::Rect& r) {
    const double x = std::round(r.x), y = std::round(r.y);
    return {x, y, std::round(r.right()) - x, std::round(r.bottom()) - y};
}

const content::Translation& english_translation() {
    static const content::Translation translation;
    return translation;
}

} // namespace

Frame::Frame(const content::Content& shown_content, const session::State& current_state,
             const Theme& current_theme, const base::ClockReading& clock_reading,
             const PointerState& pointer_state, text::Typesetter& typesetter,
             render::TextureCache& textures, qr::CodeCache& qr_codes, const DeviceStatus& status)
    : content(shown_content), state(current_state), theme(current_theme), now(clock_reading),
      pointer(pointer_state),
      language(current_state.staff ? english_translation()
                                   : shown_content.translation_or_default(current_state.language)),
      device_status(status), typesetter_(typesetter), textures_(textures), qr_codes_(qr_codes),
      draw_list_(ImGui::GetWindowDrawList()), clip_(screen()) {}

render::Rect Frame::screen() const {
    return {0, 0, static_cast<double>(theme.panel().width_px),
            static_cast<double>(theme.panel().height_px)};
}

render::Rect Frame::reachable_area() const {
    return rounded_to_pixels({0, theme.reachable_top_px(), screen().w,
                              theme.reachable_bottom_px() - theme.reachable_top_px()});
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

TextLayout Frame::layout_text(std::string_view text, const TextStyle& style, double width) const {
    text::TextSpec spec;
    spec.text = text;
    spec.face = style.face;
    spec.em_px = theme.em(style);
    spec.max_width = static_cast<int>(std::floor(width));
    spec.is_right_to_left = language.is_right_to_left && text::has_right_to_left_letters(text);
    spec.family = language.font;
    spec.has_tight_leading = style.has_tight_leading;
    return typesetter_.layout(spec);
}

TextLayout Frame::shrink_to_fit(std::string_view text, const TextStyle& style, double width,
                                const std::function<bool(const text::Paragraph&)>& fits) const {
    constexpr double scale_step = 0.93, min_scale = 0.42;
    for (TextStyle smaller = style;; smaller.em_mm *= scale_step) {
        const TextLayout layout = layout_text(text, smaller, width);
        if (!layout->has_split_word && fits(*layout)) return layout;
        if (smaller.em_mm * scale_step < style.em_mm * min_scale) return layout;
    }
}

TextLayout Frame::fit_lines(std::string_view text, const TextStyle& style, double width,
                            int max_lines) const {
    const auto line_limit = static_cast<std::size_t>(max_lines);
    return shrink_to_fit(text, style, width, [line_limit](const text::Paragraph& paragraph) {
        return paragraph.lines.size() <= line_limit;
    });
}

TextLayout Frame::fit_box(std::string_view text, const TextStyle& style, double width,
                          double height) const {
    return shrink_to_fit(text, style, width, [height](const text::Paragraph& paragraph) {
        return paragraph.height <= height;
    });
}

// A binary search, because the layout of each candidate takes time.
TextLayout Frame::balance_lines(const TextLayout& layout) const {
    if (layout->lines.size() < 2) return layout;
    TextLayout best = layout;
    text::TextSpec spec = layout->spec;
    int too_narrow = layout->width / 2;
    while (best->width - too_narrow > std::max(1, spec.em_px / 4)) {
        spec.max_width = std::midpoint(too_narrow, best->width);
        const TextLayout narrower = typesetter_.layout(spec);
        if (narrower->lines.size() > layout->lines.size() || narrower->has_split_word)
            too_narrow = spec.max_width;
        else
            best = narrower;
    }
    return best;
}

TextLayout Frame::avoid_widow(const TextLayout& layout) const {
    // The last line should have at least this fraction of the width.
    constexpr double min_last_line_fraction = 0.3;
    const bool has_no_widow = layout->lines.size() < 2 ||
                              layout->lines.back().width >= min_last_line_fraction * layout->width;
    return has_no_widow ? layout : balance_lines(layout);
}

TextLayout Frame::with_em(const TextLayout& layout, int em_px) const {
    if (layout->spec.em_px == em_px) return layout;
    text::TextSpec spec = layout->spec;
    spec.em_px = em_px;
    return typesetter_.layout(spec);
}

render::Rect Frame::mirror(const render::Rect& rect) const {
    if (!language.is_right_to_left) return rect;
    return {screen().w - rect.right(), rect.y, rect.w, rect.h};
}

OutlineNode& Frame::add_node(Role role, std::string text, const render::Rect& on_screen) {
    OutlineNode node;
    node.role = role;
    node.text = std::move(text);
    node.rect = on_screen;
    node.clip = clip_;
    node.parent = parent_;
    node.is_scrollable = is_clipped_;
    outline.push_back(std::move(node));
    return outline.back();
}

void Frame::draw_image(const render::Image& image, const render::Rect& to, double u0, double v0,
                       double u1, double v1) {
    if (!std::holds_alternative<render::TextLineImage>(image))
        backgrounds_.invalidate(to); // no text is drawn over another text
    draw_list_->AddImage(textures_.request(image), vec(to.x, to.y), vec(to.right(), to.bottom()),
                         vec(u0, v0), vec(u1, v1));
}

void Frame::draw_text(const TextLayout& layout, const render::Rect& box, Align align,
                      render::Color color, render::Color background, Role role) {
    if (is_measuring_) return;
    const render::Rect on_screen = mirror(box);
    const bool is_right_aligned = (align == Align::end) != language.is_right_to_left;
    const render::Padding padding = render::text_padding(layout->spec.em_px);
    double left = on_screen.right(), right = on_screen.x;
    for (std::size_t i = 0; i < layout->lines.size(); ++i) {
        const text::Line& line = layout->lines[i];
        double x = is_right_aligned ? on_screen.right() - line.width : on_screen.x;
        if (align == Align::center) x = on_screen.x + (on_screen.w - line.width) / 2;
        x = std::round(x);
        const double y = std::round(box.y + line.y);
        left = std::min(left, x), right = std::max(right, x + line.width);
        const render::Rect rect{x - padding.x, y - padding.y, line.width + 2.0 * padding.x,
                                line.height + 2.0 * padding.y};
        if (rect.bottom() < clip_.y || rect.y > clip_.bottom() || line.width == 0) continue;
        const bool has_plain_background = backgrounds_.is_uniform(
            {rect.x, y, rect.w, static_cast<double>(line.height)}, background);
        draw_image(
            render::TextLineImage{layout, i, color,
                                  has_plain_background ? background : render::Color{0, 0, 0, 0}},
            rect, 0, 0, 1, 1);
    }
    OutlineNode& node = add_node(role, layout->spec.text,
                                 {left, box.y, right - left, static_cast<double>(layout->height)});
    node.text_color = color;
    node.background = background;
}

void Frame::fill_rect(const render::Rect& rect, render::Color color) {
    if (is_measuring_) return;
    const render::Rect r = rounded_to_pixels(mirror(rect));
    draw_list_->AddRectFilled(vec(r.x, r.y), vec(r.right(), r.bottom()), to_imgui_color(color));
    backgrounds_.fill(r, 0, 0, color, clip_);
}

// Draws a quarter of the disc in each corner of `rect`, which is already mirrored.
void Frame::draw_corners(const render::Rect& rect, const render::Disc& disc) {
    const double r = disc.radius;
    draw_image(disc, {rect.x, rect.y, r, r}, 0, 0, 0.5, 0.5);
    draw_image(disc, {rect.right() - r, rect.y, r, r}, 0.5, 0, 1, 0.5);
    draw_image(disc, {rect.x, rect.bottom() - r, r, r}, 0, 0.5, 0.5, 1);
    draw_image(disc, {rect.right() - r, rect.bottom() - r, r, r}, 0.5, 0.5, 1, 1);
}

void Frame::draw_rounded_rect(const render::Rect& rect, double radius, render::Color color,
                              render::Color edge, double edge_px) {
    if (is_measuring_) return;
    const render::Rect r = rounded_to_pixels(mirror(rect));
    const double e = edge_px > 0 ? std::max(1.0, std::round(edge_px)) : 0;
    const double max_radius = std::floor(std::min(r.w, r.h) / 2);
    const double c = std::clamp(std::round(radius), 0.0, max_radius);
    const auto fill_box = [&](double x, double y, double w, double h, render::Color box_color) {
        if (w > 0 && h > 0)
            draw_list_->AddRectFilled(vec(x, y), vec(x + w, y + h), to_imgui_color(box_color));
    };
    if (c > 0) draw_corners(r, {static_cast<int>(c), static_cast<int>(e), color, edge});
    const double inner_width = r.w - 2 * c, inner_height = r.h - 2 * c;
    fill_box(r.x + c, r.y + e, inner_width, c - e, color);
    fill_box(r.x + e, r.y + c, r.w - 2 * e, inner_height, color);
    fill_box(r.x + c, r.bottom() - c, inner_width, c - e, color);
    backgrounds_.fill(r, c, e, color, clip_);
    if (e == 0) return;
    fill_box(r.x + c, r.y, inner_width, e, edge);
    fill_box(r.x + c, r.bottom() - e, inner_width, e, edge);
    fill_box(r.x, r.y + c, e, inner_height, edge);
    fill_box(r.right() - e, r.y + c, e, inner_height, edge);
}

void Frame::draw_shadow(const render::Rect& rect, double blur) {
    if (is_measuring_) return;
    const int b = std::max(2, static_cast<int>(std::lround(blur)));
    const render::Shadow shadow{b, {0, 0, 0, 110}};
    const render::Rect r = rounded_to_pixels(mirror(rect));
    const double corner = 2.0 * b, cut = corner / (2 * corner + 1);
    const double right = r.right() - b, bottom = r.bottom() - b;
    draw_image(shadow, {r.x - b, r.y - b, corner, corner}, 0, 0, cut, cut);
    draw_image(shadow, {right, r.y - b, corner, corner}, 1 - cut, 0, 1, cut);
    draw_image(shadow, {r.x - b, bottom, corner, corner}, 0, 1 - cut, cut, 1);
    draw_image(shadow, {right, bottom, corner, corner}, 1 - cut, 1 - cut, 1, 1);
    // The edges are drawn line by line, because SDL fills a line ten times faster than it stretches
    // an image.
    const auto fill_box = [this](double x, double y, double w, double h, render::Color color) {
        if (w > 0 && h > 0)
            draw_list_->AddRectFilled(vec(x, y), vec(x + w, y + h), to_imgui_color(color));
    };
    const double inner_width = r.w - corner, inner_height = r.h - corner;
    for (int distance = 1; distance <= b; ++distance) {
        const render::Color color = shadow.color_at(b - distance, 2.0 * b);
        fill_box(r.x + b, r.y - distance, inner_width, 1, color);
        fill_box(r.x + b, r.bottom() + distance - 1, inner_width, 1, color);
        fill_box(r.x - distance, r.y + b, 1, inner_height, color);
        fill_box(r.right() + distance - 1, r.y + b, 1, inner_height, color);
    }
}

void Frame::draw_icon(std::string_view name, const render::Rect& box, render::Color color) {
    if (is_measuring_) return;
    const auto code_point = content::icon_code_point(name);
    if (!code_point) return;
    text::TextSpec spec;
    base::append_utf8(spec.text, *code_point);
    spec.face = text::Face::icons;
    spec.em_px = std::max(4, static_cast<int>(std::floor(std::min(box.w, box.h))));
    const TextLayout layout = typesetter_.layout(spec);
    if (!layout->missing.empty()) return; // the text beside the icon has the same meaning
    const render::Padding padding = render::text_padding(spec.em_px);
    const render::Rect m = mirror(box);
    const text::Line& line = layout->lines.front();
    const double x = std::round(m.x + (m.w - line.width) / 2),
                 y = std::round(m.y + (m.h - line.height) / 2);
    draw_image(
        render::TextLineImage{layout, 0, color},
        {x - padding.x, y - padding.y, line.width + 2.0 * padding.x, line.height + 2.0 * padding.y},
        0, 0, 1, 1);
}

void Frame::draw_qr_code(const qr::Code& qr_code, const render::Rect& box,
                         const std::string& payload) {
    if (is_measuring_) return;
    const render::Rect m = rounded_to_pixels(mirror(box));
    const int modules = qr_code.size + 2 * qr::quiet_zone;
    const double module = std::floor(std::min(m.w, m.h) / modules);
    const double side = module * modules;
    const double left = std::floor(m.x + (m.w - side) / 2),
                 top = std::floor(m.y + (m.h - side) / 2);
    draw_list_->AddRectFilled(vec(m.x, m.y), vec(m.right(), m.bottom()),
                              IM_COL32(255, 255, 255, 255));
    backgrounds_.invalidate(m);
    for (int y = 0; y < qr_code.size; ++y) {
        for (int x = 0; x < qr_code.size; ++x) {
            if (!qr_code.is_dark(x, y)) continue;
            int end = x;
            while (end < qr_code.size && qr_code.is_dark(end, y)) ++end;
            const double row = top + (y + qr::quiet_zone) * module;
            draw_list_->AddRectFilled(vec(left + (x + qr::quiet_zone) * module, row),
                                      vec(left + (end + qr::quiet_zone) * module, row + module),
                                      IM_COL32(0, 0, 0, 255));
            x = end;
        }
    }
    const double inner = qr_code.size * module, zone = qr::quiet_zone * module;
    add_node(Role::qr_code, payload, {left + zone, top + zone, inner, inner});
}

void Frame::draw_progress_ring(const render::Rect& box, double fraction, double width,
                               render::Color track, render::Color arc) {
    if (is_measuring_) return;
    const render::Rect m = rounded_to_pixels(mirror(box));
    const render::ProgressRing ring{static_cast<int>(std::min(m.w, m.h)),
                                    std::max(1, static_cast<int>(std::lround(width))),
                                    std::clamp(fraction, 0.0, 1.0), track, arc};
    const auto side = static_cast<double>(ring.side);
    draw_image(ring,
               {m.x + std::floor((m.w - side) / 2), m.y + std::floor((m.h - side) / 2), side, side},
               0, 0, 1, 1);
}

void Frame::draw_polyline(const std::vector<render::Point>& points, double width,
                          render::Color color) {
    if (is_measuring_) return;
    for (const render::Point& point : points) draw_list_->PathLineTo(vec(point.x, point.y));
    draw_list_->PathStroke(to_imgui_color(color), 0, static_cast<float>(width));
    backgrounds_.invalidate(screen());
}

PressState Frame::begin_target(const render::Rect& rect, std::string_view name,
                               const session::Event& target_event, std::string_view id_suffix,
                               bool is_primary) {
    if (is_measuring_) return {};
    const render::Rect r = rounded_to_pixels(mirror(rect));
    parent_ = -1;
    OutlineNode& node = add_node(Role::button, std::string(name), r);
    node.event = target_event;
    node.is_primary = is_primary;
    // ImGui, too, separates a label from the suffix that makes it unique with "##".
    node.id = session::describe(target_event) + "##" + std::string(id_suffix);
    const auto is_taken = [&](const OutlineNode& other) {
        return &other != &node && other.id == node.id;
    };
    // A page may show the same help line twice.
    while (std::ranges::any_of(outline, is_taken)) node.id += '+';
    const std::string id = node.id;
    parent_ = static_cast<int>(outline.size()) - 1;
    if (is_inert_ || node.visible_rect().w <= 0 || node.visible_rect().h <= 0) return {};
    ImGui::SetCursorScreenPos(vec(r.x, r.y));
    const bool is_released = ImGui::InvisibleButton(id.c_str(), vec(r.w, r.h));
    PressState press;
    // A finger may slip when somebody is in a hurry, so a drag that stays on Hide still presses it.
    const bool is_dragged =
        pointer.is_dragging && !std::holds_alternative<session::Hide>(target_event);
    press.is_pressed = ImGui::IsItemActive() && ImGui::IsItemHovered() && !is_dragged;
    press.is_released = is_released && !is_dragged;
    if (press.is_released) event = target_event;
    return press;
}

void Frame::draw_focus_ring(const render::Rect& rect, double radius) {
    if (is_measuring_ || parent_ < 0 || focused_id.empty() ||
        outline[static_cast<std::size_t>(parent_)].id != focused_id)
        return;
    const double width = std::max(2.0, px(1.2));
    const render::Rect r = rounded_to_pixels(mirror(rect.inset(-width / 2)));
    backgrounds_.invalidate(r);
    draw_list_->AddRect(vec(r.x, r.y), vec(r.right(), r.bottom()),
                        to_imgui_color(palette().focus_ring),
                        static_cast<float>(radius + width / 2), 0, static_cast<float>(width));
}

void Frame::draw_rotated(const render::Rect& about, double radians,
                         const std::function<void()>& draw) {
    const int first = draw_list_->VtxBuffer.Size;
    draw();
    const render::Rect m = mirror(about);
    const double cx = m.x + m.w / 2, cy = m.y + m.h / 2, c = std::cos(radians),
                 s = std::sin(radians);
    for (int i = first; i < draw_list_->VtxBuffer.Size; ++i) {
        ImVec2& p = draw_list_->VtxBuffer[i].pos;
        const double dx = p.x - cx, dy = p.y - cy;
        p = vec(cx + dx * c - dy * s, cy + dx * s + dy * c);
    }
    backgrounds_.invalidate(screen());
}

void Frame::discard_inert() {
    is_inert_ = false;
    outline.clear();
    scroll_region = {};
}

void Frame::push_clip(const render::Rect& rect) {
    clip_ = rounded_to_pixels(mirror(rect));
    is_clipped_ = true;
    ImGui::PushClipRect(vec(clip_.x, clip_.y), vec(clip_.right(), clip_.bottom()), true);
}

void Frame::pop_clip() {
    ImGui::PopClipRect();
    clip_ = screen();
    is_clipped_ = false;
}

} // namespace ui
