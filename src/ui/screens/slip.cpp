#include "ui/widgets/slip.hpp"

#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/scroll.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/strip.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

using session::Instant;

constexpr Instant motion{280};
constexpr double slip_pad = 7; // inside the paper, millimetres
constexpr double slip_gap = 8;

// The paper, Done below it, and on a wide panel the code that stays while the words scroll. On a low panel the
// bar's Back does what Done does.
struct SlipPlaces {
    Rect paper, words, done;
    Apart apart = Apart::nothing;
    Rect code; // where the code is apart
};

double code_side(const Frame& frame, const Way& shown, double most) {
    return shown.number.is_emergency() ? 0 : code_card_side(frame, shown, slip_code_mm, most);
}

SlipPlaces place(Frame& frame, const content::HelpLine& line, const Way& shown, const Rect& area) {
    SlipPlaces places;
    Rect room = area.inset(frame.px(frame.theme.is_small() ? 4 : 8));
    const double done_height = frame.px(size::primary), between = frame.px(size::gap * 1.3),
                 done_width = frame.px(90);
    if (!frame.theme.is_small()) room.h -= done_height + between;
    const double inner = frame.px(frame.theme.is_small() ? 4 : slip_pad);
    Rect& paper = places.paper = room;
    paper.w = std::min(room.w, frame.px(frame.theme.is_wide() ? 440 : 255));
    paper.x += (room.w - paper.w) / 2;
    places.words = paper.inset(inner);
    const double side = frame.theme.is_wide() ? code_side(frame, shown, paper.h - 2 * inner) : 0;
    const double left = places.words.w - side - frame.px(slip_gap);
    double beside = 0; // height of what is apart
    if (side > 0 && left > frame.px(80)) {
        const double hints = frame.quietly([&] { return code_hints(frame, line, shown, {0, 0, side, 0}); });
        places.apart = side + hints <= places.words.h ? Apart::code_and_hints : Apart::code;
        beside = places.apart == Apart::code ? side : side + hints;
        places.code = {paper.x + inner, 0, side, side};
        places.words.x += side + frame.px(slip_gap);
        places.words.w = left;
    }
    const double content =
        frame.quietly([&] { return slip_words(frame, line, shown, places.words, places.apart); });
    const double height = std::min(room.h, std::max(content, beside) + 2 * inner);
    paper.y += std::floor((room.h - height) / 2);
    paper.h = height;
    places.words.y = paper.y + inner;
    places.words.h = paper.h - 2 * inner;
    places.code.y = paper.y + std::floor((paper.h - beside) / 2);
    places.done = {area.x + (area.w - done_width) / 2, paper.bottom() + between, done_width, done_height};
    return places;
}

// Where the tab was that the slip was torn from, as the page below has it. Empty: it is not there.
Rect origin(const Frame& frame) {
    for (auto node = frame.outline.rbegin(); node != frame.outline.rend(); ++node) {
        const auto* tear = node->event ? std::get_if<session::TearOff>(&*node->event) : nullptr;
        if (tear != nullptr && tear->line == frame.state.slip->line) return frame.mirrored(node->visible());
    }
    return {};
}

double smooth(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

Rect part_way(const Rect& a, const Rect& b, double t) {
    return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t), std::lerp(a.w, b.w, t), std::lerp(a.h, b.h, t)};
}

// The tab lets go of its perforation, tilts, and grows into the slip.
void draw_motion(Frame& frame, const content::HelpLine& line, const Rect& from, const Rect& to,
                 double progress) {
    const double grown = smooth((progress - 0.25) / 0.75);
    const double tilt = 0.07 * std::sin(3.14159265 * std::clamp(progress / 0.7, 0.0, 1.0));
    Rect rect = part_way(from, to, grown);
    rect.y -= frame.px(3) * std::min(1.0, progress * 4) * (1 - grown);
    const Surface& paper = frame.colours().paper;
    frame.turned(rect, tilt, [&] {
        frame.rounded(rect, frame.px(3), paper.fill, paper.edge, frame.px(0.5));
        if (grown < 0.05) loose_tab(frame, rect, line);
    });
    frame.moving = true;
}

void draw_paper(Frame& frame, const content::HelpLine& line, const SlipPlaces& places, const Way& shown) {
    sheet(frame, places.paper, frame.colours().paper);
    torn_edge(frame, places.paper);
    const Rect& code = places.code;
    if (places.apart != Apart::nothing) printed_code(frame, code, shown);
    if (places.apart == Apart::code_and_hints)
        code_hints(frame, line, shown, {code.x, code.bottom(), code.w, 0});
}

void draw_done(Frame& frame, const Rect& rect) {
    Surface colours = frame.colours().sheet;
    colours.ink = frame.colours().accent;
    ButtonLook look{"check", frame.say("Done"), colours, Arrangement::beside, type::card};
    look.primary = true;
    button(frame, rect, look, session::GoBack{}, "slip");
}

// 0: torn off just now; 1 and more: arrived.
double motion_progress(const Frame& frame) {
    const Instant age = frame.moment.now - frame.state.slip->torn;
    return static_cast<double>(age.count()) / static_cast<double>(motion.count());
}

} // namespace

bool slip_in_motion(const Frame& frame) {
    const double progress = motion_progress(frame);
    return frame.content.site.motion && progress >= 0 && progress < 1;
}

void draw_slip(Frame& frame) {
    const content::HelpLine* line = frame.content.line(frame.state.slip->line);
    if (line == nullptr) return;
    const Rect tab = origin(frame);
    const double progress = motion_progress(frame);
    const bool in_motion = slip_in_motion(frame) && tab.w > 0;
    const Rect area = veil_page(frame, in_motion ? smooth(progress) : 1);
    const Way shown = way(frame, *line, frame.state.slip->texting);
    const SlipPlaces places = place(frame, *line, shown, area);
    if (in_motion) return draw_motion(frame, *line, tab, places.paper, progress);
    draw_paper(frame, *line, places, shown);
    const auto words = [&](const Rect& column) {
        return slip_words(frame, *line, shown, {column.x, column.y, column.w, places.words.h}, places.apart);
    };
    scroll(frame, places.words, places.words.w, words, frame.colours().paper.fill);
    if (!frame.theme.is_small()) draw_done(frame, places.done);
}

} // namespace ui
