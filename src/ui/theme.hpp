// The numbers of the design: sizes in millimetres, colours by look.
//
// A millimetre of the interface is a millimetre of the panel on panels of 10 to 24 inches. It shrinks on a
// smaller panel, which is read from nearer, and grows on a larger one, which is read from further away.
#pragma once

#include "render/color.hpp"
#include "content/content.hpp"
#include "session/state.hpp"
#include "text/typesetter.hpp"

#include <cstdint>
#include <optional>

namespace ui {

// A screen to lay out for.
struct Panel {
    int width_px = 1080;
    int height_px = 1920;
    double inches = 24; // diagonal
    std::optional<content::Mounting> mounting;

    bool operator==(const Panel&) const = default;
};

// A fill with the text and edge that go on it.
struct ComponentColors {
    render::Color fill, text, edge;
};

struct Palette {
    render::Color background;           // of the page
    render::Color text, secondary_text; // text; text of second rank
    render::Color accent;               // icons and marks on the ground
    render::Color divider;              // thin lines between items
    ComponentColors card, secondary_button, primary, hide, bar, note, paper, sheet;
    render::Color danger;      // the digits of 911, on paper
    render::Color perforation; // on paper
    render::Color focus_ring;  // the keyboard's ring
    render::Color scrim;       // what a page lies under while a slip or sheet is open
    render::Color cover_top;   // top of the cover's ground; its bottom is `ground`
};

const Palette& palette(session::ColorScheme color_scheme);

// A style of text. The em in millimetres at text size 1; `growth` is the share of a larger text size that it
// follows.
struct TextStyle {
    text::Face face = text::Face::regular;
    double em_mm = 10.3;
    double growth = 1;
    bool has_tight_leading = false; // lines of large letters stand nearer
};

namespace type {
// Capitals of Noto Sans are 0.714 em high: 10.3 mm give 7.3 mm, and 6.8 mm give 4.8 mm.
inline constexpr TextStyle headline{text::Face::bold, 21, 0.35, true};
inline constexpr TextStyle title{text::Face::bold, 19, 0.45, true};
inline constexpr TextStyle heading{text::Face::bold, 11.5, 0.8};
inline constexpr TextStyle lead{text::Face::regular, 11.8, 0.9};
inline constexpr TextStyle body{text::Face::regular, 10.3, 1};
inline constexpr TextStyle strong{text::Face::bold, 10.3, 1};
inline constexpr TextStyle card{text::Face::bold, 10.8, 0.7};
inline constexpr TextStyle compact_card{text::Face::bold, 7.4, 0.6}; // where there is little room for cards
inline constexpr TextStyle button{text::Face::bold, 8.6, 0.5};
inline constexpr TextStyle label{text::Face::regular, 7.4, 0.6};
inline constexpr TextStyle small_button{text::Face::bold, 6.8, 0.1};
inline constexpr TextStyle tab_digits{text::Face::bold, 16, 0.3};
inline constexpr TextStyle large_digits{text::Face::bold, 25, 0.1}; // of a number without a code
inline constexpr TextStyle small_digits{text::Face::bold, 12, 0.3};
inline constexpr TextStyle slip_digits{text::Face::bold, 36, 0.1, true};
inline constexpr TextStyle clock{text::Face::light, 66, 0};
} // namespace type

namespace size {
inline constexpr double target = 20;  // smallest side of anything to touch
inline constexpr double primary = 25; // of Hide and the like
inline constexpr double gap = 4;      // between targets
inline constexpr double radius = 5.5; // of cards
inline constexpr double padding = 8;  // inside a sheet
inline constexpr double drag = 3;     // of movement that makes a touch a drag
} // namespace size

inline constexpr double min_reach_mm = 270; // of the panel: room for what every screen has to be touched

class Theme {
public:
    Theme(const Panel& panel, session::ColorScheme color_scheme, int text_size);

    const Panel& panel() const { return panel_; }
    const Palette& palette() const { return ui::palette(color_scheme_); }
    session::ColorScheme color_scheme() const { return color_scheme_; }

    double px(double mm) const { return mm * px_per_mm_; } // of the interface
    double mm(double px) const { return px / px_per_mm_; }
    double panel_mm(double px) const { return px / px_per_panel_mm_; } // as a ruler on the glass has it
    int em(const TextStyle& style) const;                              // whole pixels
    double margin() const;                                             // of the page, pixels
    bool is_wide() const { return panel_.width_px > panel_.height_px; }
    bool is_very_short() const; // too low for a header: what it holds is in the bar
    bool is_short() const;      // too low for a row of buttons under a slip: the bar has the way back

    // What a hand reaches: the whole screen, or the part of it between the mounting's heights; where that is
    // less than least_reach_mm, the part next to it that is as high.
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
