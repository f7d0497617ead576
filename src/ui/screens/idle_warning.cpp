#include "ui/screens/screens.hpp"
#include "ui/widgets/bottom_bar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/clock.hpp"
#include "ui/widgets/cover_background.hpp"
#include "ui/widgets/tear_off_strip.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace ui {

namespace {

constexpr double card_width_mm = 240;
// Below the card, where there is space.
constexpr double card_foot_mm = 26;
constexpr double min_card_margin_mm = 4;

// How a card is arranged. Lengths are in millimeters.
struct QuestionShape {
    bool has_ring_beside = false; // the ring is beside the texts, not above them
    bool has_button_row = false;  // the buttons are side by side
    double padding = 0;
    double ring = 0;
    double gap = 0; // between the ring, the texts and the buttons
    double stay_button = 0;
    double leave_button = 0;
    double button_gap = 0;

    double buttons_height() const {
        return has_button_row ? std::max(stay_button, leave_button)
                              : stay_button + button_gap + leave_button;
    }
};

// From the largest to the smallest.
constexpr std::array tall_shapes{QuestionShape{false, false, 15, 60, 9, 30, 22, 8},
                                 QuestionShape{false, false, 10, 48, 6, 25, 20, 8},
                                 QuestionShape{true, false, 10, 44, 6, 25, 20, 6},
                                 QuestionShape{true, false, 5, 30, 4, 25, 20, 4}};
constexpr std::array wide_shapes{QuestionShape{true, false, 12, 56, 8, 30, 22, 8},
                                 QuestionShape{true, true, 10, 52, 8, 25, 25, 6},
                                 QuestionShape{true, true, 8, 34, 6, 25, 25, 6},
                                 QuestionShape{true, true, 5, 36, 4, 20, 20, 6}};

// The texts beside or below the ring.
struct QuestionTexts {
    TextLayout title;
    TextLayout lead;
    TextLayout reason;

    double height() const { return title->height + lead->height + reason->height; }
};

// A card with its texts. The rectangle is in pixels.
struct QuestionCard {
    QuestionShape shape;
    QuestionTexts texts;
    render::Rect rect;
};

QuestionTexts layout_texts(const Frame& frame, bool is_beside_ring, double width, double height) {
    const TextStyle title_style = text_style::title.scaled(is_beside_ring ? 0.8 : 1);
    QuestionTexts texts;
    texts.title =
        frame.fit_box(frame.translate("Are you still here?"), title_style, width, height * 0.42);
    texts.lead =
        frame.fit_box(frame.translate("Touch anywhere to go on."), text_style::question_lead, width,
                      (height - texts.title->height) * 0.45);
    texts.reason =
        frame.fit_box(frame.translate("For your privacy, this page will close soon."),
                      text_style::body, width, height - texts.title->height - texts.lead->height);
    for (TextLayout* text : {&texts.title, &texts.lead, &texts.reason})
        *text = frame.balance_lines(*text);
    return texts;
}

// Lays out a card of this width and shape that is at most `max_height` pixels high. Returns nullopt
// if its texts would have to shrink, unless `can_shrink` is set.
std::optional<QuestionCard> layout_card(const Frame& frame, const QuestionShape& shape,
                                        double width, double max_height, bool can_shrink) {
    const double inner = width - 2 * frame.px(shape.padding);
    const double beside = shape.has_ring_beside ? frame.px(shape.ring + shape.gap) : 0,
                 above = shape.has_ring_beside ? 0 : frame.px(shape.ring + shape.gap);
    const double others = frame.px(2 * shape.padding + shape.gap + shape.buttons_height()) + above;
    const double room = max_height - others;
    constexpr double unlimited_mm = 1000;
    QuestionCard card{
        shape,
        layout_texts(frame, shape.has_ring_beside, inner - beside, frame.px(unlimited_mm)),
        {}};
    if (card.texts.height() > room) {
        if (!can_shrink) return std::nullopt;
        card.texts =
            layout_texts(frame, shape.has_ring_beside, inner - beside, std::max(1.0, room));
    }
    const double ring_height = shape.has_ring_beside ? frame.px(shape.ring) : 0;
    card.rect = {0, 0, width, others + std::max(ring_height, card.texts.height())};
    return card;
}

QuestionCard layout_card(const Frame& frame, const render::Rect& area) {
    const double width =
        std::min(area.w - 2 * frame.px(min_card_margin_mm), frame.px(card_width_mm));
    const double max_height = area.h - 2 * frame.px(min_card_margin_mm);
    const std::span<const QuestionShape> shapes =
        frame.theme.is_wide() ? std::span<const QuestionShape>(wide_shapes) : tall_shapes;
    for (const QuestionShape& shape : shapes.first(shapes.size() - 1))
        if (const auto card = layout_card(frame, shape, width, max_height, false)) return *card;
    return *layout_card(frame, shapes.back(), width, max_height, true);
}

void draw_countdown(Frame& frame, const render::Rect& box) {
    const ComponentColors& colors = frame.palette().sheet;
    const int seconds = session::seconds_left(frame.content, frame.state, frame.now.since_boot);
    const double total_seconds = static_cast<double>(frame.content.site.idle.leave_after.count());
    frame.draw_progress_ring(box, seconds / total_seconds, box.w * 0.11,
                             frame.palette().countdown_track, frame.palette().accent);
    const TextLayout count =
        frame.fit_box(std::to_string(seconds), text_style::countdown, box.w * 0.6, box.h * 0.6);
    frame.draw_text(count, {box.x, box.y + (box.h - count->height) / 2, box.w, 0}, Align::center,
                    colors.text, colors.fill, Role::digits);
}

void draw_texts(Frame& frame, const QuestionTexts& texts, const render::Rect& box, Align align) {
    const Palette& palette = frame.palette();
    double y = box.y;
    const auto draw = [&](const TextLayout& text, render::Color color, Role role) {
        frame.draw_text(text, {box.x, y, box.w, 0}, align, color, palette.sheet.fill, role);
        y += text->height;
    };
    draw(texts.title, palette.sheet.text, Role::heading);
    draw(texts.lead, palette.accent, Role::text);
    draw(texts.reason, palette.secondary_text, Role::text);
}

// Makes a label smaller that would fill a button of this height.
TextStyle limited_style(const Frame& frame, const TextStyle& style, double height_mm) {
    constexpr double max_fraction = 0.52;
    return style.scaled(std::min(1.0, max_fraction * frame.px(height_mm) / frame.theme.em(style)));
}

void draw_buttons(Frame& frame, const QuestionShape& shape, const render::Rect& area) {
    const Palette& palette = frame.palette();
    ButtonStyle stay{"", frame.translate("Keep reading"), palette.primary, LabelPosition::beside,
                     limited_style(frame, text_style::card, shape.stay_button)};
    ButtonStyle leave{"", frame.translate("Close now"), palette.card, LabelPosition::beside,
                      limited_style(frame, text_style::strong, shape.leave_button)};
    leave.colors.text = palette.accent;
    leave.is_outlined = true;
    const double gap = frame.px(shape.button_gap);
    render::Rect stay_rect{area.x, area.y, area.w, frame.px(shape.stay_button)};
    render::Rect leave_rect{area.x, stay_rect.bottom() + gap, area.w, frame.px(shape.leave_button)};
    if (shape.has_button_row) {
        stay_rect.w = (area.w - gap) / 2;
        leave_rect = {stay_rect.right() + gap, area.y, stay_rect.w, leave_rect.h};
    }
    draw_button(frame, stay_rect, stay, session::ContinueVisit{}, "warning");
    draw_button(frame, leave_rect, leave, session::EndVisit{}, "warning");
}

void draw_card(Frame& frame, const QuestionCard& card) {
    const QuestionShape& shape = card.shape;
    const ComponentColors& colors = frame.palette().sheet;
    const double drop = frame.px(5), gap = frame.px(shape.gap), ring = frame.px(shape.ring);
    constexpr std::uint8_t shadow_alpha = 44;
    frame.draw_shadow({card.rect.x, card.rect.y + drop, card.rect.w, card.rect.h - drop},
                      frame.px(11), shadow_alpha);
    frame.draw_rounded_rect(card.rect, frame.px(8.3), colors.fill, colors.edge, frame.px(0.4));
    const render::Rect in = card.rect.inset(frame.px(shape.padding));
    const double text_height = card.texts.height();
    double y = in.y;
    if (shape.has_ring_beside) {
        const double height = std::max(ring, text_height), x = in.x + ring + gap;
        draw_countdown(frame, {in.x, y + (height - ring) / 2, ring, ring});
        draw_texts(frame, card.texts, {x, y + (height - text_height) / 2, in.right() - x, 0},
                   Align::start);
        y += height;
    } else {
        draw_countdown(frame, {in.x + (in.w - ring) / 2, y, ring, ring});
        y += ring + gap;
        draw_texts(frame, card.texts, {in.x, y, in.w, 0}, Align::center);
        y += text_height;
    }
    draw_buttons(frame, shape, {in.x, y + gap, in.w, in.bottom() - y - gap});
}

// Draws the clock of the cover in the middle of `area`, if it is large enough.
void draw_clock_in(Frame& frame, const render::Rect& area) {
    constexpr double min_width_mm = 120, min_height_mm = 60;
    const render::Rect box = area.inset(frame.theme.margin(), frame.px(8));
    if (box.w < frame.px(min_width_mm) || box.h < frame.px(min_height_mm)) return;
    const Clock clock = layout_clock(frame, text_style::small_clock, box.w, box.h);
    draw_clock(frame, clock,
               {box.x, box.y + std::floor((box.h - clock.height()) * 0.45), box.w, 0});
}

// Draws the card in the lower part of `area` and the clock above it, up to the top of the screen.
// On a wide panel the clock is beside the card if there is space.
void draw_question(Frame& frame, const render::Rect& area) {
    QuestionCard card = layout_card(frame, area);
    const double margin = frame.theme.margin(), spare = area.h - card.rect.h;
    if (frame.theme.is_wide()) {
        const render::Rect beside{area.x, 0, area.w - card.rect.w - margin, area.bottom()};
        const bool has_clock = beside.w - 2 * margin >= frame.px(120);
        card.rect.x = has_clock ? beside.right() : area.x + (area.w - card.rect.w) / 2;
        card.rect.y = area.y + std::floor(spare / 2);
        if (has_clock) draw_clock_in(frame, beside);
    } else {
        card.rect.x = area.x + (area.w - card.rect.w) / 2;
        card.rect.y = area.y + spare - std::floor(std::min(frame.px(card_foot_mm), spare / 2));
        draw_clock_in(frame, {area.x, 0, area.w, card.rect.y});
    }
    draw_card(frame, card);
}

} // namespace

void draw_idle_warning(Frame& frame) {
    draw_cover_background(frame);
    draw_question(frame,
                  draw_tear_off_strip(frame, draw_bottom_bar(frame), StripDetail::digits_only));
    // Any touch continues the visit on the same page, even a touch on a button of the bottom bar or
    // on the strip. Only Hide and "Close now" have their own effect.
    const bool is_deliberate =
        frame.event && (std::holds_alternative<session::Hide>(*frame.event) ||
                        std::holds_alternative<session::EndVisit>(*frame.event));
    if (frame.pointer.is_lifted && !is_deliberate) frame.event = session::ContinueVisit{};
}

} // namespace ui
