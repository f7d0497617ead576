#include "print/text_layout.hpp"

#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "content/icon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pango/pangocairo.h>
#include <stdexcept>

namespace print {

namespace {

// The extents of a line of Noto Sans.
constexpr double usual_ascent_em = 1.069;
constexpr double usual_descent_em = 0.293;
constexpr double usual_height_em = usual_ascent_em + usual_descent_em;

// From one size of type to the next smaller one that is tried.
constexpr double size_step = 0.97;

constexpr const char* isolate = "\xE2\x81\xA6";               // U+2066, left-to-right
constexpr const char* right_to_left_isolate = "\xE2\x81\xA7"; // U+2067
constexpr const char* end_isolate = "\xE2\x81\xA9";           // U+2069

double to_mm(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE * mm_per_point;
}

// In Arabic, the groups of 414-555-0123 would be shown in the opposite order.
std::string isolate_phone_numbers(const std::string& text) {
    std::string result;
    std::size_t end = 0;
    for (const base::WrittenNumber& number : base::find_numbers(text)) {
        if (number.kind == base::WrittenNumber::Kind::count) continue;
        result += text.substr(end, number.begin - end);
        result += isolate + text.substr(number.begin, number.end - number.begin) + end_isolate;
        end = number.end;
    }
    return result + text.substr(end);
}

struct AttributeListDeleter {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using AttributeList = std::unique_ptr<PangoAttrList, AttributeListDeleter>;

void add_attribute(PangoAttrList& list, PangoAttribute* attribute, std::size_t begin,
                   std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(&list, attribute);
}

void add_color(PangoAttrList& list, const Color& color, std::size_t begin, std::size_t end) {
    const auto component = [](double value) { return static_cast<guint16>(value * 65535); };
    add_attribute(
        list, pango_attr_foreground_new(component(color.r), component(color.g), component(color.b)),
        begin, end);
}

// Sets the text of a layout, and the style of each of its parts.
void set_text(PangoLayout& layout, const Text& text, const TextStyle& style,
              bool is_right_to_left) {
    const AttributeList attributes(pango_attr_list_new());
    std::string all;
    for (const Span& span : text.spans) {
        const std::size_t begin = all.size();
        // Otherwise Latin words at the end of a span and at the start of the next one would be one
        // text from left to right, in the opposite order.
        const bool is_isolated = is_right_to_left && text.spans.size() > 1;
        all += is_isolated ? right_to_left_isolate : "";
        all += is_right_to_left ? isolate_phone_numbers(span.text) : span.text;
        all += is_isolated ? end_isolate : "";
        const bool is_bold = text.has_own_style ? span.is_bold : style.is_bold;
        add_attribute(*attributes,
                      pango_attr_weight_new(is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
                      begin, all.size());
        add_color(*attributes, text.has_own_style ? span.color : style.color, begin, all.size());
    }
    for (const base::WrittenNumber& number : base::find_numbers(all)) {
        if (number.kind != base::WrittenNumber::Kind::count)
            add_attribute(*attributes, pango_attr_allow_breaks_new(FALSE), number.begin,
                          number.end);
    }
    // Programs that read a PDF file aloud or search it do not know a ligature such as "ffi".
    add_attribute(*attributes, pango_attr_font_features_new("liga=0"), 0, all.size());
    pango_layout_set_text(&layout, all.c_str(), static_cast<int>(all.size()));
    pango_layout_set_attributes(&layout, attributes.get());
}

// Whether a paragraph ends with a line of one word, at the end of the text.
bool has_lone_word(PangoLayout& layout) {
    const int last = pango_layout_get_line_count(&layout) - 1;
    const PangoLayoutLine* const line = pango_layout_get_line_readonly(&layout, last);
    if (line->is_paragraph_start != 0) return false;
    const std::string_view text(pango_layout_get_text(&layout) + line->start_index,
                                static_cast<std::size_t>(line->length));
    return text.find(' ') == std::string_view::npos;
}

// Makes the lines shorter if that moves another word into a last line of one word.
void avoid_lone_word(PangoLayout& layout) {
    constexpr int least_percent = 70, step_percent = 2;
    const int width = pango_layout_get_width(&layout);
    const int line_count = pango_layout_get_line_count(&layout);
    for (int percent = 100; has_lone_word(layout); percent -= step_percent) {
        if (percent < least_percent || pango_layout_get_line_count(&layout) > line_count)
            return pango_layout_set_width(&layout, width);
        pango_layout_set_width(&layout, width / 100 * percent);
    }
    if (pango_layout_get_line_count(&layout) > line_count) pango_layout_set_width(&layout, width);
}

struct LineExtents {
    double ascent_mm = 0;
    double descent_mm = 0;
};

// Fonts of other scripts ask for the height of their tallest stacks of letters, which are rare in a
// text. Lines with half of what they ask for in addition do not touch.
LineExtents line_extents(PangoLayout& layout, double em_mm) {
    LineExtents tallest{usual_ascent_em * em_mm, usual_descent_em * em_mm};
    const LineExtents usual = tallest;
    for (int i = 0; i < pango_layout_get_line_count(&layout); ++i) {
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(&layout, i), nullptr,
                                      &logical);
        const double ascent = to_mm(-logical.y), descent = to_mm(logical.height) - ascent;
        tallest.ascent_mm = std::max(tallest.ascent_mm, (usual.ascent_mm + ascent) / 2);
        tallest.descent_mm = std::max(tallest.descent_mm, (usual.descent_mm + descent) / 2);
    }
    return tallest;
}

} // namespace

std::string Text::joined() const {
    std::string all;
    for (const Span& span : spans) all += span.text;
    return all;
}

std::size_t last_sentence(const std::string& text) {
    const auto character_count = static_cast<std::size_t>(g_utf8_strlen(text.c_str(), -1));
    std::vector<PangoLogAttr> attributes(character_count + 1);
    pango_get_log_attrs(text.c_str(), static_cast<int>(text.size()), -1, nullptr, attributes.data(),
                        static_cast<int>(attributes.size()));
    std::size_t start = 0;
    for (std::size_t i = 0; i < character_count; ++i)
        if (attributes[i].is_sentence_start != 0) start = i;
    return static_cast<std::size_t>(
        g_utf8_offset_to_pointer(text.c_str(), static_cast<glong>(start)) - text.c_str());
}

int TextLayout::line_count() const {
    return pango_layout_get_line_count(layout_.get());
}

double TextLayout::width_mm() const {
    double width = 0;
    for (int i = 0; i < line_count(); ++i) {
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_.get(), i), nullptr,
                                      &logical);
        width = std::max(width, to_mm(logical.width));
    }
    return width;
}

double TextLayout::last_line_width_mm() const {
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_.get(), line_count() - 1),
                                  nullptr, &logical);
    return to_mm(logical.width);
}

double TextLayout::indent_mm(double line_width_mm) const {
    const double rest = max_width_mm_ - line_width_mm;
    if (align_ == Align::center) return rest / 2;
    return (align_ == Align::end) != is_right_to_left_ ? rest : 0;
}

void TextLayout::draw(cairo_t* context, double x_mm, double y_mm) const {
    for (int i = 0; i < line_count(); ++i) {
        PangoLayoutLine* const line = pango_layout_get_line_readonly(layout_.get(), i);
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        const double x = x_mm + indent_mm(to_mm(logical.width));
        const double y = y_mm + i * line_height_mm_ + baseline_mm_;
        cairo_move_to(context, x / mm_per_point, y / mm_per_point);
        pango_cairo_show_layout_line(context, line);
    }
}

Typesetter::Typesetter(const content::Translation& translation)
    : families_("Noto Sans"), is_right_to_left_(translation.is_right_to_left) {
    if (!translation.font.empty()) families_ += "," + translation.font;
    const std::unique_ptr<PangoFontMap, decltype(&g_object_unref)> fonts(pango_cairo_font_map_new(),
                                                                         g_object_unref);
    context_.reset(pango_font_map_create_context(fonts.get()), g_object_unref);
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(),
                               pango_language_from_string(translation.code.c_str()));
    pango_context_set_base_dir(context_.get(),
                               is_right_to_left_ ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
}

TextLayout Typesetter::layout(const Text& text, const TextStyle& style, double width_mm) const {
    TextLayout result;
    result.layout_.reset(pango_layout_new(context_.get()), g_object_unref);
    PangoLayout& layout = *result.layout_;
    PangoFontDescription* const font = pango_font_description_from_string(families_.c_str());
    pango_font_description_set_size(font, static_cast<int>(style.size_pt * PANGO_SCALE));
    pango_layout_set_font_description(&layout, font);
    pango_font_description_free(font);
    pango_layout_set_auto_dir(&layout, FALSE);
    pango_layout_set_wrap(&layout, PANGO_WRAP_WORD);
    pango_layout_set_width(&layout, static_cast<int>(width_mm / mm_per_point * PANGO_SCALE));
    set_text(layout, text, style, is_right_to_left_);
    avoid_lone_word(layout);

    const double em = style.size_pt * mm_per_point;
    const LineExtents extents = line_extents(layout, em);
    const double height = extents.ascent_mm + extents.descent_mm;
    result.size_pt_ = style.size_pt;
    result.max_width_mm_ = width_mm;
    result.line_height_mm_ = height * style.line_height_em / usual_height_em;
    result.baseline_mm_ = extents.ascent_mm - (height - result.line_height_mm_) / 2;
    result.align_ = style.align;
    result.is_right_to_left_ = is_right_to_left_;
    return result;
}

TextLayout Typesetter::fit_line(const Text& text, const TextStyle& style, double width_mm,
                                double height_mm, double single_line_pt, double least_pt) const {
    for (double size = style.size_pt; size >= single_line_pt; size *= size_step) {
        TextLayout single = layout(text, style.sized(size), width_mm);
        if (!single.is_too_wide() && single.line_count() == 1 && single.height_mm() <= height_mm)
            return single;
    }
    return fit(text, style, width_mm, height_mm, least_pt);
}

TextLayout Typesetter::fit(const Text& text, const TextStyle& style, double width_mm,
                           double height_mm, double least_pt) const {
    for (double size = style.size_pt;; size = std::max(least_pt, size * size_step)) {
        TextLayout result = layout(text, style.sized(size), width_mm);
        if (!result.is_too_wide() && result.height_mm() <= height_mm + 0.01) return result;
        if (size <= least_pt) break;
    }
    throw std::runtime_error(fmt::format(
        "\"{}\" does not fit into its place of {:.0f} x {:.0f} mm in type of {} points, "
        "the smallest that is used there; shorten it, or print fewer lines with --lines",
        text.joined(), width_mm, height_mm, least_pt));
}

void Typesetter::add_icon_path(cairo_t* context, const std::string& name, double side_mm) const {
    std::string character;
    base::append_utf8(character, content::icon_code_point(name).value());
    const std::unique_ptr<PangoLayout, decltype(&g_object_unref)> layout(
        pango_layout_new(context_.get()), g_object_unref);
    PangoFontDescription* const font = pango_font_description_from_string("Material Icons");
    pango_font_description_set_size(font, static_cast<int>(side_mm / mm_per_point * PANGO_SCALE));
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(layout.get(), character.c_str(), static_cast<int>(character.size()));
    pango_cairo_layout_path(context, layout.get());
}

} // namespace print
