// How a frame draws shapes, icons and QR codes.
#include "base/utf8.hpp"
#include "content/icon.hpp"
#include "ui/frame.hpp"
#include "ui/imgui_values.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

void Frame::draw_image(const render::Image& image, const render::Rect& to, double u0, double v0,
                       double u1, double v1) {
    if (!std::holds_alternative<render::TextLineImage>(image))
        backgrounds_.invalidate(to); // no text is drawn over another text
    draw_list_->AddImage(caches_.textures.request(image), to_imgui_vector(to.x, to.y),
                         to_imgui_vector(to.right(), to.bottom()), to_imgui_vector(u0, v0),
                         to_imgui_vector(u1, v1));
}

void Frame::fill_rect(const render::Rect& rect, render::Color color) {
    if (!is_drawing()) return;
    const render::Rect r = mirror(rect).rounded();
    if (r.w <= 0 || r.h <= 0) return;
    draw_list_->AddRectFilled(to_imgui_vector(r.x, r.y), to_imgui_vector(r.right(), r.bottom()),
                              to_imgui_color(color));
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
    if (!is_drawing()) return;
    const render::Rect r = mirror(rect).rounded();
    if (r.w <= 0 || r.h <= 0) return; // what is around it has left no space in a tiny window
    const double e = edge_px > 0 ? std::max(1.0, std::round(edge_px)) : 0;
    const double max_radius = std::floor(std::min(r.w, r.h) / 2);
    const double c = std::clamp(std::round(radius), 0.0, max_radius);
    const auto fill_box = [&](double x, double y, double w, double h, render::Color box_color) {
        if (w > 0 && h > 0)
            draw_list_->AddRectFilled(to_imgui_vector(x, y), to_imgui_vector(x + w, y + h),
                                      to_imgui_color(box_color));
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

void Frame::draw_card(const render::Rect& rect, render::Color color, render::Color edge,
                      double edge_px) {
    draw_rounded_rect(rect, px(metric::radius), color, edge, edge_px);
    const bool is_visible = rect.y < clip_.bottom() - 1 && rect.bottom() > clip_.y + 1;
    const bool is_whole = rect.y >= clip_.y - 1 && rect.bottom() <= clip_.bottom() + 1;
    if (is_drawing() && is_clipped_ && is_visible && !is_whole)
        divided_cards.push_back({rect, color, edge, edge_px});
}

void Frame::draw_shadow(const render::Rect& rect, double blur, std::uint8_t alpha) {
    if (!is_drawing()) return;
    const int b = std::max(2, static_cast<int>(std::lround(blur)));
    const render::Shadow shadow{b, {0, 0, 0, alpha}};
    const render::Rect r = mirror(rect).rounded();
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
            draw_list_->AddRectFilled(to_imgui_vector(x, y), to_imgui_vector(x + w, y + h),
                                      to_imgui_color(color));
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
    if (!is_drawing()) return;
    const auto code_point = content::icon_code_point(name);
    if (!code_point) return;
    text::TextSpec spec;
    base::append_utf8(spec.text, *code_point);
    spec.face = text::Face::icons;
    spec.em_px = std::max(4, static_cast<int>(std::floor(std::min(box.w, box.h))));
    const TextLayout layout = lay_out(spec);
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
    add_piece(box.y, box.bottom());
    if (mode_ == Mode::measuring) return;
    const render::Rect m = mirror(box).rounded();
    const int modules = qr_code.size + 2 * qr::quiet_zone;
    const double module = std::floor(std::min(m.w, m.h) / modules);
    const double side = module * modules;
    const double left = std::floor(m.x + (m.w - side) / 2),
                 top = std::floor(m.y + (m.h - side) / 2);
    const double inner = qr_code.size * module, zone = qr::quiet_zone * module;
    add_node(Role::qr_code, payload, {left + zone, top + zone, inner, inner});
    if (!is_drawing()) return;
    draw_list_->AddRectFilled(to_imgui_vector(m.x, m.y), to_imgui_vector(m.right(), m.bottom()),
                              IM_COL32(255, 255, 255, 255));
    backgrounds_.invalidate(m);
    for (int y = 0; y < qr_code.size; ++y) {
        for (int x = 0; x < qr_code.size; ++x) {
            if (!qr_code.is_dark(x, y)) continue;
            int end = x;
            while (end < qr_code.size && qr_code.is_dark(end, y)) ++end;
            const double row = top + (y + qr::quiet_zone) * module;
            draw_list_->AddRectFilled(
                to_imgui_vector(left + (x + qr::quiet_zone) * module, row),
                to_imgui_vector(left + (end + qr::quiet_zone) * module, row + module),
                IM_COL32(0, 0, 0, 255));
            x = end;
        }
    }
}

void Frame::draw_progress_ring(const render::Rect& box, double fraction, double width,
                               render::Color track, render::Color arc) {
    if (!is_drawing()) return;
    const render::Rect m = mirror(box).rounded();
    const render::ProgressRing ring{static_cast<int>(std::min(m.w, m.h)),
                                    std::max(1, static_cast<int>(std::lround(width))),
                                    std::clamp(fraction, 0.0, 1.0), track, arc};
    const auto side = static_cast<double>(ring.side);
    draw_image(ring,
               {m.x + std::floor((m.w - side) / 2), m.y + std::floor((m.h - side) / 2), side, side},
               0, 0, 1, 1);
}

void Frame::draw_triangle(const render::Point& a, const render::Point& b, const render::Point& c,
                          render::Color color) {
    if (!is_drawing()) return;
    const auto corner = [this](const render::Point& point) {
        return to_imgui_vector(mirror({point.x, point.y, 0, 0}).x, point.y);
    };
    draw_list_->AddTriangleFilled(corner(a), corner(b), corner(c), to_imgui_color(color));
    const double left = std::min({a.x, b.x, c.x}), top = std::min({a.y, b.y, c.y});
    backgrounds_.invalidate(
        mirror({left, top, std::max({a.x, b.x, c.x}) - left, std::max({a.y, b.y, c.y}) - top}));
}

void Frame::draw_polyline(const std::vector<render::Point>& points, double width,
                          render::Color color) {
    if (!is_drawing()) return;
    for (const render::Point& point : points)
        draw_list_->PathLineTo(to_imgui_vector(point.x, point.y));
    draw_list_->PathStroke(to_imgui_color(color), 0, static_cast<float>(width));
    backgrounds_.invalidate(screen());
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
        p = to_imgui_vector(cx + dx * c - dy * s, cy + dx * s + dy * c);
    }
    backgrounds_.invalidate(screen());
}

} // namespace ui
