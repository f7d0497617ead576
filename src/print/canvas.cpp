#include "print/canvas.hpp"

#include <algorithm>
#include <numbers>

namespace print {

namespace {

constexpr double points(double mm) {
    return mm / mm_per_point;
}

} // namespace

Canvas::Canvas(PdfFile& file, PageSize page, const content::Translation& translation)
    : file_(file), page_(page), typesetter_(translation),
      is_right_to_left_(translation.is_right_to_left), width_(page.width_mm) {}

double Canvas::mirror(double x, double width) const {
    return is_right_to_left_ ? width_ - x - width : x;
}

void Canvas::set_color(const Color& color) {
    cairo_set_source_rgb(file_.context(), color.r, color.g, color.b);
}

void Canvas::draw_text(const TextLayout& text, double x, double y, const char* tag) {
    const Tag role(file_.context(), tag);
    text.draw(file_.context(), mirror(x, text.max_width_mm()), y);
}

void Canvas::add_rounded_rect(const Rect& rect, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_t* const context = file_.context();
    const double left = points(mirror(rect.x, rect.w)), top = points(rect.y);
    const double right = left + points(rect.w), bottom = top + points(rect.h);
    const double r = points(std::min({radius, rect.w / 2, rect.h / 2}));
    if (r <= 0) {
        cairo_rectangle(context, left, top, right - left, bottom - top);
        return;
    }
    cairo_new_sub_path(context);
    cairo_arc(context, right - r, top + r, r, -quarter, 0);
    cairo_arc(context, right - r, bottom - r, r, 0, quarter);
    cairo_arc(context, left + r, bottom - r, r, quarter, 2 * quarter);
    cairo_arc(context, left + r, top + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(context);
}

void Canvas::fill(const Rect& rect, const Color& color, double radius) {
    set_color(color);
    add_rounded_rect(rect, radius);
    cairo_fill(file_.context());
}

void Canvas::stroke(const Rect& rect, const Color& color, double line_width, double radius) {
    set_color(color);
    add_rounded_rect(rect, radius);
    cairo_set_line_width(file_.context(), points(line_width));
    cairo_stroke(file_.context());
}

void Canvas::fill_circle(double center_x, double center_y, double radius, const Color& color) {
    fill({center_x - radius, center_y - radius, 2 * radius, 2 * radius}, color, radius);
}

void Canvas::draw_line(double x1, double y1, double x2, double y2, const Color& color,
                       double line_width, double dash) {
    cairo_t* const context = file_.context();
    set_color(color);
    cairo_set_line_width(context, points(line_width));
    const double pattern[] = {points(dash), points(dash)};
    if (dash > 0) cairo_set_dash(context, pattern, 2, 0);
    cairo_move_to(context, points(mirror(x1, 0)), points(y1));
    cairo_line_to(context, points(mirror(x2, 0)), points(y2));
    cairo_stroke(context);
    cairo_set_dash(context, nullptr, 0, 0);
}

void Canvas::draw_icon(const std::string& name, double x, double y, double side,
                       const Color& color) {
    set_color(color);
    cairo_move_to(file_.context(), points(mirror(x, side)), points(y));
    typesetter_.add_icon_path(file_.context(), name, side);
    cairo_fill(file_.context());
}

void Canvas::draw_code(const qr::Code& code, double x, double y, double module) {
    const Tag figure(file_.context(), "Figure");
    set_color(color::black);
    const double left = mirror(x, code.size * module);
    // One path, so that no viewer shows gaps between the modules.
    for (int row = 0; row < code.size; ++row) {
        for (int begin = 0; begin < code.size; ++begin) {
            if (!code.is_dark(begin, row)) continue;
            int end = begin;
            while (end < code.size && code.is_dark(end, row)) ++end;
            cairo_rectangle(file_.context(), points(left + begin * module),
                            points(y + row * module), points((end - begin) * module),
                            points(module));
            begin = end;
        }
    }
    cairo_fill(file_.context());
}

void Canvas::draw_turned(const Rect& rect, const std::function<void()>& draw) {
    const double left = mirror(rect.x, rect.w), page_width = width_;
    cairo_save(file_.context());
    cairo_translate(file_.context(), points(left + rect.w), points(rect.y));
    cairo_rotate(file_.context(), std::numbers::pi / 2);
    width_ = rect.h;
    draw();
    width_ = page_width;
    cairo_restore(file_.context());
}

} // namespace print
