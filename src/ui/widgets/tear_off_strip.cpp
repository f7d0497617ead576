#include "ui/widgets/tear_off_strip.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace ui {

namespace {

constexpr double tab_qr_mm = 33;   // smallest side of the QR code without its quiet zone
constexpr double wide_tab_mm = 84; // on wider tabs, the QR code is beside the digits
constexpr double tab_padding_mm = 3;

// The contents of one tab, laid out for its width.
struct Tab {
    const content::HelpLine& help_line;
    ContactMethod contact;
    TextLayout label;
    TextLayout advice; // may be null
    TextLayout digits;
    double qr_side = 0; // side of the QR card in pixels, or 0 if there is none
    double text_width = 0;
    bool is_beside = false; // the digits are beside the QR code and not below it

    bool has_qr_code() const { return !contact.phone_number.is_emergency(); }
};
using Tabs = std::vector<Tab>;

// Heights in pixels that all tabs of a strip share, so that their parts are in rows. Tabs with the
// digits beside the QR code have their own rows.
struct StripRows {
    double label_height = 0;
    double middle_height = 0;
    double digits_height = 0;
    double beside_label_height = 0;
    double beside_digits_height = 0;
    double qr_side = 0;

    double beside_height() const { return beside_digits_height + beside_label_height; }
    double height() const {
        return std::max({label_height + middle_height + digits_height, beside_height(), qr_side});
    }
    void include(const Frame& frame, const Tab& tab) {
        double& label_row = tab.is_beside ? beside_label_height : label_height;
        double& digits_row = tab.is_beside ? beside_digits_height : digits_height;
        label_row = std::max<double>(label_row, tab.label->height);
        digits_row = std::max<double>(digits_row, tab.digits->height);
        qr_side = std::max(qr_side, tab.qr_side);
        if (tab.is_beside) return;
        const double advice_height = tab.advice ? tab.advice->height + 2 * frame.px(1) : 0;
        middle_height = std::max({middle_height, tab.qr_side, advice_height});
    }
};

void layout_tab_texts(const Frame& frame, Tab& tab, double width, StripDetail detail) {
    const double inner = width - 2 * frame.px(tab_padding_mm);
    const bool is_full = detail == StripDetail::full;
    tab.is_beside = tab.qr_side > 0 && width > frame.px(wide_tab_mm);
    tab.text_width = tab.is_beside ? inner - tab.qr_side - frame.px(tab_padding_mm) : inner;
    tab.label = frame.fit_lines(frame.translate(tab.help_line.label), text_style::label,
                                tab.text_width, frame.theme.is_very_short() ? 1 : 2);
    const TextStyle& digits_style =
        is_full ? (tab.has_qr_code() ? text_style::tab_digits : text_style::large_digits)
                : text_style::small_digits;
    tab.digits =
        frame.fit_number(tab.contact.phone_number.display_text(), digits_style, tab.text_width);
    if (is_full && tab.qr_side == 0 && !tab.help_line.advice.empty())
        tab.advice = frame.balance_lines(frame.fit_lines(frame.translate(tab.help_line.advice),
                                                         text_style::label, tab.text_width, 3));
}

// Gives all labels the size of the smallest, and all digits too, except the digits of a number
// without a QR code.
void equalize_text_sizes(const Frame& frame, Tabs& tabs) {
    int label_px = std::numeric_limits<int>::max(), digits_px = label_px;
    for (const Tab& tab : tabs) {
        label_px = std::min(label_px, tab.label->spec.em_px);
        if (tab.has_qr_code()) digits_px = std::min(digits_px, tab.digits->spec.em_px);
    }
    for (Tab& tab : tabs) {
        tab.label = frame.balance_lines(frame.with_em(tab.label, label_px));
        if (tab.has_qr_code()) tab.digits = frame.with_em(tab.digits, digits_px);
        if (tab.is_beside) tab.text_width = std::max(tab.label->width, tab.digits->width) + 1.0;
    }
}

// `width` is the width of each tab in pixels. All QR codes get the size of the largest.
Tabs layout_tabs(const Frame& frame, const std::vector<const content::HelpLine*>& help_lines,
                 double width, StripDetail detail) {
    Tabs tabs;
    double side = 0;
    for (const auto* help_line : help_lines) {
        Tab& tab =
            tabs.emplace_back(Tab{*help_line, contact_method(frame, *help_line), {}, {}, {}});
        if (detail == StripDetail::digits_only || !tab.has_qr_code()) continue;
        tab.qr_side =
            qr_card_side(frame, tab.contact, tab_qr_mm, width - 2 * frame.px(tab_padding_mm));
        side = std::max(side, tab.qr_side);
    }
    for (Tab& tab : tabs) {
        if (tab.qr_side > 0) tab.qr_side = side;
        layout_tab_texts(frame, tab, width, detail);
    }
    equalize_text_sizes(frame, tabs);
    return tabs;
}

StripRows strip_rows(const Frame& frame, const Tabs& tabs) {
    StripRows rows;
    for (const Tab& tab : tabs) rows.include(frame, tab);
    return rows;
}

void draw_centered_text(Frame& frame, const TextLayout& layout, double x, double y, double width,
                        render::Color color, render::Color background, Role role = Role::text) {
    frame.draw_text(layout, {x, y, width, 0}, Align::center, color, background, role);
}

void draw_tab_beside(Frame& frame, const Tab& tab, const StripRows& rows, const render::Rect& rect,
                     render::Color background) {
    const double gap = frame.px(tab_padding_mm),
                 left = rect.x + (rect.w - tab.qr_side - gap - tab.text_width) / 2;
    const double x = left + tab.qr_side + gap, y = rect.y + (rect.h - rows.beside_height()) / 2;
    draw_qr_card(frame, {left, rect.y + (rect.h - tab.qr_side) / 2, tab.qr_side, tab.qr_side},
                 tab.contact);
    draw_centered_text(frame, tab.digits, x,
                       y + (rows.beside_digits_height - tab.digits->height) / 2, tab.text_width,
                       digits_color(frame, tab.contact.phone_number), background, Role::digits);
    draw_centered_text(frame, tab.label, x, y + rows.beside_digits_height, tab.text_width,
                       frame.palette().paper.text, background);
}

void draw_tab(Frame& frame, const Tab& tab, const StripRows& rows, const render::Rect& rect,
              render::Color background) {
    if (tab.is_beside) return draw_tab_beside(frame, tab, rows, rect, background);
    const render::Color color = frame.palette().paper.text;
    const double x = rect.x + (rect.w - tab.text_width) / 2,
                 bottom = rect.y + (rect.h + rows.height()) / 2;
    const double top = bottom - rows.height(),
                 middle = top + rows.label_height +
                          (rows.height() - rows.label_height - rows.digits_height) / 2;
    draw_centered_text(frame, tab.label, x, top + (rows.label_height - tab.label->height) / 2,
                       tab.text_width, color, background);
    if (tab.advice) // closer to the digits, which it is about, than to the label
        draw_centered_text(frame, tab.advice, x, middle - tab.advice->height / 2.0 + frame.px(1),
                           tab.text_width, color, background);
    if (tab.qr_side > 0)
        draw_qr_card(frame,
                     {rect.x + (rect.w - tab.qr_side) / 2, middle - tab.qr_side / 2, tab.qr_side,
                      tab.qr_side},
                     tab.contact);
    draw_centered_text(frame, tab.digits, x,
                       bottom - rows.digits_height + (rows.digits_height - tab.digits->height) / 2,
                       tab.text_width, digits_color(frame, tab.contact.phone_number), background,
                       Role::digits);
}

double draw_invitation(Frame& frame, const render::Rect& strip) {
    const double icon = frame.px(9), x = strip.x + frame.theme.margin();
    const double width = strip.w - 2 * frame.theme.margin() - icon - frame.px(3);
    TextStyle style = text_style::button;
    const TextLayout text = frame.fit_lines(
        frame.translate("Take a number with you. Tap one to tear it off."), style, width, 2);
    const double height = std::max<double>(icon, text->height);
    const double y = strip.y + frame.px(2.5);
    frame.draw_icon("content_cut", {x, y + (height - icon) / 2, icon, icon},
                    frame.palette().paper.text);
    frame.draw_text(text, {x + icon + frame.px(3), y + (height - text->height) / 2, width, height},
                    Align::start, frame.palette().paper.text, frame.palette().paper.fill);
    return height + frame.px(4);
}

std::vector<const content::HelpLine*> strip_help_lines(const Frame& frame) {
    std::vector<const content::HelpLine*> help_lines;
    for (const std::string& id : frame.content.strip)
        help_lines.push_back(frame.content.find_help_line(id));
    return help_lines;
}

} // namespace

render::Rect draw_tear_off_strip(Frame& frame, const render::Rect& page, StripDetail detail) {
    const auto help_lines = strip_help_lines(frame);
    const double width = page.w / static_cast<double>(help_lines.size()), gap = frame.px(1.4);
    const Tabs tabs = layout_tabs(frame, help_lines, width - gap, detail);
    const StripRows rows = strip_rows(frame, tabs);
    const double height = std::max(frame.px(metric::target), rows.height() + 2 * frame.px(1));
    const bool is_full = detail == StripDetail::full;
    const double head_height =
        is_full ? frame.measure([&] { return draw_invitation(frame, page); }) : 0;
    const double total_height = head_height + height + 2 * frame.px(1);
    const render::Rect rect{page.x, page.bottom() - total_height, page.w, total_height};
    const ComponentColors& paper = frame.palette().paper;
    frame.fill_rect(rect, paper.fill);
    frame.fill_rect({rect.x, rect.y, rect.w, std::max(1.0, frame.px(0.5))}, paper.edge);
    if (is_full) draw_invitation(frame, rect);
    const double y = rect.y + head_height + frame.px(1);
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const double x = rect.x + static_cast<double>(i) * width;
        if (i > 0) draw_perforation(frame, x, y, rect.bottom());
        const render::Rect box{x + gap, y, width - 2 * gap, height};
        const PressState press = frame.begin_target(
            box,
            frame.translate("Tear off {name}", {{"name", frame.translate(help_lines[i]->name)}}),
            session::TearOff{help_lines[i]->id}, "strip");
        const render::Color background = press.is_pressed ? pressed_color(paper.fill) : paper.fill;
        if (press.is_pressed) frame.draw_rounded_rect(box, frame.px(3), background);
        if (!frame.state.slip || frame.state.slip->help_line != help_lines[i]->id)
            draw_tab(frame, tabs[i], rows, box, background);
        frame.draw_focus_ring(box.inset(frame.px(1)), frame.px(3));
        frame.end_target();
    }
    return {page.x, page.y, page.w, rect.y - page.y};
}

void draw_torn_tab(Frame& frame, const render::Rect& tab, const content::HelpLine& help_line) {
    const bool is_full = tab.h > frame.px(40) || tab.w > frame.px(wide_tab_mm);
    auto help_lines = strip_help_lines(frame);
    if (std::ranges::find(help_lines, &help_line) == help_lines.end()) help_lines = {&help_line};
    const Tabs tabs = layout_tabs(frame, help_lines, tab.w,
                                  is_full ? StripDetail::full : StripDetail::digits_only);
    for (const Tab& each : tabs)
        if (&each.help_line == &help_line)
            draw_tab(frame, each, strip_rows(frame, tabs), tab, frame.palette().paper.fill);
}

} // namespace ui
