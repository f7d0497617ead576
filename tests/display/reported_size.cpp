#include "display/reported_size.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace {

using display::believable_inches;

struct Resolution {
    int width;
    int height;
};

constexpr std::array resolutions{Resolution{1920, 1080}, Resolution{1080, 1920},
                                 Resolution{3840, 2160}, Resolution{1920, 1200},
                                 Resolution{1280, 1024}, Resolution{800, 480}};

} // namespace

TEST_CASE("an aspect ratio is not believed, in any unit, orientation and resolution") {
    for (const auto& [long_side, short_side] :
         {std::pair{16, 9}, {16, 10}, {21, 9}, {32, 9}, {4, 3}, {5, 4}})
        for (const int unit_mm : {1, 10, 100})
            for (const Resolution& resolution : resolutions) {
                const bool can_be_a_monitor = unit_mm == 100 && short_side != 9 && long_side < 16;
                if (can_be_a_monitor) continue;
                const double width_mm = long_side * unit_mm, height_mm = short_side * unit_mm;
                CAPTURE(width_mm);
                CAPTURE(height_mm);
                CHECK_FALSE(
                    believable_inches({width_mm, height_mm, resolution.width, resolution.height}));
                CHECK_FALSE(
                    believable_inches({height_mm, width_mm, resolution.width, resolution.height}));
                CHECK_FALSE(believable_inches(
                    {width_mm + 0.3, height_mm - 0.3, resolution.width, resolution.height}));
            }
}

TEST_CASE("a size that is missing, negative or not a number is not believed") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double wrong : {0.0, -1.0, -527.0, nan, infinity, -infinity}) {
        CHECK_FALSE(believable_inches({wrong, 296, 1920, 1080}));
        CHECK_FALSE(believable_inches({527, wrong, 1920, 1080}));
        CHECK_FALSE(believable_inches({wrong, wrong, 1920, 1080}));
    }
}

TEST_CASE("a size that does not fit the resolution is not believed") {
    CHECK_FALSE(believable_inches({530, 400, 1920, 1080})); // 4:3 for 16:9
    CHECK_FALSE(believable_inches({400, 400, 1920, 1080}));
    CHECK_FALSE(believable_inches({154, 86, 7680, 4320})); // finer than any panel
    CHECK(believable_inches({154, 86, 1920, 1080}));
    CHECK(believable_inches({530, 400, 1600, 1200}));
}

TEST_CASE("only the sizes of touchscreens are believed") {
    CHECK_FALSE(believable_inches({34, 20, 1920, 1080}));
    CHECK_FALSE(believable_inches({109, 61, 1280, 720}));     // 4.9 inches
    CHECK_FALSE(believable_inches({2215, 1246, 3840, 2160})); // 100.1 inches
}

TEST_CASE("the sizes of real panels are believed, in millimeters, centimeters and portrait") {
    struct Display {
        double inches;
        int width_px, height_px;
    };
    for (const Display& display : {Display{7.0, 800, 480},
                                   {7.0, 1024, 600},
                                   {10.1, 1280, 800},
                                   {15.6, 1366, 768},
                                   {15.6, 1920, 1080},
                                   {17.0, 1280, 1024},
                                   {21.5, 1920, 1080},
                                   {23.0, 1920, 1080},
                                   {23.8, 2560, 1440},
                                   {32.0, 3840, 2160},
                                   {43.0, 3840, 2160},
                                   {55.0, 1920, 1080}}) {
        const double inches = display.inches;
        const int width_px = display.width_px, height_px = display.height_px;
        const double mm_per_px = inches * 25.4 / std::hypot(width_px, height_px);
        const double width_mm = width_px * mm_per_px, height_mm = height_px * mm_per_px;
        CAPTURE(inches);
        CAPTURE(width_px);
        const auto rounded = [](double mm, double unit_mm) {
            return std::round(mm / unit_mm) * unit_mm;
        };
        for (const double unit_mm : {1.0, 10.0}) {
            const double width = rounded(width_mm, unit_mm), height = rounded(height_mm, unit_mm);
            const double tolerance = unit_mm < 2 ? 0.01 : 0.06;
            for (const auto& size : {display::ReportedSize{width, height, width_px, height_px},
                                     {height, width, height_px, width_px},
                                     {width, height, height_px, width_px},
                                     {width, height, 0, 0}}) {
                const auto believed = believable_inches(size);
                REQUIRE(believed);
                CHECK(*believed == doctest::Approx(inches).epsilon(tolerance));
            }
        }
    }
}
