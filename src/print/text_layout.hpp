// Text that is laid out in lines by Pango, for any script.
#pragma once

#include "content/content.hpp"
#include "print/geometry.hpp"

#include <cairo.h>
#include <memory>
#include <pango/pango.h>
#include <string>
#include <vector>

namespace print {

enum class Align { start, center, end };

struct TextStyle {
    double size_pt = 11;
    bool is_bold = false;
    Color color = color::black;
    Align align = Align::start;
    double line_height_em = 1.25; // from line to line, for a script as tall as Latin

    TextStyle sized(double points) const {
        TextStyle style = *this;
        style.size_pt = points;
        return style;
    }
};

// A part of a text that may differ from the style of the whole.
struct Span {
    std::string text;
    bool is_bold = false;
    Color color = color::black;
};

// One or more spans, or a plain text in the style of the whole.
struct Text {
    // NOLINTBEGIN(google-explicit-constructor): a text is written where it is used
    Text(const std::string& plain) : spans{{plain}} {}
    Text(std::vector<Span> parts) : spans(std::move(parts)), has_own_style(true) {}
    // NOLINTEND(google-explicit-constructor)

    std::string joined() const;

    std::vector<Span> spans;
    bool has_own_style = false; // the spans have bold type and color of their own
};

// Returns the offset in bytes at which the last sentence of a text begins.
std::size_t last_sentence(const std::string& text);

// Lines of text. Copies share the lines.
class TextLayout {
public:
    double height_mm() const { return static_cast<double>(line_count()) * line_height_mm_; }
    double width_mm() const;                              // of the longest line
    double max_width_mm() const { return max_width_mm_; } // for which it was laid out
    double size_pt() const { return size_pt_; }
    int line_count() const;
    double line_height_mm() const { return line_height_mm_; }
    double last_line_width_mm() const;

    // Whether a word is wider than the width for which the text was laid out.
    bool is_too_wide() const { return width_mm() > max_width_mm_ + 0.01; }

    // Draws the lines. One unit of `context` is a point, `x_mm` is the left edge of the width for
    // which the text was laid out.
    void draw(cairo_t* context, double x_mm, double y_mm) const;

private:
    friend class Typesetter;
    TextLayout() = default;

    double indent_mm(double line_width_mm) const;

    std::shared_ptr<PangoLayout> layout_;
    double size_pt_ = 0;
    double max_width_mm_ = 0;
    double line_height_mm_ = 0;
    double baseline_mm_ = 0; // from the top of a line
    Align align_ = Align::start;
    bool is_right_to_left_ = false;
};

// Lays out texts in one language.
class Typesetter {
public:
    explicit Typesetter(const content::Translation& translation);

    // Phone numbers are kept on one line, and from left to right. If possible, no word is alone on
    // the last line.
    TextLayout layout(const Text& text, const TextStyle& style, double width_mm) const;

    // Returns the text in the largest type, from that of `style` to `least_pt`, with which it fits
    // into the size in millimeters. Throws std::runtime_error, which says what to do, if it does
    // not fit in the smallest type either.
    TextLayout fit(const Text& text, const TextStyle& style, double width_mm, double height_mm,
                   double least_pt) const;

    // The same, but in one line if the type can be at least `single_line_pt` for that.
    TextLayout fit_line(const Text& text, const TextStyle& style, double width_mm, double height_mm,
                        double single_line_pt, double least_pt) const;

    // Adds the outline of an icon, which is a name that content::icon_code_point() knows, to the
    // path. It fills the square at the current point.
    void add_icon_path(cairo_t* context, const std::string& name, double side_mm) const;

private:
    std::shared_ptr<PangoContext> context_;
    std::string families_;
    bool is_right_to_left_;
};

} // namespace print
