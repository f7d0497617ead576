// Tests where the languages are on the screen.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

using namespace session;

TEST_CASE("on a tall panel, the languages are in the lower half") {
    const auto content = test::real_content({"en", "es", "ar"});
    for (const ui::Panel& panel : test::panels) {
        if (panel.width_px > panel.height_px || panel.inches < 15) continue;
        CAPTURE(panel.inches);
        const auto kiosk =
            preview::open_screen(content, *preview::find_screen(*content, "languages"), {"en"},
                                 panel, test::typesetter());
        int language_count = 0;
        for (const ui::OutlineNode& node : kiosk->outline()) {
            if (!node.event || !std::holds_alternative<SelectLanguage>(*node.event)) continue;
            ++language_count;
            CHECK(node.rect.y >= panel.height_px / 2.0);
        }
        CHECK(language_count == 3);
    }
}

TEST_CASE("all of three languages are visible without scrolling on every panel" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content({"en", "es", "ar"});
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.inches);
        CAPTURE(panel.width_px);
        const auto kiosk =
            preview::open_screen(content, *preview::find_screen(*content, "languages"), {"en"},
                                 panel, test::typesetter());
        CHECK(kiosk->max_scroll_mm() == 0);
    }
}
