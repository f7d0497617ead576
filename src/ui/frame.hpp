// One frame being built: what to draw, where, in which words; and what came of it.
//
// Rectangles are given as in a left-to-right language. For a right-to-left one the frame mirrors them, so that
// no screen needs to know.
#pragma once

#include "content/content.hpp"
#include "session/update.hpp"
#include "ui/codes.hpp"
#include "ui/facts.hpp"
#include "ui/grounds.hpp"
#include "ui/outline.hpp"
#include "ui/pictures.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ui {

// The time on the wall, for the cover and the hours.
struct WallTime {
    int hour = 10, minute = 42, second = 0;
    int weekday = 0; // Monday is 0
    int day = 1, month = 1, year = 2026;

    bool operator==(const WallTime&) const = default;
};

struct Moment {
    session::Instant now{};
    WallTime wall;
    session::Instant asleep{}; // of `now`, how long the machine has slept
};

// What the finger does to this frame.
struct Touching {
    bool down = false;
    bool dragging = false; // moved too far to press anything
    bool lifted = false;   // in this very frame
};

// A text, set and measured.
using Written = std::shared_ptr<const text::Paragraph>;

enum class Align { start, centre, end };

struct Held {
    bool pressed = false;  // a finger rests on it
    bool released = false; // it was pressed, and the finger is gone
};

// The part of a page that scrolls, as found while building.
struct Scrollable {
    Rect view;          // pixels
    double most_mm = 0; // furthest scroll
};

class Frame {
public:
    Frame(const content::Content& content, const session::State& state, const Theme& theme,
          const Moment& moment, const Touching& touching, text::Typesetter& typesetter, Pictures& pictures,
          Codes& codes, const Facts& facts);

    const content::Content& content;
    const session::State& state;
    const Theme& theme;
    const Moment& moment;
    const Touching touching;
    const content::Translation& language; // of the staff page: English
    const Facts& facts;

    // Results.
    Outline outline;
    std::optional<session::Event> made; // by the visitor, in this frame
    Scrollable scrollable;
    bool moving = false; // an animation wants the next frame soon
    std::string focus;   // id of the button that has the keyboard's ring; set before building
    bool dark = false;   // the same: nobody is there, outside the hours

    Rect screen() const;
    Rect reach() const; // the part of the screen that a hand gets to
    double px(double mm) const { return theme.px(mm); }
    const Palette& colours() const { return theme.colours(); }

    // The text in the visitor's language; of each pair, the first in braces gives way to the second.
    using Places = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    std::string say(std::string_view english, Places places = {}) const;

    // Text. Widths and heights are pixels; width 0: unbroken. fit() sets it smaller, down to half its size,
    // until it has at most so many lines, fit_box() until it is at most so high; both until no word is cut.
    Written set(std::string_view words, const Type& type, double width = 0) const;
    Written fit(std::string_view words, const Type& type, double width, int lines = 1) const;
    Written fit_box(std::string_view words, const Type& type, double width, double height) const;
    Written balanced(const Written& written) const; // the same in as few lines, with lines of like length
    Written tidy(const Written& written) const;     // balanced where its last line would be a word or two alone
    Written resized(const Written& written, int px) const; // the same with another em
    void write(const Written& written, const Rect& box, Align align, Colour ink, Colour ground,
               Role role = Role::text);

    // Shapes.
    void fill(const Rect& rect, Colour colour);
    void rounded(const Rect& rect, double radius, Colour colour, Colour edge = {}, double edge_px = 0);
    void shadow(const Rect& rect, double blur);
    void icon(std::string_view name, const Rect& box, Colour ink); // as large as the box's shorter side allows
    void code(const qr::Code& code, const Rect& box,
              const std::string& payload); // dark on light, whole pixels a module
    const qr::Code* code_for(const std::string& payload) const { return codes_.find(payload); }
    void line(const std::vector<Point>& through, double width, Colour colour); // of the screen: never mirrored
    void ring(const Rect& box, double share, double width, Colour track, Colour arc);

    // Something to touch, whose event is made when the finger lifts on it. `where` tells apart two targets that
    // do the same. What is drawn until close_target() is written on it.
    Held target(const Rect& rect, std::string_view name, const session::Event& event, std::string_view where,
                bool primary = false);
    void close_target() { inside_ = -1; }
    void focus_ring(const Rect& rect, double radius);

    // Draws what `draw` draws with its vertices turned by `radians` about the middle of `about`.
    void turned(const Rect& about, double radians, const std::function<void()>& draw);

    // Runs `draw` for its measurements alone: nothing is drawn, said or touched.
    template <typename Draw>
    auto quietly(Draw draw) {
        const bool before = std::exchange(quiet_, true);
        auto result = draw();
        quiet_ = before;
        return result;
    }

    // Everything drawn until unclip() is cut to `rect`, and scrolls with it.
    void clip(const Rect& rect);
    void unclip();

    Rect mirrored(const Rect& rect) const;

    // What is drawn between the two lies under a sheet: it cannot be touched, and is not said.
    void cover() { covered_ = true; }
    void uncover();

private:
    Written shrunk(std::string_view words, const Type& type, double width,
                   const std::function<bool(const text::Paragraph&)>& fits) const;
    void image(const Picture& picture, const Rect& to, double u0, double v0, double u1, double v1);
    void corners(const Rect& rect, const Disc& disc);
    Node& say_node(Role role, std::string words, const Rect& on_screen);

    text::Typesetter& typesetter_;
    Pictures& pictures_;
    Codes& codes_;
    ImDrawList* list_;
    Grounds grounds_;
    Rect clip_;
    bool clipped_ = false;
    bool quiet_ = false;
    bool covered_ = false;
    int inside_ = -1;
};

} // namespace ui
