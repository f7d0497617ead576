#include "ui/screens/screens.hpp"
#include "ui/strings.hpp"
#include "ui/widgets/blocks.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/card_grid.hpp"
#include "ui/widgets/scroll_view.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <vector>

namespace ui {

namespace {

// An arrangement of the page. Each suits a different amount of space.
struct HomeLayout {
    StripDetail strip_detail;
    CardShape card_shape;
    // Whether the school and the line below the headline are shown, in a large headline.
    bool has_all_texts;
    // Whether the texts are beside the cards and not above them.
    bool is_side_by_side;
    std::size_t column_count;
    // The size of the cards' icons and titles, relative to their usual size.
    double card_scale = 1;
    bool has_subtitles = true;

    // The size of the texts above compact cards, relative to their usual size. They leave space for
    // the cards.
    double compact_text_scale = 0.85;
    // The size of texts that have a space of their own, relative to that beside the cards.
    double enlargement = 1;

    // The size of the texts, relative to their usual size.
    double text_scale() const {
        const bool is_compact = card_shape == CardShape::compact;
        return enlargement * (is_compact && has_all_texts ? compact_text_scale : card_scale);
    }
};

TextLayout layout_headline(const Frame& frame, double width, const HomeLayout& layout) {
    const std::string text = frame.translate(frame.content.home.headline);
    const double scale = layout.text_scale();
    if (!layout.has_all_texts)
        return frame.fit_lines(text, text_style::compact_headline.scaled(scale), width, 1);
    TextStyle style = text_style::headline;
    if (frame.theme.is_wide()) style.em_mm = 24.8;
    return frame.balance_lines(frame.fit_lines(text, style.scaled(scale), width, 2));
}

// Draws texts from the top of a column to its bottom.
class TextColumn {
public:
    TextColumn(Frame& frame, const render::Rect& column)
        : frame_(frame), column_(column), y_(column.y) {}

    void draw(const TextLayout& layout, render::Color color, Role role = Role::text) {
        frame_.draw_text(layout, {column_.x, y_, column_.w, 0}, Align::start, color,
                         frame_.palette().background, role);
        y_ += layout->height;
    }
    void draw_with_icon(std::string_view icon, const std::string& text, const TextStyle& style) {
        const Palette& palette = frame_.palette();
        y_ += draw_icon_row(frame_, icon, text, {column_.x, y_, column_.w, 0}, style,
                            palette.accent, palette.accent, palette.background);
    }
    void add_gap(double mm) { y_ += frame_.px(mm); }
    double height() const { return y_ - column_.y; }

private:
    Frame& frame_;
    render::Rect column_;
    double y_;
};

// Returns where the last sentence of a text begins, or 0 if it has only one.
std::size_t last_sentence_offset(std::string_view text) {
    std::size_t offset = 0;
    for (const std::string_view end : {". ", "? ", "! ", "؟ ", "။ "})
        if (const std::size_t found = text.rfind(end); found != std::string_view::npos)
            offset = std::max(offset, found + end.size());
    return offset;
}

// Lays out the line below the headline. Its last sentence begins a line if that costs no line.
TextLayout layout_home_line(const Frame& frame, const TextStyle& style, double width) {
    const std::string text = frame.translate(frame.content.home.line);
    const TextLayout whole = frame.layout_text(text, style, width);
    const std::size_t offset = last_sentence_offset(text);
    if (offset == 0) return frame.balance_lines(whole);
    const TextLayout before =
        frame.balance_lines(frame.layout_text(text.substr(0, offset - 1), style, width));
    TextLayout broken = frame.layout_text(text, style, before->width);
    const std::size_t last = before->lines.size() - 1;
    const bool begins_line = broken->lines.size() == whole->lines.size() &&
                             last + 1 < broken->lines.size() &&
                             broken->lines[last].width == before->lines[last].width;
    return begins_line ? broken : frame.balance_lines(whole);
}

// Draws the school, the headline, the line below it and the notes about privacy and a draft
// translation. Returns the height in pixels.
double draw_welcome(Frame& frame, const render::Rect& column, const HomeLayout& layout) {
    const Palette& palette = frame.palette();
    const content::Home& home = frame.content.home;
    // Small texts do not shrink.
    constexpr double max_small_scale = 1.25;
    const double scale = layout.text_scale(), small_scale = std::clamp(scale, 1.0, max_small_scale);
    TextColumn texts(frame, column);
    if (layout.has_all_texts) {
        texts.draw(frame.fit_lines(frame.translate(frame.content.site.school),
                                   text_style::card_subtitle.scaled(small_scale), column.w, 2),
                   palette.secondary_text);
        texts.add_gap(2);
    }
    texts.draw(layout_headline(frame, column.w, layout), palette.text, Role::heading);
    if (layout.has_all_texts) {
        texts.add_gap(3 * scale);
        // The line is larger than the subtitles below it.
        constexpr double min_line_scale = 0.8;
        const TextStyle line_style = text_style::body.scaled(std::max(scale, min_line_scale));
        texts.draw(layout_home_line(frame, line_style, column.w), palette.secondary_text);
        texts.add_gap(4 * scale);
    }
    texts.draw_with_icon(
        "lock", frame.translate(home.privacy),
        (layout.has_all_texts ? text_style::button : text_style::small_button).scaled(small_scale));
    // Where there is little space, only the pages say so.
    if (layout.has_all_texts && frame.language.is_draft()) {
        texts.add_gap(1);
        texts.draw_with_icon("info", frame.translate(draft_notice), text_style::small_button);
    }
    return texts.height();
}

CardGrid lay_out_cards(const Frame& frame, double width, const HomeLayout& layout) {
    return {frame,
            width,
            {layout.card_shape, layout.column_count, layout.card_scale, layout.has_subtitles,
             layout.is_side_by_side}};
}

double welcome_height(Frame& frame, double width, const HomeLayout& layout) {
    return frame.measure([&] { return draw_welcome(frame, {0, 0, width, 0}, layout); });
}

// The texts and the cards, and how much space there is around them. Lengths are in pixels.
struct HomeBody {
    double edge = 0; // above and below everything
    double gap = 0;  // between the texts and the cards
    double text_width = 0;
    double text_height = 0;
    CardGrid cards;
    bool is_side_by_side = false;

    double height() const {
        const double inner = is_side_by_side ? std::max(text_height, cards.height())
                                             : text_height + gap + cards.height();
        return inner + 2 * edge;
    }
};

HomeBody lay_out_body(Frame& frame, double width, const HomeLayout& layout) {
    constexpr double text_fraction = 0.345;
    const bool is_beside = layout.is_side_by_side;
    const double gap = frame.px(is_beside ? 10 : layout.has_all_texts ? 8 : 1.5);
    const double text_width = is_beside ? std::floor((width - gap) * text_fraction) : width;
    const double cards_width = is_beside ? width - gap - text_width : width;
    return {frame.px(!layout.has_all_texts ? 1.7
                     : is_beside           ? 5
                                           : 8),
            gap,
            text_width,
            welcome_height(frame, text_width, layout),
            lay_out_cards(frame, cards_width, layout),
            is_beside};
}

// Draws the texts above the cards, or beside them in the middle of their height. Returns the height
// in pixels.
double draw_body(Frame& frame, const render::Rect& column, const HomeBody& body,
                 const HomeLayout& layout) {
    const double top = column.y + body.edge;
    if (body.is_side_by_side) {
        const double height = body.height() - 2 * body.edge,
                     text_y = top + std::floor((height - body.text_height) / 2);
        draw_welcome(frame, {column.x, text_y, body.text_width, 0}, layout);
        body.cards.draw(frame, column.x + body.text_width + body.gap,
                        top + std::floor((height - body.cards.height()) / 2));
        return body.height();
    }
    draw_welcome(frame, {column.x, top, body.text_width, 0}, layout);
    body.cards.draw(frame, column.x, top + body.text_height + body.gap);
    return body.height();
}

// Returns whether the texts of a panel that is mounted high have space above `view`, which is
// within reach, and only the cards are in it.
bool has_texts_above_reach(const render::Rect& view, const HomeBody& body) {
    if (body.is_side_by_side || view.y < 1) return false;
    const double highest = std::max(view.y, body.text_height + 2 * body.edge);
    return view.bottom() - body.edge - highest >= body.cards.height();
}

// Draws the cards at the bottom of `view`, and the texts above them, as large as the space up to
// the top of the screen allows.
void draw_texts_above_reach(Frame& frame, const render::Rect& view, double width, HomeBody& body,
                            HomeLayout layout) {
    const double highest = std::max(view.y, body.text_height + 2 * body.edge),
                 bottom = view.bottom() - body.edge;
    body.cards.grow(frame, bottom - highest - body.cards.height());
    const double x = view.x + (view.w - width) / 2, y = bottom - body.cards.height();
    double height = body.text_height;
    for (const double enlargement : enlargements) {
        layout.enlargement = enlargement;
        height = welcome_height(frame, width, layout);
        if (height + 2 * body.edge <= y) break;
    }
    draw_welcome(frame, {x, std::floor(y - body.edge - height), width, 0}, layout);
    body.cards.draw(frame, x, y);
}

// Adds a layout for each size of compact cards, the largest first.
void add_compact_layouts(const Frame& frame, std::vector<HomeLayout>& layouts, bool has_all_texts,
                         std::size_t column_count) {
    const auto add = [&](std::initializer_list<double> scales, bool has_subtitles,
                         double text_scale = 0.85) {
        for (const double scale : scales)
            layouts.push_back({StripDetail::digits_only, CardShape::compact, has_all_texts, false,
                               column_count, scale, has_subtitles, text_scale});
    };
    const bool is_smallest = frame.theme.text_factor() <= 1;
    if (!is_smallest) {
        // Whoever asks for larger text wants large titles more than subtitles.
        constexpr double max_subtitle_factor = 1.3;
        const bool has_subtitles = frame.theme.text_factor() < max_subtitle_factor;
        if (has_subtitles) add({1.55, 1.4, 1.25}, true);
        add({1.55, 1.4, 1.25}, false);
        add({1.1}, has_subtitles);
    } else if (has_all_texts) {
        // Subtitles are worth smaller texts above the cards.
        for (const double scale : {1.25, 1.1, 1.0})
            for (const double text_scale : {0.85, 0.68}) add({scale}, true, text_scale);
        add({1.0}, true, 0.6);
        add({1.25, 1.1, 1.0}, false, 0.68);
    } else {
        // They are worth the icon beside the title.
        add({1.1}, true);
        for (const double scale : {1.27, 1.13, 1.0})
            layouts.push_back({StripDetail::digits_only, CardShape::row, false, false, column_count,
                               scale, true});
    }
    add({1.1, 1.0, 0.91}, false);
}

// Returns the layouts, the one that shows most first.
std::vector<HomeLayout> home_layouts(const Frame& frame) {
    const auto full = StripDetail::full, small = StripDetail::digits_only;
    const bool is_wide = frame.theme.is_wide();
    std::vector<HomeLayout> layouts;
    for (const StripDetail detail : {full, small}) {
        for (const double scale : {1.3, 1.2, 1.1, 1.0})
            layouts.push_back(
                {detail, is_wide ? CardShape::flat : CardShape::tall, true, is_wide, 2, scale});
        if (!is_wide) layouts.push_back({detail, CardShape::flat, true, false, 2});
        // QR codes are worth slightly smaller cards, and smaller texts beside them, but not to
        // those who ask for larger text.
        if (detail == small || frame.theme.text_factor() > 1) continue;
        for (const double scale : {0.95, 0.91, 0.87})
            layouts.push_back({detail, CardShape::flat, true, is_wide, 2, scale});
        if (!is_wide) continue;
        for (const double enlargement : {0.86, 0.72})
            layouts.push_back(
                {detail, CardShape::flat, true, true, 2, 0.87, true, 0.85, enlargement});
    }
    if (!is_wide) add_compact_layouts(frame, layouts, true, 2);
    add_compact_layouts(frame, layouts, false, is_wide ? 3 : 2);
    // Titles that grew with the text are not worth a second page.
    const double smallest = std::min(0.91, 0.85 / frame.theme.text_factor());
    for (const double scale : {1.0, 0.91, 0.8, 0.7, 0.6, 0.5})
        if (scale >= smallest)
            layouts.push_back(
                {small, CardShape::row, false, false, is_wide ? 3U : 2U, scale, false});
    layouts.push_back({small, CardShape::row, false, false, is_wide ? 2U : 1U, 1, false});
    return layouts;
}

// Returns what the strip leaves of the page.
render::Rect view_above_strip(Frame& frame, const render::Rect& page, const HomeLayout& layout) {
    return frame.measure([&] { return draw_tear_off_strip(frame, page, layout.strip_detail); });
}

// Returns whether all of a layout is visible without scrolling.
bool fits(Frame& frame, const render::Rect& page, double width, const HomeLayout& layout) {
    if (layout.strip_detail == StripDetail::full && !has_full_strip(frame, page)) return false;
    const render::Rect view = view_above_strip(frame, page, layout);
    const HomeBody body = lay_out_body(frame, width, layout);
    // Subtitles are not worth small titles.
    constexpr double min_title_scale = 0.85;
    const bool has_small_titles =
        layout.card_shape == CardShape::row && layout.has_subtitles &&
        body.cards.title_px() <
            min_title_scale * frame.theme.em(text_style::compact_card.scaled(layout.card_scale));
    // Beside the texts, larger cards are not worth subtitles of two lines.
    const bool is_too_large =
        layout.is_side_by_side && layout.card_scale > 1 && !body.cards.has_short_subtitles(frame);
    return !has_small_titles && !is_too_large && body.cards.fits_titles() &&
           body.cards.has_readable_subtitles(frame) &&
           (body.height() <= view.h || has_texts_above_reach(view, body));
}

// Returns the first layout that fits, or the last. Trying takes time, so the answer is remembered.
HomeLayout choose_layout(Frame& frame, const render::Rect& page, double width) {
    const std::vector<HomeLayout> layouts = home_layouts(frame);
    const int arrangement = 2 * static_cast<int>(page.h) + (frame.state.is_staff_unlocked ? 1 : 0);
    const double index = frame.remember({&frame.content.home, page.w, arrangement}, [&] {
        const auto fitting = std::ranges::find_if(
            layouts, [&](const HomeLayout& layout) { return fits(frame, page, width, layout); });
        return static_cast<double>(std::min<std::ptrdiff_t>(
            fitting - layouts.begin(), static_cast<std::ptrdiff_t>(layouts.size()) - 1));
    });
    return layouts[static_cast<std::size_t>(index)];
}

} // namespace

void draw_home(Frame& frame) {
    frame.fill_rect(frame.screen(), frame.palette().background);
    const render::Rect page = draw_bottom_bar(frame);
    const double width = page.w - 2 * frame.theme.margin();
    const HomeLayout layout = choose_layout(frame, page, width);
    const render::Rect view = view_above_strip(frame, page, layout);
    HomeBody body = lay_out_body(frame, width, layout);
    if (has_texts_above_reach(view, body)) {
        draw_texts_above_reach(frame, view, width, body, layout);
    } else {
        body.cards.grow(frame, std::max(0.0, view.h - body.height()));
        draw_scroll_view(frame, view, width,
                         [&](const render::Rect& column) {
                             // Buttons beside the column make it narrower.
                             if (column.w >= width) return draw_body(frame, column, body, layout);
                             return draw_body(frame, column, lay_out_body(frame, column.w, layout),
                                              layout);
                         },
                         {.background = frame.palette().background, .is_centered = true});
    }
    draw_tear_off_strip(frame, page, layout.strip_detail);
}

} // namespace ui
