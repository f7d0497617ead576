// Positions, sizes and colors on paper. Lengths are in millimeters from the top left corner of the
// page, sizes of type in points.
#pragma once

namespace print {

inline constexpr double mm_per_point = 25.4 / 72;

struct Rect {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    Rect inset(double dx, double dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
};

// Each component is from 0 to 1.
struct Color {
    double r = 0;
    double g = 0;
    double b = 0;
};

namespace color {

inline constexpr Color black{0, 0, 0};
inline constexpr Color white{1, 1, 1};
inline constexpr Color ink{0.082, 0.133, 0.169};  // the color of texts on the screen
inline constexpr Color teal{0.039, 0.310, 0.361}; // its accent
inline constexpr Color pale{0.890, 0.941, 0.941}; // behind icons; nearly white on a copy
inline constexpr Color edge{0.753, 0.706, 0.620}; // around cards
inline constexpr Color gray{0.271, 0.322, 0.357}; // of what may fade

} // namespace color

enum class Paper { letter, a4 };

// Upright.
struct PageSize {
    double width_mm = 0;
    double height_mm = 0;
};

constexpr PageSize page_size(Paper paper) {
    return paper == Paper::letter ? PageSize{215.9, 279.4} : PageSize{210, 297};
}

} // namespace print
