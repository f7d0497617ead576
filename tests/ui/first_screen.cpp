// Checks what is visible without scrolling on every panel: the home screen, the hotline and the
// facts of a slip.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

using namespace session;

namespace {

const char* const languages[] = {"en", "es", "ar"};

std::string where(const ui::Panel& panel, const std::string& screen, const std::string& language,
                  int text_size = 1) {
    return fmt::format("{} inch {}x{}, {}, {}, text size {}", panel.inches, panel.width_px,
                       panel.height_px, screen, language, text_size);
}

std::unique_ptr<ui::Kiosk> open(const std::string& screen, const ui::Panel& panel,
                                const std::string& language, int text_size = 1) {
    const auto content = test::real_content();
    return preview::open_screen(content, *preview::find_screen(*content, screen),
                                {language, ColorScheme::light, text_size}, panel,
                                test::typesetter());
}

bool is_whole(const ui::OutlineNode& node) {
    return node.visible_rect().h >= node.rect.h - 1;
}

bool shows_whole_text(const ui::Kiosk& kiosk, const std::string& text) {
    return std::ranges::any_of(kiosk.outline(), [&](const ui::OutlineNode& node) {
        return !node.event && node.text.find(text) != std::string::npos && is_whole(node);
    });
}

} // namespace

TEST_CASE("the home screen scrolls on no panel, in no text size" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels)
        for (const std::string language : languages)
            for (const int text_size : {1, 2, 3, 4})
                CHECK_MESSAGE(open("home", panel, language, text_size)->max_scroll_mm() == 0,
                              where(panel, "home", language, text_size));
}

TEST_CASE("Get help shows the hotline without scrolling in every text size" *
          doctest::test_suite("sweep")) {
    const std::string number =
        test::real_content()->find_help_line("hotline")->call->display_text();
    const auto check = [&](const ui::Panel& panel, const std::string& language, int text_size) {
        // The high lines of the largest Arabic texts have no space for it, but the strip has its
        // tab.
        if (language == "ar" && text_size == 4 && panel.inches < 20) return;
        const auto kiosk = open("section/help", panel, language, text_size);
        const auto digits =
            std::ranges::find_if(kiosk->outline(), [&](const ui::OutlineNode& node) {
                return node.role == ui::Role::digits && node.text == number;
            });
        REQUIRE(digits != kiosk->outline().end());
        const ui::OutlineNode& row = kiosk->outline().at(static_cast<std::size_t>(digits->parent));
        CHECK_MESSAGE(is_whole(row), where(panel, "section/help", language, text_size));
    };
    for (const ui::Panel& panel : test::panels)
        for (const std::string language : languages)
            for (const int text_size : {1, 2, 3, 4}) check(panel, language, text_size);
}

TEST_CASE("on the smallest panels, Get help shows at least one help line without scrolling") {
    for (const ui::Panel& panel : {test::panels[0], test::panels[1]}) {
        const auto kiosk = open("section/help", panel, "en");
        CHECK_MESSAGE(std::ranges::any_of(kiosk->outline(),
                                          [](const ui::OutlineNode& node) {
                                              return node.role == ui::Role::digits &&
                                                     node.is_scrollable && is_whole(node);
                                          }),
                      where(panel, "section/help", "en"));
    }
}

TEST_CASE("a slip shows all of its facts without scrolling on panels of 21 inches and more" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 21) continue;
        for (const preview::Screen& screen : preview::visitor_screens(*content)) {
            if (!screen.state.slip) continue;
            for (const std::string language : languages)
                CHECK_MESSAGE(open(screen.name, panel, language)->max_scroll_mm() == 0,
                              where(panel, screen.name, language));
        }
    }
}

TEST_CASE("on 15.6 inches, a slip shows who answers, the cost and what is private without "
          "scrolling" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[4], test::panels[5]}) {
        for (const content::HelpLine& line : content->help_lines) {
            if (line.is_held() || line.audience == content::Audience::staff) continue;
            for (const std::string language : languages) {
                const auto kiosk = open("slip/" + line.id, panel, language);
                for (const std::string& fact : {line.answers, line.cost, line.reports}) {
                    const std::string text(
                        content->translation_or_default(language).translate(fact));
                    CHECK_MESSAGE(shows_whole_text(*kiosk, text), where(panel, line.id, language)
                                                                      << ": " << fact);
                }
            }
        }
    }
}
