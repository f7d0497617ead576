#include "ui/widgets/card.hpp"

#include "ui/widgets/button.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr double card_icon = 15, card_pad = 7, card_gap = 3; // millimetres

const Type& type_of(const Frame& frame) {
    return is_tight(frame) ? type::low_card : type::card;
}

struct Parts {
    Rect icon;
    Written title;
    Rect words;
};

double side(const Frame& frame, double height) {
    return std::min(frame.px(card_icon), height - frame.px(card_pad));
}

double edge_of(const Frame& frame, CardShape shape) {
    return frame.px(shape == CardShape::tall ? card_pad : card_pad * 0.6);
}

Written title_of(const Frame& frame, const content::Section& section, double width, CardShape shape) {
    const double icon = shape == CardShape::flat ? frame.px(card_icon * 0.8 + card_gap) : 0;
    return frame.fit(frame.say(section.title), type_of(frame), width - 2 * edge_of(frame, shape) - icon, 3);
}

Written title_of(const Frame& frame, const content::Section& section, double width, const CardLook& look) {
    return frame.tidy(frame.resized(title_of(frame, section, width, look.shape), look.title_px));
}

Parts lay_out(const Frame& frame, const content::Section& section, const Rect& rect, const CardLook& look) {
    const Written title = title_of(frame, section, rect.w, look);
    const CardShape shape = look.shape;
    const double edge = edge_of(frame, shape);
    if (shape == CardShape::tall) {
        const double icon = frame.px(card_icon);
        return {{rect.x + edge, rect.y + edge, icon, icon},
                title,
                {rect.x + edge, rect.bottom() - edge - title->height, rect.w - 2 * edge, 0}};
    }
    const double icon = std::min(frame.px(card_icon * 0.8), side(frame, rect.h));
    const double x = rect.x + edge + frame.px(card_icon * 0.8 + card_gap);
    return {{rect.x + edge, rect.y + (rect.h - icon) / 2, icon, icon},
            title,
            {x, rect.y + (rect.h - title->height) / 2, rect.right() - edge - x, 0}};
}

// What stands beside the title of a prominent card, where there is room for it.
struct Prominent {
    Written title, hint;
    double title_x, hint_x, hint_width;
};

constexpr double between = 6; // icon, title and hint

double prominent_room(const Frame& frame, double width) {
    return width - 2 * frame.px(card_pad) - frame.px(card_icon) - frame.px(between);
}

Written prominent_title(const Frame& frame, const content::Section& section, double width) {
    return frame.fit(frame.say(section.title), type_of(frame), prominent_room(frame, width), 2);
}

Prominent lay_out_prominent(const Frame& frame, const content::Section& section, double x, double width,
                            int px) {
    Prominent parts{};
    const double edge = frame.px(card_pad), apart = frame.px(between), room = prominent_room(frame, width);
    parts.title_x = x + width - edge - room;
    parts.title = frame.tidy(frame.resized(prominent_title(frame, section, width), px));
    parts.hint_width = room - parts.title->width - apart;
    parts.hint_x = x + width - edge - parts.hint_width;
    if (!section.hint.empty() && parts.hint_width > frame.px(50))
        parts.hint = frame.tidy(frame.set(frame.say(section.hint), type::label, parts.hint_width));
    return parts;
}

double prominent_height(const Frame& frame, const content::Section& section, double width,
                        const CardLook& look) {
    const Prominent parts = lay_out_prominent(frame, section, 0, width, look.title_px);
    const double text = std::max(parts.title->height, parts.hint ? parts.hint->height : 0);
    return std::max(frame.px(look.shape == CardShape::tall ? 36 : size::target), text + frame.px(4));
}

void draw_plain(Frame& frame, const content::Section& section, const Rect& rect, const CardLook& how,
                bool held) {
    const Surface& look = frame.colours().card;
    const Colour ground = held ? pressed(look.fill) : look.fill;
    const double lip = std::max(1.0, frame.px(0.9)), radius = frame.px(size::radius);
    const Rect face{rect.x, rect.y, rect.w, rect.h - lip};
    frame.rounded(rect, radius, look.edge);
    frame.rounded(face, radius, ground, look.edge, frame.px(0.5));
    const Parts parts = lay_out(frame, section, face, how);
    frame.icon(section.icon, parts.icon, frame.colours().accent);
    frame.write(parts.title, parts.words, Align::start, look.ink, ground);
}

void draw_prominent(Frame& frame, const content::Section& section, const Rect& rect, const CardLook& how,
                    bool held) {
    const Surface& look = frame.colours().primary;
    const Colour ground = held ? pressed(look.fill) : look.fill;
    const double icon = side(frame, rect.h);
    const Prominent parts = lay_out_prominent(frame, section, rect.x, rect.w, how.title_px);
    const auto middle = [&](const Written& words) { return rect.y + (rect.h - words->height) / 2; };
    frame.rounded(rect, frame.px(size::radius), ground, look.edge, frame.px(0.5));
    frame.icon(section.icon,
               {rect.x + frame.px(card_pad), rect.y + (rect.h - icon) / 2, frame.px(card_icon), icon},
               look.ink);
    frame.write(parts.title, {parts.title_x, middle(parts.title), rect.right() - parts.title_x, 0},
                Align::start, look.ink, ground);
    if (parts.hint)
        frame.write(parts.hint, {parts.hint_x, middle(parts.hint), parts.hint_width, 0}, Align::end, look.ink,
                    ground);
}

} // namespace

bool is_tight(const Frame& frame) {
    return frame.theme.is_low() || (frame.theme.is_small() && !frame.theme.is_wide());
}

int title_px(const Frame& frame, const content::Section& section, double width, CardShape shape) {
    return (section.prominent ? prominent_title(frame, section, width) : title_of(frame, section, width, shape))
        ->setting.px;
}

double card_height(const Frame& frame, const content::Section& section, double width, const CardLook& look) {
    if (section.prominent) return prominent_height(frame, section, width, look);
    const double text = title_of(frame, section, width, look)->height;
    if (look.shape == CardShape::tall) return frame.px(2 * card_pad + card_icon + card_gap) + text;
    return std::max(frame.px(size::target), text + frame.px(4));
}

void card(Frame& frame, const content::Section& section, const Rect& rect, const CardLook& look) {
    const Held held = frame.target(rect, frame.say(section.title), session::OpenSection{section.id}, "page");
    if (section.prominent)
        draw_prominent(frame, section, rect, look, held.pressed);
    else
        draw_plain(frame, section, rect, look, held.pressed);
    frame.focus_ring(rect, frame.px(size::radius));
    frame.close_target();
}

} // namespace ui
