// One frame being built: what to draw, where, in which words; and what came of it.
//
// Rectangles are given as in a left-to-right language. For a right-to-left one the frame mirrors them, so that
// no screen needs to know.
#pragma once

#include "render/color.hpp"
#include "base/time.hpp"
#include "content/content.hpp"
#include "session/update.hpp"
#include "qr/code_cache.hpp"
#include "ui/device_status.hpp"
#include "render/background_tracker.hpp"
#include "ui/outline.hpp"
#include "render/texture_cache.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ui {

// What the finger does to this frame.
struct PointerState {
    bool is_down = false;
    bool is_dragging = false; // moved too far to press anything
    bool is_lifted = false;   // in this very frame
};

// A text, set and measured.
using TextLayout = std::shared_ptr<const text::Paragraph>;

enum class Align { start, center, end };

struct PressState {
    bool is_pressed = false;  // a finger rests on it
    bool is_released = false; // it was pressed, and the finger is gone
};

// The part of a page that scrolls, as found while building.
struct ScrollRegion {
    render::Rect view;         // pixels
    double max_mm = 0; // furthest scroll
};

class Frame {
public:
    Frame(const content::Content& content, const session::State& state, const Theme& theme,
          const base::ClockReading& now, const PointerState& pointer, text::Typesetter& typesetter,
          render::TextureCache& textures, qr::CodeCache& qr_codes, const DeviceStatus& device_status);

    const content::Content& content;
    const session::State& state;
    const Theme& theme;
    const base::ClockReading& now;
    const PointerState pointer;
    const content::Translation& language; // of the staff page: English
    const DeviceStatus& device_status;

    // Results.
    Outline outline;
    std::optional<session::Event> event; // by the visitor, in this frame
    ScrollRegion scroll_region;
    bool is_animating = false; // an animation wants the next frame soon
    std::string focused_id;    // id of the button that has the keyboard's ring; set before building
    bool is_off_hours = false; // the same: nobody is there, outside the hours

    render::Rect screen() const;
    render::Rect reachable_area() const; // the part of the screen that a hand gets to
    double px(double mm) const { return theme.px(mm); }
    const Palette& palette() const { return theme.palette(); }

    // The text in the visitor's language; of each pair, the first in braces gives way to the second.
    using Placeholders = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    std::string translate(std::string_view english, Placeholders placeholders = {}) const;

    // Text. Widths and heights are pixels; width 0: unbroken. fit() sets it smaller, down to half its size,
    // until it has at most so many lines, fit_box() until it is at most so high; both until no word is cut.
    TextLayout layout_text(std::string_view text, const TextStyle& style, double width = 0) const;
    TextLayout fit_lines(std::string_view text, const TextStyle& style, double width, int max_lines = 1) const;
    TextLayout fit_box(std::string_view text, const TextStyle& style, double width, double height) const;
    TextLayout
    balance_lines(const TextLayout& layout) const; // the same in as few lines, with lines of like length
    TextLayout
    avoid_widow(const TextLayout& layout) const; // balanced where its last line would be a word or two alone
    TextLayout with_em(const TextLayout& layout, int em_px) const; // the same with another em
    void draw_text(const TextLayout& layout, const render::Rect& box, Align align, render::Color color, render::Color background,
                   Role role = Role::text);

    // Shapes.
    void fill_rect(const render::Rect& rect, render::Color color);
    void draw_rounded_rect(const render::Rect& rect, double radius, render::Color color, render::Color edge = {}, double edge_px = 0);
    void draw_shadow(const render::Rect& rect, double blur);
    void draw_icon(std::string_view name, const render::Rect& box,
                   render::Color color); // as large as the box's shorter side allows
    void draw_qr_code(const qr::Code& qr_code, const render::Rect& box,
                      const std::string& payload); // dark on light, whole pixels a module
    const qr::Code* qr_code(const std::string& payload) const { return qr_codes_.find(payload); }
    void draw_polyline(const std::vector<render::Point>& points, double width,
                       render::Color color); // of the screen: never mirrored
    void draw_progress_ring(const render::Rect& box, double fraction, double width, render::Color track, render::Color arc);

    // Something to touch, whose event is made when the finger lifts on it. `where` tells apart two targets that
    // do the same. What is drawn until close_target() is written on it.
    PressState begin_target(const render::Rect& rect, std::string_view name, const session::Event& target_event,
                            std::string_view id_suffix, bool is_primary = false);
    void end_target() { parent_ = -1; }
    void draw_focus_ring(const render::Rect& rect, double radius);

    // Draws what `draw` draws with its vertices turned by `radians` about the middle of `about`.
    void draw_rotated(const render::Rect& about, double radians, const std::function<void()>& draw);

    // Runs `draw` for its measurements alone: nothing is drawn, said or touched.
    template <typename Draw>
    auto measure(Draw draw) {
        const bool was_measuring = std::exchange(is_measuring_, true);
        auto result = draw();
        is_measuring_ = was_measuring;
        return result;
    }

    // Everything drawn until unclip() is cut to `rect`, and scrolls with it.
    void push_clip(const render::Rect& rect);
    void pop_clip();

    render::Rect mirror(const render::Rect& rect) const;

    // What is drawn between the two lies under a sheet: it cannot be touched, and is not said.
    void begin_inert() { is_inert_ = true; }
    void discard_inert();

private:
    TextLayout shrink_to_fit(std::string_view text, const TextStyle& style, double width,
                             const std::function<bool(const text::Paragraph&)>& fits) const;
    void draw_image(const render::Image& image, const render::Rect& to, double u0, double v0, double u1, double v1);
    void draw_corners(const render::Rect& rect, const render::Disc& disc);
    OutlineNode& add_node(Role role, std::string text, const render::Rect& on_screen);

    text::Typesetter& typesetter_;
    render::TextureCache& textures_;
    qr::CodeCache& qr_codes_;
    ImDrawList* draw_list_;
    render::BackgroundTracker backgrounds_;
    render::Rect clip_;
    bool is_clipped_ = false;
    bool is_measuring_ = false;
    bool is_inert_ = false;
    int parent_ = -1;
};

} // namespace ui
