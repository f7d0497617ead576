// What is seen of a card or a list that is on two pages.
#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/section_screens.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace session;

TEST_CASE("no page of a list begins or ends with the line between two of its items") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[0], test::panels[2], test::panels[9]}) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : test::section_screens(*content)) {
            // The edges of cards have the same color, and these sections have none.
            if (!screen.name.starts_with("section/signs")) continue;
            const auto kiosk = preview::open_screen(content, screen, {}, panel, test::typesetter());
            const render::Color divider = ui::palette(ColorScheme::light).divider;
            for (const double mm : kiosk->pages_mm()) {
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                canvas.draw(*kiosk);
                render::Rect clip;
                double first = panel.height_px, last = 0; // of the texts
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    if (!node.is_scrollable || !node.layout || node.visible_rect().h < 2) continue;
                    clip = node.clip;
                    first = std::min(first, node.visible_rect().y);
                    last = std::max(last, node.visible_rect().bottom());
                }
                const int x = static_cast<int>(clip.x + clip.w / 2);
                const auto has_divider = [&](double top, double bottom) {
                    for (int y = static_cast<int>(top); y < static_cast<int>(bottom); ++y)
                        if (canvas.pixel(x, y) == divider) return true;
                    return false;
                };
                CHECK_MESSAGE(!has_divider(clip.y, first), screen.name << " at " << mm);
                CHECK_MESSAGE(!has_divider(last, clip.bottom()), screen.name << " at " << mm);
            }
        }
    }
}

TEST_CASE("a card that continues on another page has an edge at the end of each page") {
    const auto content = test::real_content();
    const ui::ComponentColors card = ui::palette(ColorScheme::light).card;
    int below_count = 0, above_count = 0;
    for (const ui::Panel& panel : {test::panels[2], test::panels[6], test::panels[9]}) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : test::section_screens(*content)) {
            if (!screen.name.starts_with("section/you")) continue;
            const auto kiosk = preview::open_screen(content, screen, {"en", ColorScheme::light, 4},
                                                    panel, test::typesetter());
            for (const double mm : kiosk->pages_mm()) {
                INFO(screen.name, " at ", mm, " mm on ", panel.inches, " inches");
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                canvas.draw(*kiosk);
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    if (!node.is_scrollable || !node.layout || node.visible_rect().h < 2) continue;
                    const int x = static_cast<int>(node.rect.x) - 4;
                    // Follows the color of the card beyond what is visible of the column, which may
                    // begin at the top of the screen.
                    const auto end_color = [&](double from, int step) {
                        int y = static_cast<int>(from);
                        while (canvas.pixel(x, y) == card.fill) y += step;
                        // At a round corner, the first pixel is a mixture.
                        return canvas.pixel(x, y + step);
                    };
                    const double top = node.clip.y + 1, bottom = node.clip.bottom() - 2;
                    if (canvas.pixel(x, static_cast<int>(bottom)) == card.fill)
                        ++below_count, CHECK(end_color(bottom, 1) == card.edge);
                    if (node.clip.y > 0 && canvas.pixel(x, static_cast<int>(top)) == card.fill)
                        ++above_count, CHECK(end_color(top, -1) == card.edge);
                }
            }
        }
    }
    CHECK(below_count > 0);
    CHECK(above_count > 0);
}

TEST_CASE("a card or a list that goes on has its title on the next page, too") {
    const auto content = test::real_content();
    const auto titles_on_page = [&](const char* name, std::size_t page) {
        const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, name), {},
                                                test::panels[9], test::typesetter());
        REQUIRE(kiosk->pages_mm().size() > page);
        kiosk->dispatch(ScrollTo{kiosk->pages_mm()[page]}, preview::preview_time());
        std::vector<std::string> titles;
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.role == ui::Role::heading && !node.is_scrollable) titles.push_back(node.text);
        return titles;
    };
    using Titles = std::vector<std::string>;
    CHECK(titles_on_page("section/you", 0) == Titles{});
    CHECK(titles_on_page("section/you", 1) ==
          Titles{"Watched, or afraid", "If this is you: Your life"});
    CHECK(titles_on_page("section/signs", 1) ==
          Titles{"A young person may:", "Warning signs: Sex trafficking"});
    CHECK(titles_on_page("section/friend", 1) == Titles{"Helping a friend"});
    CHECK(titles_on_page("section/friend", 2) ==
          Titles{"There are good reasons:", "Helping a friend"});
}

TEST_CASE("nothing of the card before or after a page is seen on it") {
    const auto content = test::real_content();
    const render::Color background = ui::palette(ColorScheme::light).background;
    int page_count = 0;
    for (const ui::Panel& panel : {test::panels[3], test::panels[6], test::panels[9]}) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : test::section_screens(*content)) {
            if (!screen.name.starts_with("section/you")) continue;
            const auto kiosk = preview::open_screen(content, screen, {}, panel, test::typesetter());
            // What is drawn of a divided card beyond the page, and the free space above a page.
            const double below_mm = 2.5, above_mm = 1.2;
            for (const double mm : kiosk->pages_mm()) {
                INFO(screen.name, " at ", mm, " mm on ", panel.inches, " inches");
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                canvas.draw(*kiosk);
                const auto text =
                    std::ranges::find_if(kiosk->outline(), [](const ui::OutlineNode& node) {
                        return node.is_scrollable && node.layout && node.visible_rect().h > 2;
                    });
                REQUIRE(text != kiosk->outline().end());
                const int x = static_cast<int>(text->clip.x + text->clip.w / 2);
                const auto check_beyond = [&](double edge, int step, double mm_beyond) {
                    const int from = static_cast<int>(edge);
                    const int end_px = static_cast<int>(kiosk->theme().px(mm_beyond));
                    if (from < end_px || canvas.pixel(x, from) != background) return;
                    ++page_count;
                    for (int i = 1; i <= end_px; ++i)
                        CHECK(canvas.pixel(x, from + i * step) == background);
                };
                check_beyond(text->clip.bottom() - 1, 1, below_mm);
                check_beyond(text->clip.y, -1, above_mm);
            }
        }
    }
    CHECK(page_count > 0);
}
