#include "ui/screens/screens.hpp"
#include "ui/screens/section_blocks.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/help_line_list.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui {

namespace {

constexpr double max_line_em = 34; // about 65 characters

// Where the tabs of a section are: side by side, or one below the other.
enum class TabsDirection { across, down };

// The tabs are above what they change, as the headings of the page, and scroll with it. The page
// begins with them, so that they are where its readers look for them first, and at the height of
// the cards of home. On a panel that is mounted high, they are within reach as everything is.
double draw_tabs(Frame& frame, const content::Section& section, const render::Rect& column,
                 TabsDirection direction) {
    const content::SectionTab& current = session::current_tab(frame.state, section);
    std::vector<Segment> segments;
    segments.reserve(section.tabs.size());
    for (std::size_t i = 0; i < section.tabs.size(); ++i) {
        const content::SectionTab& tab = section.tabs[i];
        segments.push_back({tab.icon, frame.translate(tab.title),
                            session::SelectTab{static_cast<int>(i)}, &tab == &current});
    }
    return direction == TabsDirection::down
               ? draw_segment_list(frame, segments, column, "page")
               : draw_segmented_control(frame, segments, column, "page");
}

// Whether a part of the panel is too high to be touched.
bool is_mounted_high(const Frame& frame) {
    return frame.reachable_area().y > 0;
}

// The lengths of the head of a section, in millimeters.
struct HeadStyle {
    TextStyle title;
    TextStyle lead;
    double above_mm;
    double title_gap_mm;
    double lead_gap_mm;
    double tabs_gap_mm;
    // Otherwise the main message is below the first help line.
    bool has_lead = true;
};

// On a low panel, the head leaves space for at least one help line on the first page.
HeadStyle head_style(const Frame& frame) {
    const bool is_wide = frame.theme.is_wide();
    // Texts need not be within reach.
    const bool is_short = frame.theme.is_short() && !is_mounted_high(frame);
    TextStyle lead = frame.theme.page_style(text_style::lead);
    lead.has_tight_leading = frame.theme.is_very_short();
    // At larger text sizes, the tabs below the lead must still be on the first page.
    if (is_short || is_wide) lead.growth = 0.35;
    if (frame.theme.is_very_short()) return {text_style::need, lead, 0, 0, 1.5, 2.7};
    if (!is_short) {
        const double scale = frame.theme.page_scale();
        return {frame.theme.page_style(text_style::title),
                lead,
                (is_wide ? 5.0 : 8.0) * scale,
                1,
                (is_wide ? 4.0 : 5.0) * scale,
                6 * scale};
    }
    return {is_wide ? text_style::heading : frame.theme.page_style(text_style::page_title),
            lead,
            2,
            1,
            2,
            3};
}

// Draws the title and the main message. Returns the height in pixels.
double draw_head_texts(Frame& frame, const content::Section& section, const render::Rect& column,
                       const HeadStyle& style) {
    const Palette& palette = frame.palette();
    double y = column.y;
    const TextLayout title = frame.balance_lines(frame.fit_lines(
        frame.translate(section.title), style.title, column.w, frame.theme.is_short() ? 1 : 2));
    frame.draw_text(title, {column.x, y, column.w, 0}, Align::start, palette.text,
                    palette.background, Role::heading);
    y += title->height + frame.px(style.title_gap_mm);
    if (style.has_lead) y += draw_lead(frame, section, {column.x, y, column.w, 0}, style.lead);
    return y - column.y;
}

// Draws the title, the main message, the tabs and whether the translation is a draft. All of this
// must be visible without scrolling on every panel. Without a direction, the tabs are elsewhere.
double draw_section_head(Frame& frame, const content::Section& section, const render::Rect& column,
                         std::optional<TabsDirection> direction, const HeadStyle& style) {
    double y = column.y + frame.px(style.above_mm);
    y += draw_head_texts(frame, section, {column.x, y, column.w, 0}, style) +
         frame.px(style.lead_gap_mm);
    if (section.has_tabs() && direction)
        y += draw_tabs(frame, section, {column.x, y, column.w, 0}, *direction) +
             frame.px(*direction == TabsDirection::down ? 2 : style.tabs_gap_mm);
    if (frame.language.is_draft() && !frame.theme.is_short())
        y += draw_draft_notice(frame, {column.x, y, column.w, 0});
    return y - column.y;
}

// Returns the title of all pages but the first, which has the tabs: "Get help: Good to know".
std::string next_page_title(const Frame& frame, const content::Section& section) {
    const std::string title = frame.translate(section.title);
    if (!section.has_tabs()) return title;
    return title + ": " + frame.translate(session::current_tab(frame.state, section).title);
}

// Returns the help lines with which the current tab begins, or null if it begins with something
// else.
const content::HelpLinesBlock* first_help_lines(const Frame& frame,
                                                const content::Section& section) {
    const std::vector<content::Block>& blocks = session::current_tab(frame.state, section).blocks;
    const auto first = std::ranges::find_if(blocks, [&](const content::Block& block) {
        return session::can_show(frame.state, block.audience);
    });
    return first == blocks.end() ? nullptr : std::get_if<content::HelpLinesBlock>(&first->body);
}

// Of help lines, as many as possible are on the first page.
FirstPage first_page(const Frame& frame, const content::Section& section) {
    return first_help_lines(frame, section) != nullptr ? FirstPage::full : FirstPage::even;
}

// Returns whether the first help line, if the current tab begins with help lines, is on `page`, the
// first page, below what `draw_above` draws.
bool has_space_for_first_line(Frame& frame, const content::Section& section,
                              const render::Rect& page, const std::function<double()>& draw_above) {
    const content::HelpLinesBlock* const help = first_help_lines(frame, section);
    if (help == nullptr) return true;
    const content::HelpLinesBlock first_line{{help->ids.front()}};
    return frame.measure([&] { return draw_above() + draw_help_lines(frame, first_line, page); }) <=
           page.h;
}

// If there is no space for the first help line on the first page, the lines of the main message are
// closer together, or it is below that help line, or else the title does not grow, either. `page`
// is the first page.
HeadStyle choose_head_style(Frame& frame, const content::Section& section,
                            const render::Rect& page) {
    HeadStyle style = head_style(frame);
    const auto fits = [&] {
        return has_space_for_first_line(frame, section, page, [&] {
            return draw_section_head(frame, section, page, TabsDirection::across, style);
        });
    };
    if (fits()) return style;
    style.lead.has_tight_leading = true;
    if (fits()) return style;
    style.has_lead = false;
    if (fits()) return style;
    style.title.growth = 0;
    style.title.has_tight_leading = true;
    return style;
}

// Returns the style of a head that is as large as `height` pixels allow.
HeadStyle enlarge_head(Frame& frame, const content::Section& section, double width, double height,
                       const HeadStyle& usual) {
    for (const double scale : {1.4, 1.2}) {
        HeadStyle style = usual;
        style.title = usual.title.scaled(scale);
        style.lead = usual.lead.scaled(scale);
        const double needed = frame.measure([&] {
            return draw_section_head(frame, section, {0, 0, width, 0}, std::nullopt, style);
        });
        if (needed <= height) return style;
    }
    return usual;
}

// Draws everything in one column. Its title is at the top of each page. On a panel that is mounted
// high, texts are above what is within reach, too, and the tabs are below them.
void draw_one_column(Frame& frame, const content::Section& section, const render::Rect& view) {
    const double width =
        std::min(view.w - 2 * frame.theme.margin(), frame.theme.em(text_style::body) * max_line_em);
    render::Rect texts = view;
    render::Rect tabs{view.x + (view.w - width) / 2, 0, width, 0};
    if (is_mounted_high(frame)) {
        texts = {view.x, 0, view.w, view.bottom()};
        if (section.has_tabs()) {
            const double below = frame.px(metric::gap);
            tabs.h = frame.measure(
                [&] { return draw_tabs(frame, section, tabs, TabsDirection::across); });
            tabs.y = view.bottom() - below - tabs.h;
            texts.h = tabs.y;
        }
    }
    const std::optional<TabsDirection> direction =
        is_mounted_high(frame) ? std::nullopt : std::optional(TabsDirection::across);
    HeadStyle style = choose_head_style(frame, section, first_page_rect(frame, texts, width));
    // The help lines with which a tab begins are within reach, and the head stays at the top.
    double min_head = 0;
    if (is_mounted_high(frame) && first_help_lines(frame, section) != nullptr) {
        min_head = frame.reachable_area().y - texts.y;
        style = enlarge_head(frame, section, width, min_head, style);
    }
    draw_scroll_view(frame, texts, width,
                     [&](const render::Rect& column) {
                         const double head = std::max(
                             min_head, draw_section_head(frame, section, column, direction, style));
                         // The first page has more than the head.
                         const double head_end = column.y + head;
                         constexpr double last_line_mm = 10, first_line_mm = 5;
                         frame.keep_together(head_end - frame.px(last_line_mm),
                                             head_end + frame.px(first_line_mm));
                         return head + draw_section_blocks(frame, section,
                                                           {column.x, column.y + head, column.w, 0},
                                                           style.has_lead ? nullptr : &style.lead);
                     },
                     {.background = frame.palette().background,
                      .title = next_page_title(frame, section),
                      .first_page = first_page(frame, section)});
    if (tabs.h > 0) draw_tabs(frame, section, tabs, TabsDirection::across);
}

// Returns where the tabs of a narrow head have space for their labels, or nullopt if nowhere.
std::optional<TabsDirection> find_tabs_direction(Frame& frame, const content::Section& section,
                                                 const render::Rect& head, const HeadStyle& style) {
    constexpr double min_tab_mm = 38;
    const auto fits = [&](TabsDirection direction) {
        return frame.measure([&] {
            return draw_section_head(frame, section, head, direction, style);
        }) <= head.h;
    };
    if (section.has_tabs() && fits(TabsDirection::down)) return TabsDirection::down;
    const bool has_narrow_tabs =
        head.w < frame.px(min_tab_mm) * static_cast<double>(section.tabs.size());
    if (has_narrow_tabs || !fits(TabsDirection::across)) return std::nullopt;
    return TabsDirection::across;
}

// Draws the blocks below the main message. If that leaves no space for the first help line on
// `page`, the first page, the main message is below that. Returns the height in pixels.
double draw_lead_and_blocks(Frame& frame, const content::Section& section,
                            const render::Rect& column, const HeadStyle& style,
                            const render::Rect& page) {
    const auto draw = [&](const render::Rect& place) {
        return draw_lead(frame, section, place, frame.theme.page_style(text_style::lead)) +
               frame.px(style.lead_gap_mm);
    };
    if (!has_space_for_first_line(frame, section, page, [&] { return draw(page); }))
        return draw_section_blocks(frame, section, column, &style.lead);
    const double lead = draw(column);
    return lead + draw_section_blocks(frame, section, {column.x, column.y + lead, column.w, 0});
}

// On a wide panel the head stays at the start, and only the blocks beside it scroll. If the main
// message has no space in the head, it is above them. Returns false and draws nothing if there is
// no space for the tabs.
bool draw_two_columns(Frame& frame, const content::Section& section, const render::Rect& view) {
    if (!frame.theme.is_wide() || frame.theme.is_very_short()) return false;
    constexpr double head_fraction = 0.36, column_gap_mm = 12;
    const double gap = frame.px(column_gap_mm);
    const double inner = view.w - 2 * frame.theme.margin();
    HeadStyle style = head_style(frame);
    render::Rect head{frame.theme.margin(), 0, std::floor((inner - gap) * head_fraction), 0};
    // On a panel that is mounted high, the texts are above what is within reach.
    const double above_tabs = frame.px(style.above_mm + style.lead_gap_mm) + frame.measure([&] {
        return draw_head_texts(frame, section, head, style);
    });
    head.y = std::floor(std::max(0.0, view.y - above_tabs));
    head.h = view.bottom() - head.y;
    std::optional<TabsDirection> direction = find_tabs_direction(frame, section, head, style);
    // Tabs one below the other, which are large, are worth more than the main message above them.
    if (direction != TabsDirection::down && section.has_tabs()) {
        HeadStyle without_lead = style;
        without_lead.has_lead = false;
        const auto other = find_tabs_direction(frame, section, head, without_lead);
        if (!direction || other == TabsDirection::down) {
            direction = other;
            style = without_lead;
        }
    }
    if (!direction) return false;
    draw_section_head(frame, section, head, *direction, style);
    const double above = frame.px(style.above_mm);
    const render::Rect body{head.right() + gap, head.y + above, inner - head.w - gap,
                            head.h - above};
    draw_scroll_view(
        frame, body, body.w,
        [&](const render::Rect& column) {
            if (style.has_lead) return draw_section_blocks(frame, section, column);
            return draw_lead_and_blocks(frame, section, column, style,
                                        first_page_rect(frame, body, column.w));
        },
        {.background = frame.palette().background, .first_page = first_page(frame, section)});
    return true;
}

} // namespace

void draw_section(Frame& frame) {
    const content::Section* section = frame.content.find_section(frame.state.section);
    if (section == nullptr) return draw_home(frame);
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect view =
        draw_tear_off_strip(frame, draw_bottom_bar(frame), StripDetail::digits_only);
    if (!draw_two_columns(frame, *section, view)) draw_one_column(frame, *section, view);
}

} // namespace ui
