// Draws on the pages of a PDF file, in millimeters. In a right-to-left language everything is
// mirrored, so callers position parts as in English.
#pragma once

#include "print/geometry.hpp"
#include "print/pdf_file.hpp"
#include "print/text_layout.hpp"
#include "qr/code.hpp"

#include <functional>
#include <string>

namespace print {

class Canvas {
public:
    // `file` and `translation` must outlive this object.
    Canvas(PdfFile& file, PageSize page, const content::Translation& translation);

    const PageSize& page() const { return page_; }
    const Typesetter& type() const { return typesetter_; }

    // Draws text. The corner is that of the width for which it was laid out. `tag` is its role for
    // screen readers, for example "H1" or "P".
    void draw_text(const TextLayout& text, double x, double y, const char* tag = "P");

    void fill(const Rect& rect, const Color& color, double radius = 0);
    void stroke(const Rect& rect, const Color& color, double line_width, double radius = 0);
    void fill_circle(double center_x, double center_y, double radius, const Color& color);

    // A dash of 0 draws a solid line. Dots are dashes as long as the line is wide.
    void draw_line(double x1, double y1, double x2, double y2, const Color& color,
                   double line_width, double dash = 0);

    // `name` is one that content::icon_code_point() knows.
    void draw_icon(const std::string& name, double x, double y, double side, const Color& color);

    // Draws dark modules on nothing. The corner is that of the modules, without the quiet zone.
    void draw_code(const qr::Code& code, double x, double y, double module);

    // Calls `draw` with the page turned by a quarter clockwise around the top right corner of
    // `rect`: what is drawn there from left to right runs down the page, and its width is the
    // height of `rect`.
    void draw_turned(const Rect& rect, const std::function<void()>& draw);

    void show_page() { file_.show_page(); }

private:
    double mirror(double x, double width) const;
    void set_color(const Color& color);
    void add_rounded_rect(const Rect& rect, double radius);

    PdfFile& file_;
    PageSize page_;
    Typesetter typesetter_;
    bool is_right_to_left_;
    double width_; // of what is mirrored
};

} // namespace print
