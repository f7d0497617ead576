// Tests where the languages are on the screen, and what it says of their translations.
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

TEST_CASE("a language says in its own words that its translation is a draft") {
    auto content = std::make_shared<content::Content>(*test::real_content({"en", "es", "ar"}));
    const auto has_text = [&](const std::string& text, const ui::Panel& panel) {
        const auto kiosk =
            preview::open_screen(content, *preview::find_screen(*content, "languages"), {"en"},
                                 panel, test::typesetter());
        return std::ranges::count(kiosk->outline(), text, &ui::OutlineNode::text) > 0;
    };
    const std::string spanish = "Esta traducción es un borrador. Nadie la ha revisado todavía.",
                      arabic = "هذه الترجمة مسودة. لم يراجعها أحد بعد.";
    for (const std::string& note : {spanish, arabic})
        for (const ui::Panel& panel : {test::panels[3], test::panels[6], test::panels[9]})
            CHECK_MESSAGE(has_text(note, panel), note << " on " << panel.inches << " inches");
    CHECK_FALSE(has_text("This translation is a draft. Nobody has reviewed it yet.", {}));
    for (content::Translation& translation : content->translations)
        if (translation.code == "es") translation.reviewed_by = "A reader";
    CHECK_FALSE(has_text(spanish, test::panels[9]));
    CHECK(has_text(arabic, test::panels[9]));
}
