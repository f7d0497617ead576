#include "ui/widgets/strip.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace ui {

namespace {

constexpr double tab_code = 33; // of the code on a tab, without its quiet zone, millimetres
constexpr double wide_tab = 84; // from this width on, the code stands beside the digits
constexpr double tab_pad = 3;

// One tab's texts, measured for its width.
struct Tab {
    const content::HelpLine& line;
    Way number;
    Written label, advice, digits;
    double code = 0; // side of the code's card, pixels; 0: none
    double text_width = 0;
    bool beside = false; // the digits stand beside the code, not under it

    bool is_coded() const { return !number.number.is_emergency(); }
};
using Tabs = std::vector<Tab>;

// Heights that all tabs of a strip share, so that their parts stand in rows; those of the tabs with their
// digits beside the code apart from the others'.
struct Rows {
    double label = 0, middle = 0, digits = 0, beside_label = 0, beside_digits = 0, code = 0;

    double beside() const { return beside_digits + beside_label; }
    double height() const { return std::max({label + middle + digits, beside(), code}); }
    void hold(const Frame& frame, const Tab& tab) {
        double& labels = tab.beside ? beside_label : label;
        double& numbers = tab.beside ? beside_digits : digits;
        labels = std::max<double>(labels, tab.label->height);
        numbers = std::max<double>(numbers, tab.digits->height);
        code = std::max(code, tab.code);
        if (tab.beside) return;
        const double advice = tab.advice ? tab.advice->height + 2 * frame.px(1) : 0;
        middle = std::max({middle, tab.code, advice});
    }
};

void set_texts(const Frame& frame, Tab& tab, double width, StripSize size) {
    const double inner = width - 2 * frame.px(tab_pad);
    const bool full = size == StripSize::full;
    tab.beside = tab.code > 0 && width > frame.px(wide_tab);
    tab.text_width = tab.beside ? inner - tab.code - frame.px(tab_pad) : inner;
    tab.label = frame.fit(frame.say(tab.line.label), type::label, tab.text_width, frame.theme.is_low() ? 1 : 2);
    const Type& digits = full ? (tab.is_coded() ? type::tab_digits : type::loud_digits) : type::small_digits;
    tab.digits = frame.fit(tab.number.number.shown(), digits, tab.text_width);
    if (full && tab.code == 0 && !tab.line.advice.empty())
        tab.advice = frame.balanced(frame.fit(frame.say(tab.line.advice), type::label, tab.text_width, 3));
}

// Labels are as large as the smallest, and so are the digits, but for those of a number without a code.
void even_out(const Frame& frame, Tabs& tabs) {
    int label = std::numeric_limits<int>::max(), digits = label;
    for (const Tab& tab : tabs) {
        label = std::min(label, tab.label->setting.px);
        if (tab.is_coded()) digits = std::min(digits, tab.digits->setting.px);
    }
    for (Tab& tab : tabs) {
        tab.label = frame.balanced(frame.resized(tab.label, label));
        if (tab.is_coded()) tab.digits = frame.resized(tab.digits, digits);
        if (tab.beside) tab.text_width = std::max(tab.label->width, tab.digits->width) + 1.0;
    }
}

// `width`: of each tab, pixels. All codes are as large as the largest.
Tabs measure(const Frame& frame, const std::vector<const content::HelpLine*>& lines, double width,
             StripSize size) {
    Tabs tabs;
    double side = 0;
    for (const auto* line : lines) {
        Tab& tab = tabs.emplace_back(Tab{*line, way(frame, *line), {}, {}, {}});
        if (size == StripSize::digits_only || !tab.is_coded()) continue;
        tab.code = code_card_side(frame, tab.number, tab_code, width - 2 * frame.px(tab_pad));
        side = std::max(side, tab.code);
    }
    for (Tab& tab : tabs) {
        if (tab.code > 0) tab.code = side;
        set_texts(frame, tab, width, size);
    }
    even_out(frame, tabs);
    return tabs;
}

Rows rows_of(const Frame& frame, const Tabs& tabs) {
    Rows rows;
    for (const Tab& tab : tabs) rows.hold(frame, tab);
    return rows;
}

void put(Frame& frame, const Written& written, double x, double y, double width, Colour ink, Colour ground,
         Role role = Role::text) {
    frame.write(written, {x, y, width, 0}, Align::centre, ink, ground, role);
}

void draw_beside(Frame& frame, const Tab& tab, const Rows& rows, const Rect& rect, Colour ground) {
    const double gap = frame.px(tab_pad), left = rect.x + (rect.w - tab.code - gap - tab.text_width) / 2;
    const double x = left + tab.code + gap, y = rect.y + (rect.h - rows.beside()) / 2;
    printed_code(frame, {left, rect.y + (rect.h - tab.code) / 2, tab.code, tab.code}, tab.number);
    put(frame, tab.digits, x, y + (rows.beside_digits - tab.digits->height) / 2, tab.text_width,
        digits_colour(frame, tab.number.number), ground, Role::digits);
    put(frame, tab.label, x, y + rows.beside_digits, tab.text_width, frame.colours().paper.ink, ground);
}

void draw_tab(Frame& frame, const Tab& tab, const Rows& rows, const Rect& rect, Colour ground) {
    if (tab.beside) return draw_beside(frame, tab, rows, rect, ground);
    const Colour ink = frame.colours().paper.ink;
    const double x = rect.x + (rect.w - tab.text_width) / 2, bottom = rect.y + (rect.h + rows.height()) / 2;
    const double top = bottom - rows.height(),
                 middle = top + rows.label + (rows.height() - rows.label - rows.digits) / 2;
    put(frame, tab.label, x, top + (rows.label - tab.label->height) / 2, tab.text_width, ink, ground);
    if (tab.advice) // nearer to the digits that it is about than to the label
        put(frame, tab.advice, x, middle - tab.advice->height / 2.0 + frame.px(1), tab.text_width, ink, ground);
    if (tab.code > 0)
        printed_code(frame, {rect.x + (rect.w - tab.code) / 2, middle - tab.code / 2, tab.code, tab.code},
                     tab.number);
    put(frame, tab.digits, x, bottom - rows.digits + (rows.digits - tab.digits->height) / 2, tab.text_width,
        digits_colour(frame, tab.number.number), ground, Role::digits);
}

double invitation(Frame& frame, const Rect& strip) {
    const double icon = frame.px(9), x = strip.x + frame.theme.margin();
    const double width = strip.w - 2 * frame.theme.margin() - icon - frame.px(3);
    Type bold = type::button;
    const Written words =
        frame.fit(frame.say("Take a number with you. Tap one to tear it off."), bold, width, 2);
    const double height = std::max<double>(icon, words->height);
    const double y = strip.y + frame.px(2.5);
    frame.icon("content_cut", {x, y + (height - icon) / 2, icon, icon}, frame.colours().paper.ink);
    frame.write(words, {x + icon + frame.px(3), y + (height - words->height) / 2, width, height}, Align::start,
                frame.colours().paper.ink, frame.colours().paper.fill);
    return height + frame.px(4);
}

std::vector<const content::HelpLine*> lines_on(const Frame& frame) {
    std::vector<const content::HelpLine*> lines;
    for (const std::string& id : frame.content.strip) lines.push_back(frame.content.line(id));
    return lines;
}

} // namespace

Rect strip(Frame& frame, const Rect& page, StripSize size) {
    const auto lines = lines_on(frame);
    const double width = page.w / static_cast<double>(lines.size()), gap = frame.px(1.4);
    const Tabs tabs = measure(frame, lines, width - gap, size);
    const Rows rows = rows_of(frame, tabs);
    const double height = std::max(frame.px(size::target), rows.height() + 2 * frame.px(1));
    const bool full = size == StripSize::full;
    const double head = full ? frame.quietly([&] { return invitation(frame, page); }) : 0;
    const double total = head + height + 2 * frame.px(1);
    const Rect rect{page.x, page.bottom() - total, page.w, total};
    const Surface& paper = frame.colours().paper;
    frame.fill(rect, paper.fill);
    frame.fill({rect.x, rect.y, rect.w, std::max(1.0, frame.px(0.5))}, paper.edge);
    if (full) invitation(frame, rect);
    const double y = rect.y + head + frame.px(1);
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const double x = rect.x + static_cast<double>(i) * width;
        if (i > 0) perforation(frame, x, y, rect.bottom());
        const Rect box{x + gap, y, width - 2 * gap, height};
        const Held held = frame.target(box, frame.say("Tear off {name}", {{"name", frame.say(lines[i]->name)}}),
                                       session::TearOff{lines[i]->id}, "strip");
        const Colour ground = held.pressed ? pressed(paper.fill) : paper.fill;
        if (held.pressed) frame.rounded(box, frame.px(3), ground);
        if (!frame.state.slip || frame.state.slip->line != lines[i]->id)
            draw_tab(frame, tabs[i], rows, box, ground);
        frame.focus_ring(box.inset(frame.px(1)), frame.px(3));
        frame.close_target();
    }
    return {page.x, page.y, page.w, rect.y - page.y};
}

void loose_tab(Frame& frame, const Rect& tab, const content::HelpLine& line) {
    const bool full = tab.h > frame.px(40) || tab.w > frame.px(wide_tab);
    auto lines = lines_on(frame);
    if (std::ranges::find(lines, &line) == lines.end()) lines = {&line};
    const Tabs tabs = measure(frame, lines, tab.w, full ? StripSize::full : StripSize::digits_only);
    for (const Tab& each : tabs)
        if (&each.line == &line) draw_tab(frame, each, rows_of(frame, tabs), tab, frame.colours().paper.fill);
}

} // namespace ui
