// Tests how the home screen uses the space of its panel.
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

std::string where(const ui::Panel& panel, const std::string& language, int text_size) {
    return fmt::format("{} inches, {} wide, {}, text size {}", panel.inches, panel.width_px,
                       language, text_size);
}

} // namespace

TEST_CASE("the titles of the cards grow with the text size on panels of 15 inches and more") {
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 15) continue;
        const int normal = title_px(*open_home(panel, "en")),
                  largest = title_px(*open_home(panel, "en", max_text_size));
        CHECK_MESSAGE(largest > 1.1 * normal, where(panel, "en", max_text_size)
                                                  << ": " << normal << " to " << largest);
    }
}

TEST_CASE("a title that is longer than the others wraps before all titles shrink") {
    for (const ui::Panel& panel : {test::panels[0], test::panels[1]}) {
        const int english = title_px(*open_home(panel, "en")),
                  spanish = title_px(*open_home(panel, "es"));
        CHECK_MESSAGE(spanish >= 0.85 * english, where(panel, "es", 1)
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

TEST_CASE("texts fill at least a quarter of the height of the cards") {
    for (const ui::Panel& panel : test::panels) {
        for (const std::string language : {"en", "es"}) {
            for (const int text_size : {min_text_size, max_text_size}) {
                const auto kiosk = open_home(panel, language, text_size);
                double filled = 0, all = 0;
                for (const Card& card : cards(kiosk->outline())) {
                    for (const ui::OutlineNode* text : card.texts) filled += text->rect.h;
                    all += card.rect.h;
                }
                CHECK_MESSAGE(filled > 0.25 * all, where(panel, language, text_size)
                                                       << ": " << filled / all);
            }
        }
    }
}
