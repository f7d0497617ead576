#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/scroll.hpp"
#include "ui/widgets/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

struct Choice {
    ButtonLook look;
    session::Event event;
};

// Width that the longest of their words needs, pixels.
double widest(const Frame& frame, const std::vector<Choice>& all) {
    double width = 0;
    for (const Choice& choice : all)
        width = std::max<double>(width, frame.set(choice.look.label, choice.look.type)->width);
    return width + frame.px(frame.theme.is_low() ? 4 : 8);
}

// A row of choices, or two rows where one is too narrow for `least_mm` or for the words of each.
double choices(Frame& frame, const std::vector<Choice>& all, const Rect& column, double least_mm) {
    const double gap = frame.px(size::gap), half = std::floor((column.w - gap) / 2);
    const double least = std::max(frame.px(least_mm), std::min(widest(frame, all), half));
    const auto fit = static_cast<std::size_t>((column.w + gap) / (least + gap));
    std::size_t columns = all.size();
    while (columns > 1 && columns > fit) columns = (columns + 1) / 2;
    const double width = (column.w - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double height = frame.px(30);
    double bottom = column.y;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double x = column.x + static_cast<double>(i % columns) * (width + gap);
        const double y = column.y + static_cast<double>(i / columns) * (height + gap);
        button(frame, {x, y, width, height}, all[i].look, all[i].event, "display");
        bottom = y + height;
    }
    return bottom - column.y;
}

std::vector<Choice> text_sizes(const Frame& frame) {
    const Palette& colours = frame.colours();
    constexpr std::array labels{"Normal", "Large", "Larger", "Largest"};
    std::vector<Choice> all;
    for (int size = session::smallest_text; size <= session::largest_text; ++size) {
        const bool current = size == frame.state.text_size;
        ButtonLook look{current ? "check" : "format_size",
                        frame.say(labels[static_cast<std::size_t>(size - 1)]),
                        current ? colours.primary : colours.tool, Arrangement::below, type::button};
        all.push_back({look, session::SetTextSize{size}});
    }
    return all;
}

std::vector<Choice> looks(const Frame& frame) {
    struct Named {
        const char* label;
        session::Look look;
    };
    constexpr std::array named{Named{"Paper", session::Look::paper}, Named{"Dark", session::Look::dark},
                               Named{"High contrast", session::Look::contrast}};
    std::vector<Choice> all;
    for (const Named& each : named) {
        Surface colours = palette(each.look).card;
        colours.fill = palette(each.look).ground;
        colours.edge = frame.colours().sheet.ink; // the card's own would not show on every sheet
        const bool current = each.look == frame.state.look;
        ButtonLook look{current ? "check" : "contrast", frame.say(each.label), colours, Arrangement::below,
                        type::button};
        all.push_back({look, session::SetLook{each.look}});
    }
    return all;
}

double display_body(Frame& frame, const Rect& column) {
    const Surface& look = frame.colours().sheet;
    double y = column.y;
    const auto heading = [&](std::string_view words) {
        const Written written = frame.set(frame.say(words), type::heading, column.w);
        frame.write(written, {column.x, y, column.w, 0}, Align::start, look.ink, look.fill, Role::heading);
        y += written->height + frame.px(3);
    };
    heading("Text size");
    const double least = frame.theme.is_low() ? 36 : 42; // four in a row beside More
    y += choices(frame, text_sizes(frame), {column.x, y, column.w, 0}, least) + frame.px(7);
    heading("Contrast");
    y += choices(frame, looks(frame), {column.x, y, column.w, 0}, 50) + frame.px(7);
    ButtonLook done{"check", frame.say("Done"), frame.colours().primary, Arrangement::beside, type::card};
    button(frame, {column.x, y, column.w, frame.px(size::primary)}, done, session::GoBack{}, "display");
    return y + frame.px(size::primary) - column.y;
}

} // namespace

void draw_display(Frame& frame) {
    const Rect area = veil_page(frame).inset(frame.px(5));
    Rect box = area;
    box.w = std::min(area.w, frame.px(240));
    box.x += (area.w - box.w) / 2;
    const Rect column = box.inset(frame.px(size::pad));
    const double content = frame.quietly([&] { return display_body(frame, column); });
    box.h = std::min(area.h, content + 2 * frame.px(size::pad));
    box.y += std::floor((area.h - box.h) / 2);
    sheet(frame, box, frame.colours().sheet);
    const Rect inside = box.inset(frame.px(size::pad));
    scroll(
        frame, inside, inside.w, [&](const Rect& within) { return display_body(frame, within); },
        frame.colours().sheet.fill);
}

} // namespace ui
