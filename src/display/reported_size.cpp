#include "display/reported_size.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace display {

namespace {

// The limits of `panel` in site.yaml.
constexpr double min_inches = 5;
constexpr double max_inches = 100;
// The sharpest panels of this size are those of phones.
constexpr double max_dots_per_inch = 600;
// Sizes in whole centimeters, and pixels that are not quite square, differ by less.
constexpr double max_aspect_error = 1.2;

// Returns whether the size is an aspect ratio in millimeters, centimeters or decimeters. 4:3 and
// 5:4 are not in this list, because there were monitors of 400 x 300 mm.
bool is_aspect_ratio(double long_mm, double short_mm) {
    constexpr std::array ratios{std::pair{16, 9}, std::pair{16, 10}, std::pair{21, 9},
                                std::pair{32, 9}};
    return std::ranges::any_of(ratios, [=](const std::pair<int, int>& ratio) {
        return std::ranges::any_of(std::array{1, 10, 100}, [=](int unit_mm) {
            return std::lround(long_mm) == ratio.first * unit_mm &&
                   std::lround(short_mm) == ratio.second * unit_mm;
        });
    });
}

} // namespace

std::optional<double> believable_inches(const ReportedSize& size) {
    const bool has_size = std::isfinite(size.width_mm) && std::isfinite(size.height_mm) &&
                          size.width_mm > 0 && size.height_mm > 0;
    if (!has_size) return std::nullopt;
    const auto [short_mm, long_mm] = std::minmax(size.width_mm, size.height_mm);
    const double inches = std::hypot(long_mm, short_mm) / 25.4;
    if (is_aspect_ratio(long_mm, short_mm) || inches < min_inches || inches > max_inches)
        return std::nullopt;
    if (size.width_px <= 0 || size.height_px <= 0) return inches;
    const auto [short_px, long_px] = std::minmax(size.width_px, size.height_px);
    const double aspect_error = (long_mm / short_mm) / (1.0 * long_px / short_px);
    if (aspect_error > max_aspect_error || aspect_error < 1 / max_aspect_error) return std::nullopt;
    if (std::hypot(long_px, short_px) > max_dots_per_inch * inches) return std::nullopt;
    return inches;
}

} // namespace display
