#include "ui/screens/staff.hpp"
#include "ui/widgets/paper.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/slip.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

struct CodeTestWords {
    Written task, payload;

    double height() const { return task->height + payload->height; }
};

CodeTestWords words(const Frame& frame, double width, double height) {
    CodeTestWords set;
    set.task = frame.balanced(
        frame.fit_box("Point a phone’s camera here. It should say:", type::label, width, height * 0.55));
    set.payload = frame.fit_box(frame.facts.program, type::heading, width, height - set.task->height);
    return set;
}

// The words lie below the code, or beside it where the screen is wider than it is high.
struct CodeTestPlaces {
    Rect paper, code;
    CodeTestWords words;
    Point at; // of the words
    double width = 0;
};

CodeTestPlaces place(const Frame& frame, const Rect& area) {
    const double inner = frame.px(size::pad), gap = frame.px(6);
    const bool beside = frame.theme.is_wide();
    const double least_words = frame.px(beside ? 80 : 34);
    const double room =
        (beside ? std::min(area.h, area.w - least_words - gap) : std::min(area.w, area.h - least_words - gap)) -
        2 * inner;
    const double side = code_card_side(frame, frame.facts.program, slip_code_mm, room);
    CodeTestPlaces places;
    places.width = beside ? std::min(frame.px(120), area.w - side - gap - 2 * inner)
                          : std::min(std::max(side, frame.px(120)), area.w - 2 * inner);
    places.words = words(frame, places.width, beside ? side : area.h - side - gap - 2 * inner);
    if (beside) places.width = std::max(places.words.task->width, places.words.payload->width) + 1.0;
    const double height = beside ? std::max(side, places.words.height()) : side + gap + places.words.height();
    const double width = beside ? side + gap + places.width : places.width;
    Rect& paper = places.paper = {0, 0, width + 2 * inner, height + 2 * inner};
    paper.x = area.x + std::floor((area.w - paper.w) / 2);
    paper.y = area.y + std::floor((area.h - paper.h) / 2);
    places.code = {beside ? paper.x + inner : paper.x + (paper.w - side) / 2,
                   beside ? paper.y + (paper.h - side) / 2 : paper.y + inner, side, side};
    places.at = {beside ? places.code.right() + gap : paper.x + inner,
                 beside ? paper.y + (paper.h - places.words.height()) / 2 : places.code.bottom() + gap};
    return places;
}

} // namespace

void draw_code_test(Frame& frame) {
    const Surface& look = frame.colours().paper;
    const Rect area = veil_page(frame).inset(frame.px(frame.theme.is_small() ? 4 : 8));
    const CodeTestPlaces places = place(frame, area);
    sheet(frame, places.paper, look);
    torn_edge(frame, places.paper);
    printed_code(frame, places.code, frame.facts.program);
    const Align align = frame.theme.is_wide() ? Align::start : Align::centre;
    const CodeTestWords& set = places.words;
    frame.write(set.task, {places.at.x, places.at.y, places.width, 0}, align, look.ink, look.fill);
    frame.write(set.payload, {places.at.x, places.at.y + set.task->height, places.width, 0}, align, look.ink,
                look.fill, Role::heading);
}

} // namespace ui
