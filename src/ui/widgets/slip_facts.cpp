#include "ui/widgets/slip_facts.hpp"

#include <algorithm>
#include <vector>

namespace ui {

namespace {

// What matters most is first, because a low panel has no space for all of them on its first page.
std::vector<SlipFact> slip_facts(const Frame& frame, const content::HelpLine& help_line,
                                 const ContactMethod& contact, const SlipStyle& style) {
    std::vector<SlipFact> all;
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty()) all.push_back({label, frame.translate(text)});
    };
    const std::string& hook = help_line.memory_hook(contact.is_text);
    if (style.has_hook_in_facts && !hook.empty())
        all.push_back({"Keep it in your head", frame.translate(hook),
                       frame.translate(help_line.memory_hook(!contact.is_text))});
    add("Who answers", help_line.answers);
    if (!help_line.hours.empty() && !help_line.cost.empty()) {
        all.push_back({"When, cost",
                       frame.translate(help_line.hours) + " " + frame.translate(help_line.cost)});
    } else {
        add("When", help_line.hours);
        add("Cost", help_line.cost);
    }
    add("Private?", help_line.reports);
    add("Languages", help_line.languages);
    if (style.has_phone_advice_in_facts && help_line.call) add(no_phone, no_phone_advice);
    if (help_line.call && help_line.call->is_emergency()) return all;
    add("Your phone", "A scan, call or text can stay on your phone.");
    if (help_line.also)
        all.push_back({"Also", help_line.also->number.display_text() + ". " +
                                   frame.translate(help_line.also->note)});
    return all;
}

} // namespace

double draw_slip_fact(Frame& frame, const SlipFact& fact, const render::Rect& column,
                      bool is_beside, const SlipStyle& style) {
    const Palette& palette = frame.palette();
    const double label_width = is_beside ? frame.px(style.label_width_mm) : column.w;
    TextStyle fact_style = text_style::body.scaled(style.facts_scale);
    fact_style.has_tight_leading = style.has_close_lines;
    TextStyle label_text = text_style::fact_label.scaled(std::max(1.0, style.facts_scale));
    label_text.has_tight_leading = style.has_close_lines;
    const TextLayout label =
        frame.fit_lines(frame.translate(fact.label), label_text,
                        label_width - frame.px(label_gap_mm), is_beside ? 2 : 1);
    const double x = is_beside ? column.x + label_width : column.x;
    const double width = column.right() - x;
    const TextLayout text = frame.layout_text(fact.text, fact_style, width);
    const double first_line = text->lines.front().height;
    const double label_y =
        is_beside ? column.y + std::max(0.0, (first_line - label->lines.front().height) / 2)
                  : column.y;
    frame.draw_text(label, {column.x, label_y, label_width, 0}, Align::start, palette.accent,
                    palette.paper.fill);
    const double text_y = is_beside ? column.y : column.y + label->height;
    frame.keep_together(column.y, text_y);
    frame.draw_text(text, {x, text_y, width, 0}, Align::start, palette.paper.text,
                    palette.paper.fill);
    return std::max(text_y + text->height, label_y + label->height) - column.y;
}

double widest_fact_label(const Frame& frame, const content::HelpLine& help_line,
                         const ContactMethod& contact, const SlipStyle& style) {
    double width = 0;
    for (const SlipFact& fact : slip_facts(frame, help_line, contact, style))
        width = std::max(width,
                         frame.two_line_width(frame.translate(fact.label), text_style::fact_label));
    return width;
}

double draw_slip_facts(Frame& frame, const content::HelpLine& help_line,
                       const ContactMethod& contact, const render::Rect& column,
                       const SlipStyle& style) {
    // Beside the labels there must be space for a few words in a line.
    constexpr double min_text_em = 11;
    // Large text beside its label would have short lines.
    const bool is_beside =
        style.shape != SlipShape::wide && !frame.theme.has_large_text() &&
        column.w - frame.px(style.label_width_mm) > min_text_em * frame.theme.em(text_style::body);
    double y = column.y;
    for (const SlipFact& fact : slip_facts(frame, help_line, contact, style)) {
        if (y > column.y)
            y += frame.px(style.is_dense                   ? 1.6
                          : is_beside                      ? 3.3
                          : style.shape == SlipShape::wide ? 2
                                                           : 4) +
                 style.extra_gap_px + style.extra_fact_gap_px;
        frame.add_block_top(y);
        const render::Rect place{column.x, y, column.w, 0};
        const double other = fact.other_text.empty() ? 0 : frame.measure([&] {
            return draw_slip_fact(frame, {fact.label, fact.other_text}, place, is_beside, style);
        });
        y += std::max(draw_slip_fact(frame, fact, place, is_beside, style), other);
    }
    return y - column.y;
}

} // namespace ui
