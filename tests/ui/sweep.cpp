// Checks every screen on every panel, in every language and text size: nothing is too small, too
// close to something else, clipped or overlapping.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"
#include "ui/layout_check.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <set>

using namespace session;

namespace {

// Hide is on every screen, except where there is nothing to hide, and while the screen is cleaned.
bool should_have_hide(const preview::Screen& screen) {
    static const std::set<std::string> without_hide{"cover", "off-hours", "staff/cleaning"};
    return !without_hide.contains(screen.name);
}

bool has_hide_button(const ui::Kiosk& kiosk) {
    return std::any_of(kiosk.outline().begin(), kiosk.outline().end(),
                       [](const ui::OutlineNode& node) { return node.event == Event(Hide{}); });
}

void check_layout(const ui::Kiosk& kiosk, bool is_hide_expected, const std::string& where) {
    const std::string problems = test::LayoutCheck(kiosk).problems;
    CHECK_MESSAGE(problems.empty(), where << problems);
    CHECK_MESSAGE(has_hide_button(kiosk) == is_hide_expected, where);
}

// Checks a screen as it opens, and at its end if it can be scrolled.
void check_both_ends(const std::shared_ptr<const content::Content>& content,
                     const preview::Screen& screen, const std::string& language, int text_size,
                     const ui::Panel& panel) {
    const auto kiosk = preview::open_screen(
        content, screen, {language, ColorScheme::light, text_size, 0.0}, panel, test::typesetter());
    const std::string where = fmt::format("{}, {}, text size {}, {} inches, {} wide", screen.name,
                                          language, text_size, panel.inches, panel.width_px);
    check_layout(*kiosk, should_have_hide(screen), where + ":\n");
    if (kiosk->max_scroll_mm() <= 0) return;
    kiosk->dispatch(ScrollTo{kiosk->max_scroll_mm()}, preview::preview_time());
    check_layout(*kiosk, should_have_hide(screen), where + ", at the end:\n");
}

// Staff screens exist only in English and in one text size.
void sweep_staff(const ui::Panel& panel) {
    for (const preview::Screen& screen : preview::staff_screens())
        check_both_ends(test::real_content(), screen, "en", 1, panel);
}

void sweep(const ui::Panel& panel) {
    const auto content = test::real_content();
    for (const preview::Screen& screen : preview::content_screens(*content)) {
        for (const std::string& language : content->site.languages)
            for (int size = min_text_size; size <= max_text_size; ++size)
                check_both_ends(content, screen, language, size, panel);
    }
}

} // namespace

TEST_CASE("7 inch 800x480" * doctest::test_suite("sweep")) {
    sweep(test::panels[0]);
}
TEST_CASE("7 inch 480x800" * doctest::test_suite("sweep")) {
    sweep(test::panels[1]);
}
TEST_CASE("10.1 inch 1280x800" * doctest::test_suite("sweep")) {
    sweep(test::panels[2]);
}
TEST_CASE("10.1 inch 800x1280" * doctest::test_suite("sweep")) {
    sweep(test::panels[3]);
}
TEST_CASE("15.6 inch 1920x1080" * doctest::test_suite("sweep")) {
    sweep(test::panels[4]);
}
TEST_CASE("15.6 inch 1080x1920" * doctest::test_suite("sweep")) {
    sweep(test::panels[5]);
}
TEST_CASE("21.5 inch 1920x1080" * doctest::test_suite("sweep")) {
    sweep(test::panels[6]);
}
TEST_CASE("21.5 inch 1080x1920" * doctest::test_suite("sweep")) {
    sweep(test::panels[7]);
}
TEST_CASE("24 inch 1920x1080" * doctest::test_suite("sweep")) {
    sweep(test::panels[8]);
}
TEST_CASE("24 inch 1080x1920" * doctest::test_suite("sweep")) {
    sweep(test::panels[9]);
}
TEST_CASE("32 inch 1920x1080" * doctest::test_suite("sweep")) {
    sweep(test::panels[10]);
}
TEST_CASE("32 inch 1080x1920" * doctest::test_suite("sweep")) {
    sweep(test::panels[11]);
}
TEST_CASE("32 inch 3840x2160" * doctest::test_suite("sweep")) {
    sweep(test::panels[12]);
}
TEST_CASE("32 inch 2160x3840" * doctest::test_suite("sweep")) {
    sweep(test::panels[13]);
}
TEST_CASE("43 inch 3840x2160" * doctest::test_suite("sweep")) {
    sweep(test::panels[14]);
}
TEST_CASE("43 inch 2160x3840" * doctest::test_suite("sweep")) {
    sweep(test::panels[15]);
}

TEST_CASE("staff screens have no layout problems on any panel" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) sweep_staff(panel);
}

TEST_CASE("every text has a contrast ratio of at least 7 to 1 in every color scheme" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content({"en", "es"}, content::Place::nurse);
    for (const ColorScheme color_scheme :
         {ColorScheme::light, ColorScheme::dark, ColorScheme::high_contrast}) {
        for (const preview::Screen& screen : preview::all_screens(*content)) {
            CAPTURE(screen.name);
            const auto kiosk =
                preview::open_screen(content, screen, {"es", color_scheme}, {}, test::typesetter());
            for (const ui::OutlineNode& node : kiosk->outline()) {
                if (node.event || node.role == ui::Role::qr_code) continue;
                CAPTURE(node.text);
                CHECK(render::contrast_ratio(node.text_color, node.background) >= 7);
            }
        }
    }
}

TEST_CASE("icons and focus rings have a contrast ratio of at least 3 to 1 in every color scheme") {
    for (const ColorScheme color_scheme :
         {ColorScheme::light, ColorScheme::dark, ColorScheme::high_contrast}) {
        const ui::Palette& p = ui::palette(color_scheme);
        CHECK(render::contrast_ratio(p.accent, p.background) >= 3);
        CHECK(render::contrast_ratio(p.accent, p.card.fill) >= 3);
        CHECK(render::contrast_ratio(p.accent, p.paper.fill) >= 3);
        CHECK(render::contrast_ratio(p.accent, p.countdown_track) >= 3);
        CHECK(render::contrast_ratio(p.focus_ring, p.background) >= 3);
        CHECK(render::contrast_ratio(p.focus_ring, p.card.fill) >= 3);
        CHECK(render::contrast_ratio(p.focus_ring, p.paper.fill) >= 3);
        CHECK(render::contrast_ratio(p.focus_ring, p.bar.fill) >= 3);
    }
}

TEST_CASE("perforations and the edges of tabs have a contrast ratio of at least 3 to 1") {
    for (const ColorScheme color_scheme :
         {ColorScheme::light, ColorScheme::dark, ColorScheme::high_contrast}) {
        const ui::Palette& p = ui::palette(color_scheme);
        CHECK(render::contrast_ratio(p.perforation, p.paper.fill) >= 3);
        CHECK(render::contrast_ratio(p.perforation, p.strip_ground) >= 3);
        CHECK(render::contrast_ratio(p.perforation, p.background) >= 3);
        CHECK(render::contrast_ratio(p.inactive, p.background) >= 3);
        CHECK(render::contrast_ratio(p.inactive, p.paper.fill) >= 3);
    }
}

TEST_CASE("on a panel that is mounted high, every touch target of each page is within reach" *
          doctest::test_suite("sweep")) {
    const content::Mounting usual{700, 380, 1120}, high{900, 380, 1220};
    for (const ui::Panel& panel :
         {ui::Panel{1080, 1920, 32, usual}, ui::Panel{1080, 1920, 43, usual},
          ui::Panel{1920, 1080, 32, usual}, ui::Panel{1080, 1920, 43, high},
          ui::Panel{1920, 1080, 43, high}}) {
        const double bottom_mm = panel.mounting->bottom_mm;
        const double height =
            panel.height_px / std::hypot(panel.width_px, panel.height_px) * panel.inches * 25.4;
        const auto content = test::real_content();
        for (const preview::Screen& screen : preview::all_screens(*content)) {
            if (!should_have_hide(screen)) continue;
            INFO(screen.name, " ", panel.inches, " inches ", panel.width_px, " ", bottom_mm);
            const auto kiosk = preview::open_screen(content, screen, {}, panel, test::typesetter());
            std::vector<double> pages = kiosk->pages_mm();
            if (pages.empty()) pages.push_back(0);
            for (const double mm : pages) {
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    if (!node.event || node.visible_rect().h <= 0) continue;
                    CAPTURE(node.text);
                    const render::Rect rect = node.visible_rect();
                    CHECK(bottom_mm + height - kiosk->theme().panel_mm(rect.y) <=
                          panel.mounting->highest_mm + 1);
                    CHECK(bottom_mm + height - kiosk->theme().panel_mm(rect.bottom()) >= 379);
                }
            }
        }
    }
}

TEST_CASE("on a tall panel that is mounted high, the texts of home are above reach and the cards "
          "within") {
    for (ui::Panel panel : {ui::Panel{1080, 1920, 32, {}}, ui::Panel{2160, 3840, 43, {}}}) {
        panel.mounting = content::Mounting{700, 380, 1120};
        CAPTURE(panel.inches);
        const auto content = test::real_content();
        const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, "home"),
                                                {}, panel, test::typesetter());
        CHECK(test::LayoutCheck(*kiosk).problems == "");
        CHECK(kiosk->max_scroll_mm() == 0);
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.role == ui::Role::heading)
                CHECK(node.rect.bottom() < kiosk->theme().reachable_top_px());
    }
}

TEST_CASE("on a panel that is mounted out of reach, the screens use the nearest 270 mm") {
    for (const content::Mounting mounting :
         {content::Mounting{1300, 380, 1220}, content::Mounting{2000, 380, 400},
          content::Mounting{0, 1000, 1220}, content::Mounting{1150, 380, 1220}}) {
        CAPTURE(mounting.bottom_mm);
        ui::Panel panel{1080, 1920, 24, {}};
        if (mounting.lowest_mm == 1000)
            panel = {1920, 1080, 24, {}}; // its top is below the lowest reach
        panel.mounting = mounting;
        const ui::Theme theme(panel, ColorScheme::light, 1);
        CHECK(theme.reachable_top_px() >= 0);
        CHECK(theme.reachable_bottom_px() <= panel.height_px);
        CHECK(theme.panel_mm(theme.reachable_bottom_px() - theme.reachable_top_px()) > 269.9);
        const auto content = test::real_content();
        const preview::Screen home = preview::find_screen(*content, "home").value();
        std::set<std::string> reached;
        for (const double scroll_fraction : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const auto kiosk =
                preview::open_screen(content, home, {"", ColorScheme::light, 1, scroll_fraction},
                                     panel, test::typesetter());
            for (const ui::OutlineNode& node : kiosk->outline()) {
                if (!node.event || node.visible_rect().h <= 0) continue;
                CAPTURE(node.text);
                CHECK(node.visible_rect().y >= theme.reachable_top_px() - 1);
                CHECK(node.visible_rect().bottom() <= theme.reachable_bottom_px() + 1);
                const auto* open = std::get_if<OpenSection>(&*node.event);
                if (open != nullptr && node.visible_rect().h >= node.rect.h - 1)
                    reached.insert(open->id);
            }
        }
        for (const content::Section& section : content->sections) {
            CAPTURE(section.id);
            CHECK(reached.contains(section.id) ==
                  (section.audience == content::Audience::everyone));
        }
    }
}

TEST_CASE(
    "on panels of 10 inches and more, body text has capitals of 7.2 mm and labels of 4.8 mm") {
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 8) continue;
        const ui::Theme theme(panel, ColorScheme::light, 1);
        constexpr double capital_height_em = 0.714; // Noto Sans
        CHECK(theme.panel_mm(theme.em(ui::text_style::body) * capital_height_em) >= 7.2);
        CHECK(theme.panel_mm(theme.em(ui::text_style::label) * capital_height_em) >= 4.8);
        CHECK(theme.panel_mm(theme.em(ui::text_style::small_button) * capital_height_em) >= 4.7);
    }
}

TEST_CASE("the main message of a section is visible without scrolling on every panel" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const content::Section& section : content->sections) {
            if (section.audience == content::Audience::staff) continue;
            CAPTURE(section.id);
            CAPTURE(panel.width_px);
            CAPTURE(panel.inches);
            const auto screen = preview::find_screen(*content, "section/" + section.id);
            const auto kiosk =
                preview::open_screen(content, *screen, {}, panel, test::typesetter());
            const auto lead = std::find_if(
                kiosk->outline().begin(), kiosk->outline().end(),
                [&](const ui::OutlineNode& node) { return node.text == section.lead; });
            REQUIRE(lead != kiosk->outline().end());
            CHECK(lead->visible_rect().h >= lead->rect.h - 1);
        }
    }
}
