// The design of the interface: sizes in millimeters, and the colors of each color scheme.
//
// A millimeter of the interface is a millimeter of the panel on panels of 10 to 24 inches. It is
// smaller on a smaller panel, which is read from a shorter distance, and larger on a larger panel,
// which is read from farther away.
#pragma once

#include "content/content.hpp"
#include "render/color.hpp"
#include "session/state.hpp"
#include "text/typesetter.hpp"

#include <cstdint>
#include <optional>

namespace ui {

// The screen that the interface is laid out for.
struct Panel {
    int width_px = 1080;
    int height_px = 1920;
    // Diagonal of the visible area.
    double inches = 24;
    // Heights above the floor. Without them the whole screen counts as within reach.
    std::optional<content::Mounting> mounting;

    bool operator==(const Panel&) const = default;
};

// The fill of a component, and the colors of the text and the edge drawn on it.
struct ComponentColors {
    render::Color fill;
    render::Color text;
    render::Color edge;
};

// All colors of one color scheme.
struct Palette {
    // Background of a page.
    render::Color background;
    render::Color text;
    // Text of less importance.
    render::Color secondary_text;
    // Icons and marks on the background.
    render::Color accent;
    // Thin lines between items.
    render::Color divider;
    // The icon and the edge of a button that cannot be pressed now.
    render::Color inactive;
    ComponentColors card;
    ComponentColors secondary_button;
    ComponentColors primary;
    // The Hide button.
    ComponentColors hide;
    // The bottom bar.
    ComponentColors bar;
    ComponentColors note;
    // Slips, the tear-off strip and the cards of help lines.
    ComponentColors paper;
    ComponentColors sheet;
    // The digits of 911, on paper.
    render::Color danger;
    // The dots between papers.
    render::Color perforation;
    // What is behind the tabs of the tear-off strip.
    render::Color strip_ground;
    // The part of a countdown's ring that has run out.
    render::Color countdown_track;
    // The ring around the button that has the keyboard focus.
    render::Color focus_ring;
    // The area around an open slip or sheet.
    render::Color scrim;
    // The top of the cover's gradient. Its bottom is `background`.
    render::Color cover_top;
};

// Returns the palette of a color scheme. It exists as long as the program runs.
const Palette& palette(session::ColorScheme color_scheme);

struct TextStyle {
    text::Face face = text::Face::regular;
    // The em at text size 1, in millimeters of the interface.
    double em_mm = 10.3;
    // How much the text grows with the visitor's text size: 0 not at all, 1 fully.
    double growth = 1;
    // Whether lines are set closer together, as suits large letters.
    bool has_tight_leading = false;

    TextStyle scaled(double scale) const {
        return {face, em_mm * scale, growth, has_tight_leading};
    }
};

// The text styles of the interface. Capitals of Noto Sans are 0.714 em high, so an em of 10.3 mm
// gives capitals of 7.3 mm, and 6.8 mm gives 4.8 mm, which are the smallest.
namespace text_style {
inline constexpr double min_em_mm = 6.8;
inline constexpr TextStyle headline{text::Face::bold, 27.7, 0.25, true};
inline constexpr TextStyle title{text::Face::bold, 19, 0.45, true};
// The title of a section on every page but the first.
inline constexpr TextStyle page_title{text::Face::bold, 13.8, 0.45};
inline constexpr TextStyle heading{text::Face::bold, 11.6, 0.8};
inline constexpr TextStyle lead{text::Face::regular, 10.3, 1};
inline constexpr TextStyle body{text::Face::regular, 10.3, 1};
inline constexpr TextStyle strong{text::Face::bold, 10.3, 1};
inline constexpr TextStyle card{text::Face::bold, 11.6, 0.7};
inline constexpr TextStyle card_subtitle{text::Face::regular, 7.5, 0.6};
inline constexpr TextStyle prominent_card{text::Face::bold, 13.8, 0.6};
inline constexpr TextStyle prominent_subtitle{text::Face::regular, 8.6, 0.6};
// For cards on a screen with little space, and the headline above them.
inline constexpr TextStyle compact_card{text::Face::bold, 7.5, 0.8, true};
inline constexpr TextStyle row_subtitle{text::Face::regular, 6.8, 0.6};
inline constexpr TextStyle compact_headline{text::Face::bold, 11.6, 0.3};
inline constexpr TextStyle button{text::Face::bold, 8.6, 0.5};
inline constexpr TextStyle label{text::Face::regular, 7.4, 0.6};
inline constexpr TextStyle small_button{text::Face::bold, 6.8, 0.35};
// On the tabs of the tear-off strip.
inline constexpr TextStyle tab_label{text::Face::bold, 7.5, 0.4};
inline constexpr TextStyle tab_digits{text::Face::bold, 15, 0.3, true};
inline constexpr TextStyle small_tab_label{text::Face::regular, 7.5, 0.4};
inline constexpr TextStyle small_tab_digits{text::Face::bold, 11.9, 0.3, true};
// On the rows and tiles of help lines.
inline constexpr TextStyle need{text::Face::bold, 9.1, 0.8};
inline constexpr TextStyle row_name{text::Face::regular, 6.8, 0.7};
inline constexpr TextStyle row_digits{text::Face::bold, 10.8, 0.6};
inline constexpr TextStyle prominent_need{text::Face::bold, 10.8, 0.8};
inline constexpr TextStyle prominent_digits{text::Face::bold, 13.8, 0.5};
inline constexpr TextStyle tile_digits{text::Face::bold, 16, 0.3};
// On a slip.
inline constexpr TextStyle slip_title{text::Face::bold, 11.6, 0.5};
inline constexpr TextStyle slip_digits{text::Face::bold, 47, 0.1, true};
inline constexpr TextStyle memory_hook{text::Face::bold, 13.8, 0.5};
inline constexpr TextStyle fact_label{text::Face::bold, 6.8, 0.7};
// What is said in a note.
inline constexpr TextStyle note_title{text::Face::bold, 12.2, 0.8};
inline constexpr TextStyle clock{text::Face::light, 66, 0};
inline constexpr TextStyle clock_date{text::Face::regular, 11.8, 0.6};
inline constexpr TextStyle school{text::Face::bold, 10.3, 0.6};
inline constexpr TextStyle start_hint{text::Face::regular, 8.6, 0.6};
// On the question "Are you still here?".
inline constexpr TextStyle small_clock{text::Face::light, 52, 0};
inline constexpr TextStyle countdown{text::Face::bold, 23, 0};
inline constexpr TextStyle question_lead{text::Face::bold, 11.6, 0.8};
} // namespace text_style

// How much of a line of digits is empty above and below them, in ems, so that other things may be
// that much closer. Only digits with tight leading leave what is there visible.
inline constexpr double digits_above_em = 0.17;
inline constexpr double digits_below_em = 0.2;

// Lengths that many widgets share, in millimeters of the interface.
namespace metric {
// The smallest side of any touch target.
inline constexpr double target = 20;
// The smallest side of a primary button, such as Hide.
inline constexpr double primary = 25;
// The gap between touch targets.
inline constexpr double gap = 4;
// The corner radius of cards and buttons.
inline constexpr double radius = 5.5;
// The space between the edge of a sheet and its content.
inline constexpr double padding = 8;
// A touch that moves farther than this is a drag and not a tap.
inline constexpr double drag = 3;
} // namespace metric

// How much larger than usual texts above the reachable area are, the largest first.
inline constexpr double enlargements[] = {1.6, 1.4, 1.2, 1};

// The smallest height of the reachable area, in millimeters of the panel. Every screen needs that
// much for its touch targets.
inline constexpr double min_reach_mm = 270;

// Converts the design to pixels for one panel, color scheme and text size.
class Theme {
public:
    // `text_size` is clamped to session::min_text_size to session::max_text_size.
    Theme(const Panel& panel, session::ColorScheme color_scheme, int text_size);

    const Panel& panel() const { return panel_; }
    const Palette& palette() const { return ui::palette(color_scheme_); }
    session::ColorScheme color_scheme() const { return color_scheme_; }

    // Converts millimeters of the interface to pixels.
    double px(double mm) const { return mm * px_per_mm_; }
    // Converts pixels to millimeters of the interface.
    double mm(double px) const { return px / px_per_mm_; }
    // Converts pixels to millimeters of the panel, as measured with a ruler on the glass.
    double panel_mm(double px) const { return px / px_per_panel_mm_; }
    // Returns the em of a text style in whole pixels, at least 4.
    int em(const TextStyle& style) const;
    // How much larger than at text size 1 a text with a growth of 1 is.
    double text_factor() const { return text_factor_; }
    // Whether texts are so large that there is no space for one beside another: from text size 3
    // on.
    bool has_large_text() const;
    // The size of the gaps of reading pages, relative to their usual size. A panel of 10 inches is
    // read from 40 cm, where capitals of 5 mm look as large as those of 7.3 mm do from 0.6 m. With
    // larger ones, its first page would have only two lines. For panels between 10 and 17 inches,
    // it is in between.
    double page_scale() const;
    // Returns the style of a text of a reading page, which is as much smaller as the gaps are, but
    // not smaller than the smallest style.
    TextStyle page_style(const TextStyle& style) const;
    // Returns the margin of a page in pixels.
    double margin() const;
    bool is_wide() const { return panel_.width_px > panel_.height_px; }
    // Whether there is no space for a header, so that its buttons are in the bottom bar.
    bool is_very_short() const;
    // Whether there is no space for a row of buttons below a slip, so that Back is in the bottom
    // bar.
    bool is_short() const;

    // The part of the screen that people can reach, in pixels from the top. It is the whole screen,
    // or the part between the heights of the mounting. If that part is lower than min_reach_mm, it
    // is the nearest part of the screen with that height.
    double reachable_top_px() const { return reachable_top_; }
    double reachable_bottom_px() const { return reachable_bottom_; }

private:
    Panel panel_;
    session::ColorScheme color_scheme_;
    double text_factor_;
    double px_per_panel_mm_;
    double px_per_mm_;
    double reachable_top_;
    double reachable_bottom_;
};

} // namespace ui
