// One frame while it is built: it gives the screens what they show, draws, and collects the
// results.
//
// Rectangles are in pixels and given as in a left-to-right language. For a right-to-left language
// the frame mirrors them, so that screens need not handle it.
#pragma once

#include "base/time.hpp"
#include "content/content.hpp"
#include "qr/code_cache.hpp"
#include "render/background_tracker.hpp"
#include "render/color.hpp"
#include "render/texture_cache.hpp"
#include "session/update.hpp"
#include "ui/device_status.hpp"
#include "ui/outline.hpp"
#include "ui/page_breaks.hpp"
#include "ui/row_cache.hpp"

#include <cmath>
#include <functional>
#include <initializer_list>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ui {

// The state of the finger in this frame.
struct PointerState {
    bool is_down = false;
    // Whether the touch has moved too far to press anything.
    bool is_dragging = false;
    // Whether the finger lifted in this frame.
    bool is_lifted = false;
};

// A text after layout: broken into lines and measured.
using TextLayout = std::shared_ptr<const text::Paragraph>;

// In a right-to-left language, start is at the right.
enum class Align { start, center, end };

struct PressState {
    // A finger is down on the target.
    bool is_pressed = false;
    // The finger lifted on the target in this frame.
    bool is_released = false;
};

// The scrollable part of a page, found while the frame is built.
struct ScrollRegion {
    // Position on the screen in pixels.
    render::Rect view;
    // The largest scroll position in millimeters of the interface. 0 if nothing scrolls.
    double max_mm = 0;
    // The scroll positions of the pages, in ascending order. Empty if nothing scrolls.
    std::vector<double> pages_mm;
};

// What frames share. Everything must outlive the frame.
struct FrameCaches {
    text::Typesetter& typesetter;
    render::TextureCache& textures;
    qr::CodeCache& qr_codes;
    RowCache& rows;
};

// Everything that a screen needs to draw itself. A frame exists while one picture is built. It must
// be made inside an ImGui window, whose draw list it fills.
class Frame {
public:
    // All references must outlive the frame.
    Frame(const content::Content& content, const session::State& state, const Theme& theme,
          const base::ClockReading& now, const PointerState& pointer, const FrameCaches& caches,
          const DeviceStatus& device_status);

    const content::Content& content;
    const session::State& state;
    const Theme& theme;
    const base::ClockReading& now;
    const PointerState pointer;
    // The visitor's language. Staff screens are in English.
    const content::Translation& language;
    const DeviceStatus& device_status;

    // Set by the caller before the frame is built.

    // The id of the button that has the keyboard focus, or empty.
    std::string focused_id;
    // Whether the school is closed and nobody uses the kiosk, so that the screen is black.
    bool is_off_hours = false;
    // Whether what is on the screen can be heard, so that there is a button for it.
    bool can_listen = false;
    // Where the topmost layer is drawn while it moves to its scroll position, in millimeters of the
    // interface.
    std::optional<double> moving_scroll_mm;

    // The part of the screen that is drawn now. The bar and the strip set it while they are drawn.
    ScreenPart screen_part = ScreenPart::page;

    // Results of the frame.

    Outline outline;
    // The event that the visitor made in this frame.
    std::optional<session::Event> event;
    ScrollRegion scroll_region;
    // A card of which only a part is in the clipped area.
    struct DividedCard {
        render::Rect rect;
        render::Color color;
        render::Color edge;
        double edge_px = 0;
    };
    // Those drawn since they were last cleared, so that a page can round them off where it ends.
    std::vector<DividedCard> divided_cards;
    // The title of a part of a column, as it is repeated where a page begins within the part.
    struct PartTitle {
        TextLayout text;
        double inset = 0; // in pixels, like all of these
        double above = 0; // the space above the text
        double below = 0;
        render::Color color = {};
        render::Color background = {};

        double height() const { return std::ceil(above + text->height + below); }
    };
    // The titles of the parts that began above the clipped area, since they were last cleared.
    std::vector<PartTitle> titles_above;
    // Whether an animation is running, so that the next frame is due soon.
    bool is_animating = false;

    // The whole screen.
    render::Rect screen() const;
    // The part of the screen that people can reach.
    render::Rect reachable_area() const;
    // Converts millimeters of the interface to pixels.
    double px(double mm) const { return theme.px(mm); }
    const Palette& palette() const { return theme.palette(); }

    // Returns the text in the visitor's language. The first string of each pair, in braces, is
    // replaced by the second.
    using Placeholders = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    std::string translate(std::string_view english, Placeholders placeholders = {}) const;

    // Lays out a text in lines of at most `width` pixels. With a width of 0, only '\n' breaks
    // lines.
    TextLayout layout_text(std::string_view text, const TextStyle& style, double width = 0) const;
    // Returns the width in pixels of a text in two lines, or in one if it is a single word.
    double two_line_width(std::string_view text, const TextStyle& style) const;
    // Lays out a text in at most `max_lines` lines without splitting a word. The text shrinks as
    // far as it stays readable. If it does not fit then, it gets more lines, and words that are
    // wider than a line are split.
    TextLayout fit_lines(std::string_view text, const TextStyle& style, double width,
                         int max_lines = 1) const;
    // Lays out a text in as few lines as possible, at most `max_lines`, in which it is not much
    // smaller than the smallest style.
    TextLayout fit_readable_lines(std::string_view text, const TextStyle& style, double width,
                                  int max_lines) const;
    // Whether a text of this size in pixels is not much smaller than the smallest style.
    bool is_readable_em(int em_px) const;
    // Lays out a number, which is broken only at '\n'. It shrinks as far as needed, but not below
    // 42 % of its size, even if it does not fit then.
    TextLayout fit_number(std::string_view text, const TextStyle& style, double width) const;
    // Lays out a text in a box of this height in pixels. The text shrinks as far as it stays
    // readable. If it does not fit then, words are split, and it shrinks to 42 % of its size, even
    // if it does not fit then.
    TextLayout fit_box(std::string_view text, const TextStyle& style, double width,
                       double height) const;
    // Returns a text of 2 to `max_lines` lines with lines of similar length, and others unchanged.
    // It is for headings, labels and captions: paragraphs of different widths would look like a
    // mistake.
    TextLayout balance_lines(const TextLayout& layout, int max_lines = 2) const;
    // Returns the same text with another em in pixels.
    TextLayout with_em(const TextLayout& layout, int em_px) const;
    // Draws a text from the top of `box` and adds it to the outline. `background` is the color that
    // is below the text.
    void draw_text(const TextLayout& layout, const render::Rect& box, Align align,
                   render::Color color, render::Color background, Role role = Role::text);

    // Shapes. Lengths are in pixels.
    void fill_rect(const render::Rect& rect, render::Color color);
    // Draws no edge if `edge_px` is 0.
    void draw_rounded_rect(const render::Rect& rect, double radius, render::Color color,
                           render::Color edge = {}, double edge_px = 0);
    // Draws a card, which is a rounded rectangle on which nothing is touched. If a page divides it,
    // it is added to `divided_cards`.
    void draw_card(const render::Rect& rect, render::Color color, render::Color edge,
                   double edge_px);
    // `alpha` is the opacity of the shadow where it is darkest.
    void draw_shadow(const render::Rect& rect, double blur, std::uint8_t alpha = 110);
    // Draws the icon as large as the shorter side of `box` allows. Draws nothing if no font has it.
    void draw_icon(std::string_view name, const render::Rect& box, render::Color color);
    // Draws a QR code, black on white, with the same number of whole pixels for each module, and
    // adds it to the outline.
    void draw_qr_code(const qr::Code& qr_code, const render::Rect& box, const std::string& payload);
    // Returns the QR code for a payload, or null if it does not fit into one. The code is valid for
    // this frame.
    const qr::Code* qr_code(const std::string& payload) const {
        if (mode_ == Mode::recording) caches_.rows.spend(qr_code_bytes);
        return caches_.qr_codes.find(payload);
    }
    // Draws a line through points on the screen, which are never mirrored.
    void draw_polyline(const std::vector<render::Point>& points, double width, render::Color color);
    // Draws a triangle with the corners `a`, `b` and `c`, given like rectangles.
    void draw_triangle(const render::Point& a, const render::Point& b, const render::Point& c,
                       render::Color color);
    // Draws a ring of which `fraction`, 0 to 1, has the color `arc`, clockwise from the top.
    void draw_progress_ring(const render::Rect& box, double fraction, double width,
                            render::Color track, render::Color arc);

    // Begins a touch target, which makes its event when a finger lifts on it. `id_suffix`
    // distinguishes targets on the same screen that make the same event. Texts drawn until
    // end_target() belong to the target.
    PressState begin_target(const render::Rect& rect, std::string_view name,
                            const session::Event& target_event, std::string_view id_suffix,
                            bool is_primary = false);
    void end_target() { parent_ = -1; }
    // Says that the current target is one of several tabs or radio buttons, and whether it is the
    // selected one.
    void mark_as(Role role, bool is_selected);
    // Says that the text drawn last is not read aloud.
    void mark_as_unread();
    // Whether a tap ended in `rect` in this frame.
    bool is_tapped(const render::Rect& rect) const;
    // Draws a ring around the lines with the sentence of a node that is being read. Does nothing if
    // there is no such node, or if it has the keyboard focus.
    void draw_reading_mark(int node, int sentence);
    // Draws the ring around the current target if it has the keyboard focus.
    void draw_focus_ring(const render::Rect& rect, double radius);

    // Rotates everything that `draw` draws by `radians` around the center of `about`, clockwise.
    void draw_rotated(const render::Rect& about, double radians, const std::function<void()>& draw);

    // Calls `draw` only to measure: nothing is drawn or added to the outline, and nothing can be
    // touched. Returns the result of `draw`. Rows below `end_y` are not laid out, so a result below
    // it is only an estimate.
    template <typename Draw>
    auto measure(Draw draw, double end_y = std::numeric_limits<double>::infinity()) {
        const Mode mode = std::exchange(mode_, Mode::measuring);
        const double previous_end = std::exchange(measured_end_y_, end_y);
        ColumnParts* const parts = std::exchange(parts_, nullptr);
        auto result = draw();
        mode_ = mode;
        measured_end_y_ = previous_end;
        parts_ = parts;
        return result;
    }
    // Measures a column whose top is at 0, and adds where it can be divided to `parts`.
    double measure_parts(const std::function<double()>& draw, ColumnParts& parts);
    // Says that something other than a text or a target ends at `y`, such as a card.
    void add_block_end(double y) { add_piece(y - 1, y); }
    // Says that no page ends between `top` and `bottom`.
    void keep_together(double top, double bottom) {
        // Edges within a pixel count as one, so pieces that belong together overlap by two.
        add_piece(top, bottom + 2);
    }
    // Says that a page may begin at `y`, because a block begins there.
    void add_block_top(double y) {
        if (parts_ != nullptr) parts_->block_tops.push_back(y);
    }
    // The same for a sentence on a card or for help lines below a text, which stay with what is
    // above them if that is possible.
    void add_sentence_top(double y) {
        if (parts_ != nullptr) parts_->sentence_tops.push_back(y);
    }

    // Says that a part of a column has a title that is repeated where a page begins within it.
    void add_titled_part(const render::Rect& part, const PartTitle& title);

    // Draws a row of a column and returns its height in pixels, which `draw` returns. Every part of
    // a page that may be long is drawn in rows: `draw` is called only if the row is on the screen
    // or not known yet. A row off the screen adds to the outline what it had when it was laid out.
    // If there are too many new rows for one frame, the height of some is estimated, they are
    // missing in the outline, and is_animating is set, so that the next frames lay them out.
    using DrawRow = std::function<double(const render::Rect& column)>;
    double draw_row(const void* row_content, const render::Rect& column, const DrawRow& draw,
                    int arrangement = 0);

    // Returns the result of `find`, and remembers it for the next frames. `find` must depend only
    // on the key, the content and the panel's context.
    double remember(const RowKey& key, const std::function<double()>& find) const;

    // Clips everything drawn until pop_clip() to `rect`, and marks it as scrollable.
    void push_clip(const render::Rect& rect);
    void pop_clip();

    // Mirrors a rectangle if the language is written from right to left.
    render::Rect mirror(const render::Rect& rect) const;

    // Everything drawn between these two calls is below a sheet: it cannot be touched, and
    // discard_inert() removes it from the outline.
    void begin_inert() { is_inert_ = true; }
    bool is_inert() const { return is_inert_ || is_background_; }
    void discard_inert();

    // The same for a page with all its layers, which may call begin_inert() and discard_inert()
    // themselves.
    void begin_background() { is_background_ = true; }
    // What stays lit beside a sheet and can be touched: the bar and the strip of the page below it.
    struct Foreground {
        // The part of the screen that they leave, in pixels.
        render::Rect page;
        std::vector<std::function<void(Frame&)>> parts;
    };
    // Returns what was postponed in the background.
    Foreground discard_background();
    // In the background, keeps `draw` for the foreground, of which it leaves `page`, and returns
    // true: what is drawn again above the sheet need not be drawn below it.
    bool postpone(const render::Rect& page, const std::function<void(Frame&)>& draw);

private:
    // Encoding a QR code takes as long as laying out a text of about this size.
    static constexpr std::size_t qr_code_bytes = 300;

    enum class Mode {
        drawing,
        // Only adds to the outline, for a row off the screen.
        recording,
        // Only the heights count.
        measuring
    };

    bool is_drawing() const { return mode_ == Mode::drawing; }
    TextLayout lay_out(const text::TextSpec& spec) const;
    // Whether a layout is accepted at a fraction of its style's size.
    using FitsLayout = std::function<bool(const text::Paragraph&, double scale)>;
    TextLayout shrink_to_fit(std::string_view text, const TextStyle& style, double width,
                             double min_scale, const FitsLayout& fits) const;
    double readable_scale(const TextStyle& style) const;
    void draw_image(const render::Image& image, const render::Rect& to, double u0, double v0,
                    double u1, double v1);
    void draw_corners(const render::Rect& rect, const render::Disc& disc);
    void draw_ring(const render::Rect& on_screen, double radius);
    OutlineNode& add_node(Role role, std::string text, const render::Rect& on_screen);
    std::string unique_id(const std::string& id);
    bool is_on_screen(const render::Rect& column, double height) const;
    bool should_lay_out(double y);
    double record_row(const RowKey& key, const render::Rect& column, const DrawRow& draw);
    void add_recorded(const CachedRow& row, const render::Rect& column);
    void add_target(const render::Rect& rect) {
        add_piece(rect.y, rect.bottom());
        if (parts_ != nullptr) parts_->target_tops.push_back(rect.y);
    }
    void add_piece(double top, double bottom) {
        if (parts_ != nullptr) parts_->pieces.push_back({top, bottom});
    }

    FrameCaches caches_;
    // Owned by ImGui.
    ImDrawList* draw_list_;
    render::BackgroundTracker backgrounds_;
    render::Rect clip_;
    bool is_clipped_ = false;
    Mode mode_ = Mode::drawing;
    double measured_end_y_ = std::numeric_limits<double>::infinity();
    // The parts of the column that is being measured or recorded, or null.
    ColumnParts* parts_ = nullptr;
    // How many rows were not laid out when they were drawn or measured.
    int estimated_row_count_ = 0;
    bool is_inert_ = false;
    bool is_background_ = false;
    Foreground foreground_;
    // Index of the current target in the outline, or -1.
    int parent_ = -1;
    // How many targets have the same ID, apart from the suffix that makes it unique.
    std::map<std::string, int> id_counts_;
};

} // namespace ui
