// Lengths as people write them.
#pragma once

#include <optional>
#include <string_view>

namespace commands::setup {

struct Length {
    double mm = 0;
    // False for a number alone, which is then in `default_unit_mm`.
    bool has_unit = false;
};

// Understands millimeters, centimeters, meters, inches and feet, as in "24", "24 in", "23.8\"",
// "23 1/2 inches", "2 ft 6 in", "2' 6\"", "76 cm" and "0,76 m". Returns nullopt for anything else.
std::optional<Length> parse_length(std::string_view text, double default_unit_mm);

inline constexpr double mm_per_inch = 25.4;

} // namespace commands::setup
