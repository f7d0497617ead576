#include "print/flow.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace print {

namespace {

constexpr double box_padding_em = 0.6;

double em_mm(const FlowStyle& style) {
    return style.size_pt * mm_per_point;
}

double box_padding(const FlowItem& item) {
    return item.is_boxed ? item.text.size_pt() * mm_per_point * box_padding_em : 0;
}

// Appends blocks of one kind after the other.
class FlowBuilder {
public:
    FlowBuilder(std::vector<FlowItem>& flow, const FlowStyle& style, Words& words,
                const Typesetter& type)
        : flow_(flow), style_(style), words_(words), type_(type) {}

    void append(const content::HeadingBlock& heading) {
        append_heading(flow_, words_(heading.text), style_, type_);
    }

    void append(const content::TextBlock& text) { add(words_(text.text), 0, 0.5); }

    void append(const content::CaptionBlock& caption) { add(words_(caption.text), 0, 0.5); }

    void append(const content::ListBlock& list) {
        for (const content::ListItem& item : list.items)
            add(words_(item.text), 1.9, 0.32).icon = item.icon;
    }

    void append(const content::StepsBlock& steps) {
        int number = 0;
        for (const std::string& step : steps.steps) add(words_(step), 1.9, 0.45).number = ++number;
    }

    void append(const content::NoteBlock& note) {
        FlowItem& item = note.title.empty()
                             ? add(words_(note.text), box_padding_em, 0.7)
                             : add(Text({{words_(note.title) + "\n", true, color::teal},
                                         {words_(note.text), false, color::black}}),
                                   box_padding_em, 0.7);
        item.is_boxed = true;
    }

    void append(const content::GroupBlock& group) {
        add(Text({{words_(group.title), true, color::ink}}), 0, 0.7);
        for (const std::string& text : group.texts) add(words_(text), 0, 0.25);
    }

    void append(const content::HelpLinesBlock&) {}

private:
    FlowItem& add(const Text& text, double indent_em, double gap_em) {
        const double em = em_mm(style_);
        const bool is_boxed_width = indent_em == box_padding_em;
        const double width = style_.width_mm - (is_boxed_width ? 2 : 1) * indent_em * em;
        flow_.push_back(
            {type_.layout(text, {.size_pt = style_.size_pt, .line_height_em = 1.28}, width),
             gap_em * em, indent_em * em});
        return flow_.back();
    }

    std::vector<FlowItem>& flow_;
    const FlowStyle& style_;
    Words& words_;
    const Typesetter& type_;
};

void draw_mark(Canvas& canvas, const FlowItem& item, double x, double y, double em) {
    const double middle = y + item.text.line_height_mm() / 2;
    if (!item.icon.empty())
        canvas.draw_icon(item.icon, x, middle - em * 0.6, em * 1.2, color::teal);
    if (item.number == 0) return;
    const double radius = em * 0.68;
    canvas.stroke({x, middle - radius, 2 * radius, 2 * radius}, color::teal, 0.3, radius);
    const TextLayout number = canvas.type().layout(std::to_string(item.number),
                                                   {.size_pt = item.text.size_pt() * 0.75,
                                                    .is_bold = true,
                                                    .color = color::teal,
                                                    .align = Align::center},
                                                   2 * radius);
    canvas.draw_text(number, x, middle - number.height_mm() / 2, "Lbl");
}

} // namespace

void append_block(std::vector<FlowItem>& flow, const content::Block& block, const FlowStyle& style,
                  Words& words, const Typesetter& type) {
    FlowBuilder builder(flow, style, words, type);
    std::visit([&](const auto& body) { builder.append(body); }, block.body);
}

void append_heading(std::vector<FlowItem>& flow, const std::string& text, const FlowStyle& style,
                    const Typesetter& type) {
    const TextStyle heading{.size_pt = style.size_pt * 1.35,
                            .is_bold = true,
                            .color = color::teal,
                            .line_height_em = 1.2};
    flow.push_back({type.layout(text, heading, style.width_mm), em_mm(style) * 1.1});
    flow.back().is_heading = true;
}

double flow_height(const std::vector<FlowItem>& flow) {
    double height = 0;
    for (const FlowItem& item : flow) {
        if (&item != &flow.front()) height += item.gap_mm;
        height += item.text.height_mm() + 2 * box_padding(item);
    }
    return height;
}

double draw_flow(Canvas& canvas, const std::vector<FlowItem>& flow, double x, double y,
                 const FlowStyle& style) {
    for (const FlowItem& item : flow) {
        if (&item != &flow.front()) y += item.gap_mm;
        const double padding = box_padding(item);
        if (item.is_boxed)
            canvas.fill({x, y, style.width_mm, item.text.height_mm() + 2 * padding}, color::pale,
                        padding);
        draw_mark(canvas, item, x, y, em_mm(style));
        canvas.draw_text(item.text, x + item.indent_mm, y + padding, item.is_heading ? "H2" : "P");
        y += item.text.height_mm() + 2 * padding;
    }
    return y;
}

} // namespace print
