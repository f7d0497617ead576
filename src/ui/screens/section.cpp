#include "ui/screens/screens.hpp"
#include "ui/widgets/bar.hpp"
#include "ui/widgets/blocks.hpp"
#include "ui/widgets/draft.hpp"
#include "ui/widgets/header.hpp"
#include "ui/widgets/scroll.hpp"
#include "ui/widgets/strip.hpp"

namespace ui {

namespace {

constexpr double ems_per_line = 34; // about 65 characters

// A heading stands nearer to what it is about than to what is before it.
double blocks(Frame& frame, const content::Section& section, const Rect& column) {
    double y = column.y;
    for (const content::Block& block : section.blocks) {
        if (!frame.content.shows(block.audience)) continue;
        const bool heading = std::holds_alternative<content::Heading>(block.body);
        if (heading && y > column.y) y += frame.px(4);
        y += draw_block(frame, block, {column.x, y, column.w, 0}) + frame.px(heading ? 3 : 6);
    }
    return y - column.y;
}

double section_body(Frame& frame, const content::Section& section, const Rect& column) {
    const Palette& colours = frame.colours();
    double y = column.y;
    const bool small = frame.theme.is_small(); // the main message comes without scrolling, whatever the panel
    const Written title =
        frame.fit(frame.say(section.title), small ? type::heading : type::title, column.w, small ? 1 : 2);
    frame.write(title, {column.x, y, column.w, 0}, Align::start, colours.ink, colours.ground, Role::heading);
    y += title->height + frame.px(small ? 1 : 3);
    const Written lead =
        frame.tidy(frame.set(frame.say(section.lead), small ? type::body : type::lead, column.w));
    frame.write(lead, {column.x, y, column.w, 0}, Align::start, colours.ink, colours.ground);
    y += lead->height + frame.px(6);
    if (is_draft(frame))
        y += icon_row(frame, "info", frame.say(draft_words), {column.x, y, column.w, 0}, type::label,
                      colours.quiet, colours.accent, colours.ground) +
             frame.px(6);
    return y + blocks(frame, section, {column.x, y, column.w, 0}) - column.y;
}

} // namespace

void draw_section(Frame& frame) {
    const content::Section* section = frame.content.section(frame.state.section);
    if (section == nullptr) return draw_home(frame);
    frame.fill(frame.screen(), frame.colours().ground);
    const Rect above_bar = bar(frame);
    const Rect view = strip(frame, back_header(frame, above_bar), StripSize::digits_only);
    const double most = std::min(view.w - 2 * frame.theme.margin(), frame.theme.em(type::body) * ems_per_line);
    scroll(
        frame, view, most, [&](const Rect& column) { return section_body(frame, *section, column); },
        frame.colours().ground);
}

} // namespace ui
