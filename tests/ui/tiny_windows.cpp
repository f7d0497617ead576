// A window on a desktop can be made as small as a single pixel. Every screen must then draw what it
// can, and must not end the program with a failed assertion.
#include "preview/offscreen_canvas.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <vector>

using namespace session;

namespace {

// In pixels. All sides from 1 to 64 take more than a minute.
constexpr std::array tiny_sides{1, 3, 24, 64};

// Draws every screen in windows whose size depends on a tiny side, each screen with two of the
// sides. All text sizes, an English and a mirrored page, and both ends of scrolling take turns.
void draw_in_tiny_windows(const std::function<ui::Panel(int)>& panel_for_side) {
    const auto content = test::real_content({"en", "ar"});
    const std::vector<preview::Screen> screens = preview::all_screens(*content);
    for (std::size_t i = 0; i < tiny_sides.size(); ++i) {
        const int side = tiny_sides[i];
        const ui::Panel panel = panel_for_side(side);
        CAPTURE(panel.width_px);
        CAPTURE(panel.height_px);
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (std::size_t each = i % 2; each < screens.size(); each += 2) {
            const preview::Screen& screen = screens[each];
            CAPTURE(screen.name);
            const int turn = side + static_cast<int>(each);
            const preview::ViewOptions options{
                turn % 3 == 0 ? "ar" : "en", static_cast<ColorScheme>(turn % 2),
                min_text_size + turn % (max_text_size + 1 - min_text_size), turn % 2 * 1.0};
            const auto kiosk =
                preview::open_screen(content, screen, options, panel, test::typesetter());
            canvas.draw(*kiosk);
            const base::ClockReading now = preview::preview_time();
            for (const double fraction : {0.0, 0.5, 1.0}) {
                const double x = fraction * (panel.width_px - 1),
                             y = fraction * (panel.height_px - 1);
                kiosk->handle_touch({ui::TouchPhase::down, x, y}, now);
                kiosk->handle_touch({ui::TouchPhase::move, 0, panel.height_px - 1 - y}, now);
                kiosk->handle_touch({ui::TouchPhase::up, x, y}, now);
            }
            kiosk->handle_wheel(25, now);
            kiosk->handle_key(ui::Key::next, now);
            kiosk->handle_key(ui::Key::activate, now);
            canvas.draw(*kiosk);
            kiosk->release_textures();
        }
    }
}

} // namespace

TEST_CASE("every screen draws what it can in a tiny square window" * doctest::test_suite("sweep")) {
    draw_in_tiny_windows([](int side) { return ui::Panel{side, side, 24, {}}; });
}
TEST_CASE("every screen draws what it can in a window of a few columns" *
          doctest::test_suite("sweep")) {
    draw_in_tiny_windows([](int side) { return ui::Panel{side, 1024, 24, {}}; });
}
TEST_CASE("every screen draws what it can in a window of a few rows" *
          doctest::test_suite("sweep")) {
    draw_in_tiny_windows([](int side) { return ui::Panel{1280, side, 24, {}}; });
}
TEST_CASE("every screen draws what it can in a tiny window on a mounted 7 inch panel" *
          doctest::test_suite("sweep")) {
    draw_in_tiny_windows([](int side) {
        return ui::Panel{side, 65 - side, 7, content::Mounting{760, 380, 1220}};
    });
}
