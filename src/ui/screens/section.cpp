#include "ui/screens/screens.hpp"
#include "ui/strings.hpp"
#include "ui/widgets/blocks.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/header.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/tear_off_strip.hpp"

namespace ui {

namespace {

constexpr double max_line_em = 34; // about 65 characters

// A heading is closer to the block after it than to the block before it.
double draw_blocks(Frame& frame, const content::Section& section, const render::Rect& column) {
    double y = column.y;
    for (const content::Block& block : section.blocks) {
        if (!frame.content.can_show(block.audience)) continue;
        const bool is_heading = std::holds_alternative<content::HeadingBlock>(block.body);
        if (is_heading && y > column.y) y += frame.px(4);
        y += frame.draw_row(&block, {column.x, y, column.w, 0},
                            [&](const render::Rect& row) { return draw_block(frame, block, row); });
        y += frame.px(is_heading ? 3 : 6);
    }
    return y - column.y;
}

double draw_section_body(Frame& frame, const content::Section& section,
                         const render::Rect& column) {
    const Palette& palette = frame.palette();
    double y = column.y;
    // The main message must be visible without scrolling on every panel.
    const bool is_short = frame.theme.is_short();
    const TextLayout title = frame.fit_lines(frame.translate(section.title),
                                             is_short ? text_style::heading : text_style::title,
                                             column.w, is_short ? 1 : 2);
    frame.draw_text(title, {column.x, y, column.w, 0}, Align::start, palette.text,
                    palette.background, Role::heading);
    y += title->height + frame.px(is_short ? 1 : 3);
    const TextLayout lead = frame.avoid_widow(frame.layout_text(
        frame.translate(section.lead), is_short ? text_style::body : text_style::lead, column.w));
    frame.draw_text(lead, {column.x, y, column.w, 0}, Align::start, palette.text,
                    palette.background);
    y += lead->height + frame.px(6);
    if (frame.language.is_draft())
        y += draw_icon_row(frame, "info", frame.translate(draft_notice), {column.x, y, column.w, 0},
                           text_style::label, palette.secondary_text, palette.accent,
                           palette.background) +
             frame.px(6);
    return y + draw_blocks(frame, section, {column.x, y, column.w, 0}) - column.y;
}

} // namespace

void draw_section(Frame& frame) {
    const content::Section* section = frame.content.find_section(frame.state.section);
    if (section == nullptr) return draw_home(frame);
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect above_bar = draw_bottom_bar(frame);
    const render::Rect view =
        draw_tear_off_strip(frame, draw_back_header(frame, above_bar), StripDetail::digits_only);
    const double max_width =
        std::min(view.w - 2 * frame.theme.margin(), frame.theme.em(text_style::body) * max_line_em);
    draw_scroll_view(
        frame, view, max_width,
        [&](const render::Rect& column) { return draw_section_body(frame, *section, column); },
        frame.palette().background);
}

} // namespace ui
