#include "ui/screens/section_blocks.hpp"

#include "ui/sentences.hpp"
#include "ui/strings.hpp"
#include "ui/widgets/blocks.hpp"

#include <string>
#include <utility>

namespace ui {

namespace {

// Returns the space after a block in pixels.
double space_after(const Frame& frame, const content::Block& block) {
    const auto in_mm = [&] {
        if (std::holds_alternative<content::HeadingBlock>(block.body)) return 3.0;
        return std::holds_alternative<content::GroupBlock>(block.body) ? 4.4 : 6.0;
    };
    return frame.px(in_mm() * frame.theme.page_scale());
}

// Returns whether a block belongs to the block after it: a heading, or a text such as "They may:".
bool leads_to_next(const Frame& frame, const content::Block& block) {
    const auto* text = std::get_if<content::TextBlock>(&block.body);
    return std::holds_alternative<content::HeadingBlock>(block.body) ||
           (text != nullptr && frame.translate(text->text).ends_with(':'));
}

bool has_items(const content::Block& block) {
    return std::holds_alternative<content::ListBlock>(block.body) ||
           std::holds_alternative<content::HelpLinesBlock>(block.body) ||
           std::holds_alternative<content::StepsBlock>(block.body);
}

// Returns the last sentence before the items that `block` leads to: "A young person may:".
std::string last_sentence(const Frame& frame, const content::Block& block) {
    if (const auto* heading = std::get_if<content::HeadingBlock>(&block.body))
        return frame.translate(heading->text);
    const std::string text = frame.translate(std::get<content::TextBlock>(block.body).text);
    return std::string(split_sentences(text).back());
}

// Repeats what leads to the items of `block` on each page where they go on. `place` is theirs.
void add_item_title(Frame& frame, const content::Block& lead, const content::Block& block,
                    const render::Rect& place) {
    const TextLayout title = frame.layout_text(last_sentence(frame, lead),
                                               frame.theme.page_style(text_style::button), place.w);
    // The items of a list begin with a gap of their own.
    const bool is_list = std::holds_alternative<content::ListBlock>(block.body);
    frame.add_titled_part(place, {title, 0, 0, frame.px(is_list ? 1 : 3), frame.palette().accent,
                                  frame.palette().background});
}

// A page begins best with a block, but not with help lines, which belong to what is before them.
void add_top(Frame& frame, const content::Block& block, double y) {
    if (std::holds_alternative<content::HelpLinesBlock>(block.body))
        frame.add_sentence_top(y);
    else
        frame.add_block_top(y);
}

} // namespace

double draw_lead(Frame& frame, const content::Section& section, const render::Rect& column,
                 const TextStyle& style) {
    const TextLayout lead = frame.layout_text(frame.translate(section.lead), style, column.w);
    frame.draw_text(lead, column, Align::start, frame.palette().text, frame.palette().background);
    return lead->height;
}

double draw_draft_notice(Frame& frame, const render::Rect& column) {
    const Palette& palette = frame.palette();
    return draw_icon_row(frame, "info", frame.translate(draft_notice), column,
                         frame.theme.page_style(text_style::label), palette.secondary_text,
                         palette.accent, palette.background) +
           frame.px(6);
}

// A heading is closer to the block after it than to the block before it, and on the same page.
double draw_section_blocks(Frame& frame, const content::Section& section,
                           const render::Rect& column, const TextStyle* lead_style) {
    double y = column.y;
    const content::Block* lead = nullptr; // to the next block
    for (const content::Block& block : session::current_tab(frame.state, section).blocks) {
        if (!session::can_show(frame.state, block.audience)) continue;
        const bool is_heading = std::holds_alternative<content::HeadingBlock>(block.body);
        if (is_heading && y > column.y) y += frame.px(3);
        // The first page always has more than the head of the section.
        if (lead == nullptr && y > column.y) add_top(frame, block, y);
        const double height =
            frame.draw_row(&block, {column.x, y, column.w, 0},
                           [&](const render::Rect& row) { return draw_block(frame, block, row); });
        if (lead != nullptr && has_items(block))
            add_item_title(frame, *lead, block, {column.x, y, column.w, height});
        lead = leads_to_next(frame, block) ? &block : nullptr;
        // What is this close to the end of the block is the first line of the next one. Lines of a
        // long heading may be on two pages.
        constexpr double last_line_mm = 4, first_line_mm = 7;
        if (lead != nullptr)
            frame.keep_together(y + height - frame.px(last_line_mm),
                                y + height + space_after(frame, block) + frame.px(first_line_mm));
        if (height > 0) y += height + space_after(frame, block);
        if (const TextStyle* const style = std::exchange(lead_style, nullptr)) {
            frame.add_block_top(y);
            y += draw_lead(frame, section, {column.x, y, column.w, 0}, *style) +
                 space_after(frame, block);
        }
    }
    // On a low panel, the first page has no space for this.
    if (frame.language.is_draft() && frame.theme.is_short())
        y += draw_draft_notice(frame, {column.x, y, column.w, 0});
    return y - column.y;
}

} // namespace ui
