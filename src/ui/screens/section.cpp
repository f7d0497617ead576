#include "ui/screens/screens.hpp"
#include "ui/strings.hpp"
#include "ui/widgets/blocks.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <vector>

namespace ui {

namespace {

constexpr double max_line_em = 34; // about 65 characters

double space_after(const content::Block& block) {
    if (std::holds_alternative<content::HeadingBlock>(block.body)) return 3;
    return std::holds_alternative<content::GroupBlock>(block.body) ? 4.4 : 6;
}

// A heading is closer to the block after it than to the block before it.
double draw_blocks(Frame& frame, const content::Section& section, const render::Rect& column) {
    double y = column.y;
    for (const content::Block& block : session::current_tab(frame.state, section).blocks) {
        if (!session::can_show(frame.state, block.audience)) continue;
        const bool is_heading = std::holds_alternative<content::HeadingBlock>(block.body);
        if (is_heading && y > column.y) y += frame.px(3);
        const double height =
            frame.draw_row(&block, {column.x, y, column.w, 0},
                           [&](const render::Rect& row) { return draw_block(frame, block, row); });
        if (height > 0) y += height + frame.px(space_after(block));
    }
    return y - column.y;
}

double draw_tabs(Frame& frame, const content::Section& section, const render::Rect& column) {
    const content::SectionTab& current = session::current_tab(frame.state, section);
    std::vector<Segment> segments;
    segments.reserve(section.tabs.size());
    for (std::size_t i = 0; i < section.tabs.size(); ++i) {
        const content::SectionTab& tab = section.tabs[i];
        segments.push_back({tab.icon, frame.translate(tab.title),
                            session::SelectTab{static_cast<int>(i)}, &tab == &current});
    }
    return draw_segmented_control(frame, segments, column, "page");
}

// Draws the title and the main message, which must be visible without scrolling on every panel.
double draw_section_head(Frame& frame, const content::Section& section,
                         const render::Rect& column) {
    const Palette& palette = frame.palette();
    const bool is_short = frame.theme.is_short();
    double y = column.y;
    const bool is_very_short = frame.theme.is_very_short();
    const TextStyle& title_style = is_very_short ? text_style::need
                                   : is_short    ? text_style::heading
                                                 : text_style::title;
    const TextLayout title =
        frame.fit_lines(frame.translate(section.title), title_style, column.w, is_short ? 1 : 2);
    frame.draw_text(title, {column.x, y, column.w, 0}, Align::start, palette.text,
                    palette.background, Role::heading);
    y += title->height + frame.px(is_very_short ? 0 : 1);
    const TextLayout lead = frame.avoid_widow(
        frame.layout_text(frame.translate(section.lead),
                          is_very_short ? text_style::row_name : text_style::lead, column.w));
    frame.draw_text(lead, {column.x, y, column.w, 0}, Align::start, palette.text,
                    palette.background);
    y += lead->height + frame.px(is_short ? 2 : 5);
    if (section.has_tabs())
        y += draw_tabs(frame, section, {column.x, y, column.w, 0}) + frame.px(is_very_short ? 2.5
                                                                              : is_short    ? 3
                                                                                            : 6);
    return y - column.y;
}

double draw_section_body(Frame& frame, const content::Section& section,
                         const render::Rect& column) {
    const Palette& palette = frame.palette();
    double y = column.y + frame.px(frame.theme.is_very_short() ? 0.5
                                   : frame.theme.is_short()    ? 2
                                                               : 8);
    y += draw_section_head(frame, section, {column.x, y, column.w, 0});
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
    const render::Rect view =
        draw_tear_off_strip(frame, draw_bottom_bar(frame), StripDetail::digits_only);
    const double max_width =
        std::min(view.w - 2 * frame.theme.margin(), frame.theme.em(text_style::body) * max_line_em);
    draw_scroll_view(
        frame, view, max_width,
        [&](const render::Rect& column) { return draw_section_body(frame, *section, column); },
        frame.palette().background);
}

} // namespace ui
