// Tests how the home screen uses the space of its panel.
#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace session;

namespace {

std::unique_ptr<ui::Kiosk> open_home(const ui::Panel& panel, const std::string& language,
                                     int text_size = min_text_size) {
    const auto content = test::real_content();
    return preview::open_screen(content, *preview::find_screen(*content, "home"),
                                {language, ColorScheme::light, text_size}, panel,
                                test::typesetter());
}

bool opens_section(const ui::OutlineNode& node) {
    return node.event && std::holds_alternative<OpenSection>(*node.event);
}

// The cards, each with its texts: the title, and the subtitle if there is one.
struct Card {
    render::Rect rect;
    std::vector<const ui::OutlineNode*> texts;
};

std::vector<Card> cards(const ui::Outline& outline) {
    std::vector<Card> cards;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        if (!opens_section(outline[i])) continue;
        Card& card = cards.emplace_back(Card{outline[i].rect, {}});
        for (const ui::OutlineNode& node : outline)
            if (node.parent == static_cast<int>(i)) card.texts.push_back(&node);
    }
    return cards;
}

int title_px(const ui::Kiosk& kiosk) {
    return cards(kiosk.outline()).front().texts.front()->layout->spec.em_px;
}

// Returns the height of the largest part of a card above its texts that has nothing in it, in
// pixels.
int hole_height(const preview::OffscreenCanvas& canvas, const Card& card) {
    const render::Rect inner = card.rect.inset(card.rect.h * 0.1);
    const int left = static_cast<int>(inner.x), right = static_cast<int>(inner.right()),
              top = static_cast<int>(inner.y);
    const int bottom = static_cast<int>(card.texts.front()->rect.y);
    int hole = 0, largest = 0;
    for (int y = top; y < bottom; ++y) {
        bool is_empty = true;
        for (int x = left + 1; x < right && is_empty; ++x)
            is_empty = canvas.pixel(x, y) == canvas.pixel(left, y);
        hole = is_empty ? hole + 1 : 0;
        largest = std::max(largest, hole);
    }
    return largest;
}

std::string where(const ui::Panel& panel, const std::string& language, int text_size) {
    return fmt::format("{} inches, {} wide, {}, text size {}", panel.inches, panel.width_px,
                       language, text_size);
}

} // namespace

TEST_CASE(
    "from 15.6 inches up, the titles of the cards grow with the text size by a twelfth or more" *
    doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        // On a smaller panel, nothing grows at the cost of home fitting on the screen.
        if (panel.inches < 15.6) continue;
        for (const std::string language : {"en", "es", "ar"}) {
            const int normal = title_px(*open_home(panel, language)),
                      largest = title_px(*open_home(panel, language, max_text_size));
            CHECK_MESSAGE(12 * largest >= 13 * normal, where(panel, language, max_text_size)
                                                           << ": " << normal << " to " << largest);
        }
    }
}

TEST_CASE("a title that is longer than the others wraps before all titles shrink") {
    for (const ui::Panel& panel : {test::panels[0], test::panels[1]}) {
        const int english = title_px(*open_home(panel, "en")),
                  spanish = title_px(*open_home(panel, "es"));
        CHECK_MESSAGE(spanish >= 0.8 * english, where(panel, "es", 1)
                                                    << ": " << english << " and " << spanish);
    }
}

TEST_CASE("the cards beside the texts are equally high") {
    for (const ui::Panel& panel : {test::panels[6], test::panels[8], test::panels[10]}) {
        std::set<double> heights;
        const auto kiosk = open_home(panel, "en");
        for (const Card& card : cards(kiosk->outline())) heights.insert(std::round(card.rect.h));
        CHECK_MESSAGE(*heights.rbegin() - *heights.begin() <= 2, where(panel, "en", 1));
    }
}

TEST_CASE("no card has a hole higher than a third of it between its icon and its title" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const std::string language : {"en", "es", "ar"}) {
            for (const int text_size : {min_text_size, max_text_size}) {
                const auto kiosk = open_home(panel, language, text_size);
                canvas.draw(*kiosk);
                for (const Card& card : cards(kiosk->outline()))
                    CHECK_MESSAGE(hole_height(canvas, card) <= card.rect.h / 3,
                                  where(panel, language, text_size)
                                      << ": " << card.texts.front()->text);
            }
        }
    }
}

TEST_CASE("from 15.6 inches up, every card has its subtitle" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 15.6) continue;
        for (const std::string language : {"en", "es", "ar"}) {
            // On a narrow panel, longer subtitles leave too little space for the titles.
            const bool is_narrow = panel.inches < 20 && panel.width_px < panel.height_px;
            if (is_narrow && language != "en") continue;
            const auto kiosk = open_home(panel, language);
            for (const Card& card : cards(kiosk->outline()))
                CHECK_MESSAGE(card.texts.size() == 2, where(panel, language, min_text_size)
                                                          << ": " << card.texts.front()->text);
        }
    }
}

TEST_CASE("the last sentence of the line below the headline begins a line on a wide panel") {
    const auto kiosk = open_home(test::panels[6], "en");
    const std::string& text = kiosk->content().home.line;
    const auto line = std::ranges::find(kiosk->outline(), text, &ui::OutlineNode::text);
    REQUIRE(line != kiosk->outline().end());
    std::string last;
    for (const text::Run& run : line->layout->lines.back().runs) last += run.text;
    CHECK(last == "You can get help.");
}
