#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>

using namespace session;

namespace {

std::unique_ptr<ui::Kiosk> open_cover(const ui::Panel& panel, ColorScheme color_scheme,
                                      const std::string& school = "Lincoln Middle School") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.school = school;
    return preview::open_screen(content, *preview::find_screen(*content, "cover"),
                                {"en", color_scheme}, panel, test::typesetter());
}

const ui::OutlineNode& find_text(const ui::Kiosk& kiosk, const std::string& text) {
    const auto found = std::ranges::find_if(kiosk.outline(), [&](const ui::OutlineNode& node) {
        return node.text == text && !node.event;
    });
    REQUIRE(found != kiosk.outline().end());
    return *found;
}

int max_channel_difference(render::Color one, render::Color other) {
    return std::max(
        {std::abs(one.r - other.r), std::abs(one.g - other.g), std::abs(one.b - other.b)});
}

} // namespace

TEST_CASE("the gradient of the cover has no visible steps") {
    const ui::Panel panel = test::panels[9];
    for (const ColorScheme color_scheme : {ColorScheme::light, ColorScheme::dark}) {
        CAPTURE(color_scheme_name(color_scheme));
        const auto kiosk = open_cover(panel, color_scheme);
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        canvas.draw(*kiosk);
        int run = 0, longest_run = 0, largest_step = 0;
        for (int y = 1; y < panel.height_px; ++y) {
            const int step = max_channel_difference(canvas.pixel(0, y - 1), canvas.pixel(0, y));
            largest_step = std::max(largest_step, step);
            run = step == 0 ? run + 1 : 0;
            longest_run = std::max(longest_run, run);
        }
        CHECK(largest_step == 1);
        CHECK(longest_run < 40);
    }
}

TEST_CASE("the time on the cover is at 38 % of the height, unless the texts need the space") {
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 20) continue;
        CAPTURE(panel.width_px);
        CAPTURE(panel.inches);
        const auto kiosk = open_cover(panel, ColorScheme::light);
        const render::Rect time = find_text(*kiosk, "10:42").rect;
        CHECK((time.y + time.h / 2) / panel.height_px == doctest::Approx(0.38).epsilon(0.02));
    }
}

TEST_CASE("on a panel that is mounted high, the hint on the cover is within reach and the time is "
          "where it is on any panel") {
    ui::Panel panel = test::panels[15];
    const render::Rect time = find_text(*open_cover(panel, ColorScheme::light), "10:42").rect;
    panel.mounting = content::Mounting{700, 380, 1120};
    const auto kiosk = open_cover(panel, ColorScheme::light);
    CHECK(find_text(*kiosk, "Touch anywhere to start").rect.y > kiosk->theme().reachable_top_px());
    CHECK(find_text(*kiosk, "10:42").rect == time);
}

TEST_CASE("the long name of a school has lines of similar length on the cover") {
    const std::string school = "The Abraham Lincoln Middle School of Science and the Arts";
    const auto kiosk = open_cover(test::panels[9], ColorScheme::light, school);
    const render::Rect rect = find_text(*kiosk, school).rect;
    CHECK(rect.h > 1.5 * kiosk->theme().em(ui::text_style::school));
    CHECK(rect.w < 0.7 * (test::panels[9].width_px - 2 * kiosk->theme().margin()));
}
