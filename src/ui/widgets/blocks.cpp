#include "ui/widgets/blocks.hpp"

#include "ui/widgets/help_line_list.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ui {

namespace {

double draw_paragraph(Frame& frame, const std::string& text, const TextStyle& style,
                      const render::Rect& column, render::Color color, Role role = Role::text) {
    const TextLayout layout = frame.layout_text(text, style, column.w);
    frame.draw_text(layout, column, Align::start, color, frame.palette().background, role);
    return layout->height;
}

// Draws a line that ends at `y`, so that it is not on a page that begins there.
void draw_divider(Frame& frame, const render::Rect& column, double y) {
    const double height = std::max(1.0, std::round(frame.px(0.4)));
    constexpr double rounding_px = 1; // of the top of a page
    frame.fill_rect({column.x, std::floor(y) - height - rounding_px, column.w, height},
                    frame.palette().divider);
}

// Shrinks a gap like the texts.
double page_gap(const Frame& frame, double mm) {
    return frame.px(mm * frame.theme.page_scale());
}

double draw_list_item(Frame& frame, const content::ListItem& item, bool is_last,
                      const render::Rect& column) {
    const Palette& palette = frame.palette();
    const double padding = page_gap(frame, 3.6);
    const double height = draw_icon_row(frame, item.icon, frame.translate(item.text),
                                        {column.x, column.y + padding, column.w, 0},
                                        frame.theme.page_style(text_style::body), palette.text,
                                        palette.accent, palette.background) +
                          2 * padding;
    if (!is_last) draw_divider(frame, column, column.y + height);
    return height;
}

double draw_list(Frame& frame, const content::ListBlock& list, const render::Rect& column) {
    double y = column.y;
    for (const content::ListItem& item : list.items) {
        const bool is_last = &item == &list.items.back();
        // The last item is not alone on a page: its text stays with that of the item before it.
        const double between = frame.px(5);
        if (y > column.y && is_last) frame.keep_together(y - between, y + between);
        if (y > column.y && !is_last) frame.add_block_top(y);
        y += frame.draw_row(&item, {column.x, y, column.w, 0}, [&](const render::Rect& row) {
            return draw_list_item(frame, item, is_last, row);
        });
    }
    return y - column.y;
}

double draw_step(Frame& frame, const std::string& step, int step_number,
                 const render::Rect& column) {
    const Palette& palette = frame.palette();
    const TextStyle style = frame.theme.page_style(text_style::body);
    const double disc = frame.theme.em(style) * 1.3, gap = frame.px(4), y = column.y;
    const TextLayout text = frame.layout_text(frame.translate(step), style, column.w - disc - gap);
    const TextLayout digit =
        frame.layout_text(std::to_string(step_number), frame.theme.page_style(text_style::button));
    frame.draw_rounded_rect({column.x, y, disc, disc}, disc / 2, palette.primary.fill);
    frame.draw_text(digit, {column.x, y + (disc - digit->height) / 2, disc, disc}, Align::center,
                    palette.primary.text, palette.primary.fill);
    const double first_line = text->lines.front().height;
    frame.draw_text(text,
                    {column.x + disc + gap, y + (disc - first_line) / 2, column.w - disc - gap, 0},
                    Align::start, palette.text, palette.background);
    return std::max(disc, text->height + (disc - first_line) / 2) + gap;
}

double draw_steps(Frame& frame, const content::StepsBlock& steps, const render::Rect& column) {
    double y = column.y;
    int step_number = 0;
    for (const std::string& step : steps.steps) {
        ++step_number;
        if (y > column.y) frame.add_block_top(y);
        y += frame.draw_row(&step, {column.x, y, column.w, 0}, [&](const render::Rect& row) {
            return draw_step(frame, step, step_number, row);
        });
    }
    return y - column.y;
}

constexpr double group_inset_mm = 7.7;
constexpr double group_padding_mm = 5;
constexpr double group_gap_mm = 2.8;

double draw_group_text(Frame& frame, const std::string& text, const render::Rect& column) {
    const ComponentColors& card = frame.palette().card;
    const TextLayout layout = frame.layout_text(frame.translate(text),
                                                frame.theme.page_style(text_style::body), column.w);
    frame.draw_text(layout, column, Align::start, card.text, card.fill);
    return layout->height + page_gap(frame, group_gap_mm);
}

TextLayout layout_group_title(const Frame& frame, const std::string& title, double width) {
    return frame.layout_text(frame.translate(title), frame.theme.page_style(text_style::button),
                             width);
}

// Draws the title and the sentences of a group from the top of `column`.
double draw_group_texts(Frame& frame, const content::GroupBlock& group,
                        const render::Rect& column) {
    const TextLayout title = layout_group_title(frame, group.title, column.w);
    frame.draw_text(title, column, Align::start, frame.palette().accent, frame.palette().card.fill,
                    Role::heading);
    double y = column.y + title->height + page_gap(frame, group_gap_mm);
    frame.keep_together(column.y, y);
    for (const std::string& text : group.texts) {
        if (&text != &group.texts.front()) frame.add_sentence_top(y);
        y += frame.draw_row(&text, {column.x, y, column.w, 0}, [&](const render::Rect& row) {
            return draw_group_text(frame, text, row);
        });
    }
    return y - column.y;
}

// Draws a card with a title and plain sentences. Nothing on it can be touched.
double draw_group(Frame& frame, const content::GroupBlock& group, const render::Rect& column) {
    const ComponentColors& card = frame.palette().card;
    const double inset = page_gap(frame, group_inset_mm),
                 padding = page_gap(frame, group_padding_mm);
    const render::Rect inner{column.x + inset, column.y + padding, column.w - 2 * inset, 0};
    const double height =
        frame.measure([&] { return draw_group_texts(frame, group, inner); }) + 2 * padding;
    frame.draw_card({column.x, column.y, column.w, height}, card.fill, card.edge, frame.px(0.5));
    draw_group_texts(frame, group, inner);
    frame.add_titled_part({column.x, column.y, column.w, height},
                          {layout_group_title(frame, group.title, inner.w), inset, padding,
                           page_gap(frame, group_gap_mm), frame.palette().accent, card.fill});
    frame.add_block_end(column.y + height);
    return height;
}

} // namespace

double draw_icon_row(Frame& frame, std::string_view icon, const std::string& text,
                     const render::Rect& column, const TextStyle& style, render::Color color,
                     render::Color accent, render::Color background) {
    const double side = frame.theme.em(style) * 1.1, gap = frame.px(4);
    const TextLayout layout = frame.layout_text(text, style, column.w - side - gap);
    const double first_line = layout->lines.front().height;
    frame.draw_icon(icon, {column.x, column.y + (first_line - side) / 2, side, side}, accent);
    frame.draw_text(layout, {column.x + side + gap, column.y, column.w - side - gap, 0},
                    Align::start, color, background);
    return std::max<double>(layout->height, side);
}

// A note has neither an edge nor anything else of a button, except where its color alone does not
// separate it from the page.
double draw_note(Frame& frame, const std::string& title, const std::string& text,
                 const render::Rect& column) {
    const ComponentColors& colors = frame.palette().note;
    const double inset = page_gap(frame, group_inset_mm),
                 padding = page_gap(frame, group_padding_mm), width = column.w - 2 * inset;
    const TextLayout heading =
        title.empty() ? nullptr
                      : frame.balance_lines(frame.layout_text(
                            title, frame.theme.page_style(text_style::note_title), width));
    const TextLayout body =
        frame.layout_text(text, frame.theme.page_style(text_style::body), width);
    const double height = (heading ? heading->height : 0) + body->height + 2 * padding;
    const bool has_edge = colors.fill == frame.palette().background;
    frame.draw_card({column.x, column.y, column.w, height}, colors.fill, colors.edge,
                    has_edge ? frame.px(0.5) : 0);
    double y = column.y + padding;
    if (heading) {
        frame.draw_text(heading, {column.x + inset, y, width, 0}, Align::start, colors.edge,
                        colors.fill);
        frame.keep_together(y, y + heading->height + 1);
        y += heading->height;
        frame.add_titled_part({column.x, column.y, column.w, height},
                              {heading, inset, padding, 0, colors.edge, colors.fill});
    }
    frame.draw_text(body, {column.x + inset, y, width, 0}, Align::start, colors.text, colors.fill);
    frame.add_block_end(column.y + height);
    return height;
}

double draw_block(Frame& frame, const content::Block& block, const render::Rect& column) {
    struct DrawBlock {
        Frame& frame;
        const render::Rect& column;
        double operator()(const content::HeadingBlock& h) const {
            return draw_paragraph(frame, frame.translate(h.text),
                                  frame.theme.page_style(text_style::heading), column,
                                  frame.palette().text, Role::heading);
        }
        double operator()(const content::TextBlock& t) const {
            return draw_paragraph(frame, frame.translate(t.text),
                                  frame.theme.page_style(text_style::body), column,
                                  frame.palette().text);
        }
        double operator()(const content::ListBlock& l) const { return draw_list(frame, l, column); }
        double operator()(const content::NoteBlock& n) const {
            return draw_note(frame, n.title.empty() ? "" : frame.translate(n.title),
                             frame.translate(n.text), column);
        }
        double operator()(const content::StepsBlock& s) const {
            return draw_steps(frame, s, column);
        }
        double operator()(const content::GroupBlock& g) const {
            return draw_group(frame, g, column);
        }
        double operator()(const content::HelpLinesBlock& l) const {
            return draw_help_lines(frame, l, column);
        }
        double operator()(const content::CaptionBlock& c) const {
            return draw_paragraph(frame, frame.translate(c.text),
                                  frame.theme.page_style(text_style::label), column,
                                  frame.palette().secondary_text);
        }
    };
    return std::visit(DrawBlock{frame, column}, block.body);
}

} // namespace ui
