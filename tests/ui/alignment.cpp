// Checks that things side by side have the same size and are aligned, and that the most important
// ones are visible without scrolling.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace session;

namespace {

std::unique_ptr<ui::Kiosk> open_named_screen(const std::string& name, const ui::Panel& panel,
                                             const std::string& language = "en",
                                             int text_size = min_text_size) {
    const auto content = test::real_content();
    return preview::open_screen(content, *preview::find_screen(*content, name),
                                {language, ColorScheme::light, text_size}, panel,
                                test::typesetter());
}

// Returns the numbers on tabs and cards that open a slip, with their positions.
std::map<std::string, render::Rect> digits_of_tabs(const ui::Outline& outline) {
    std::map<std::string, render::Rect> digits;
    for (const ui::OutlineNode& node : outline) {
        if (node.role != ui::Role::digits || node.parent < 0) continue;
        const ui::OutlineNode& target = outline[static_cast<std::size_t>(node.parent)];
        if (target.event && std::holds_alternative<TearOff>(*target.event))
            digits[node.text] = node.rect;
    }
    return digits;
}

// Returns the sizes of the labels of the buttons in the bar, in pixels. Hide is left out, because
// it is larger.
std::set<int> bar_label_ems(const ui::Outline& outline) {
    std::set<int> ems;
    for (const ui::OutlineNode& node : outline) {
        if (node.event || node.parent < 0) continue;
        const ui::OutlineNode& target = outline[static_cast<std::size_t>(node.parent)];
        if (target.id.ends_with("##bar") && target.event != Event(Hide{}))
            ems.insert(node.layout->spec.em_px);
    }
    return ems;
}

// Returns whether a text of this size can be read: it has the smallest size of the interface, or
// nearly. A panel of 7 inches is read from close by.
bool is_readable(const ui::Theme& theme, int em_px) {
    constexpr double min_fraction = 0.93;
    return theme.panel().inches < 10 ||
           em_px >= std::floor(min_fraction * theme.px(ui::text_style::min_em_mm));
}

} // namespace

TEST_CASE(
    "the numbers on the strip have one size and are in one row, except 911, which has no QR code" *
    doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        for (const std::string language : {"en", "es", "ar"}) {
            CAPTURE(panel.width_px);
            CAPTURE(panel.inches);
            CAPTURE(language);
            const auto kiosk = open_named_screen("home", panel, language);
            auto digits = digits_of_tabs(kiosk->outline());
            REQUIRE(digits.erase("911") == 1);
            std::set<std::pair<double, double>> rows; // top and height
            for (const auto& [number, rect] : digits) rows.insert({rect.y, rect.h});
            CHECK(digits.size() >= 3);
            CHECK(rows.size() == 1);
        }
    }
}

TEST_CASE("a text that is not translated is aligned to the left on a right-to-left page, and all "
          "others to the right") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    const content::Section& section = *content->find_section("signs");
    for (content::Translation& translation : content->translations)
        translation.texts.erase(section.lead);
    const preview::Screen screen = *preview::find_screen(*content, "section/signs");
    const auto english = preview::open_screen(content, screen, {"en"}, {}, test::typesetter()),
               arabic = preview::open_screen(content, screen, {"ar"}, {}, test::typesetter());
    const auto is_lead = [&](const ui::OutlineNode& node) { return node.text == section.lead; };
    const auto lead = std::ranges::find_if(arabic->outline(), is_lead);
    REQUIRE(lead != arabic->outline().end());
    CHECK(lead->rect.x == std::ranges::find_if(english->outline(), is_lead)->rect.x);
    const auto title =
        std::ranges::find(arabic->outline(), ui::Role::heading, &ui::OutlineNode::role);
    const double width = arabic->theme().panel().width_px;
    CHECK(title->rect.right() == doctest::Approx(width - lead->rect.x).epsilon(0.005));
}

TEST_CASE(
    "the labels of the buttons in the bar have one size, which larger text never makes smaller" *
    doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        for (const std::string language : {"en", "es", "ar"}) {
            int previous_em = 0;
            for (int text_size = min_text_size; text_size <= max_text_size; ++text_size) {
                CAPTURE(panel.width_px);
                CAPTURE(panel.inches);
                CAPTURE(language);
                CAPTURE(text_size);
                const auto kiosk = open_named_screen("home", panel, language, text_size);
                const std::set<int> ems = bar_label_ems(kiosk->outline());
                REQUIRE(ems.size() == 1);
                CHECK(*ems.begin() >= previous_em);
                previous_em = *ems.begin();
                CHECK_MESSAGE(is_readable(kiosk->theme(), previous_em),
                              kiosk->theme().mm(previous_em));
            }
        }
    }
}

TEST_CASE("the labels on the strip have one size and end on one baseline" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        for (const std::string language : {"en", "es", "ar"}) {
            CAPTURE(panel.width_px);
            CAPTURE(panel.inches);
            CAPTURE(language);
            const auto kiosk = open_named_screen("home", panel, language);
            const ui::Outline& outline = kiosk->outline();
            std::set<std::pair<double, int>> labels; // baseline and size
            for (std::size_t i = 0; i < outline.size(); ++i) {
                const auto* tear =
                    outline[i].event ? std::get_if<TearOff>(&*outline[i].event) : nullptr;
                if (tear == nullptr) continue;
                const auto label = std::ranges::find_if(outline, [&](const ui::OutlineNode& node) {
                    return node.parent == static_cast<int>(i) && node.role == ui::Role::text;
                });
                REQUIRE(label != outline.end());
                CHECK_MESSAGE(is_readable(kiosk->theme(), label->layout->spec.em_px),
                              kiosk->theme().mm(label->layout->spec.em_px));
                // The lines of Arabic and Latin letters have different heights.
                const text::Line& last = label->layout->lines.back();
                const double baseline = label->rect.y + last.y + last.baseline;
                labels.insert({language == "ar" ? 0 : baseline, label->layout->spec.em_px});
            }
            CHECK(labels.size() == 1);
        }
    }
}

TEST_CASE("the numbers on the emergency card have one size and are in the rows of its cards" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.width_px);
        CAPTURE(panel.inches);
        std::set<double> tops, heights;
        const auto kiosk = open_named_screen("emergency", panel);
        for (const ui::OutlineNode& node : kiosk->outline()) {
            if (node.role != ui::Role::digits) continue;
            tops.insert(node.rect.y);
            heights.insert(node.rect.h);
        }
        CHECK(heights.size() == 1);
        const bool is_wide = panel.width_px > panel.height_px;
        CHECK(tops.size() == (is_wide ? 2 : 3));
    }
}

TEST_CASE(
    "the card of the help section is visible on the home screen without scrolling on every panel" *
    doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        for (const std::string language : {"en", "es", "ar"}) {
            CAPTURE(panel.width_px);
            CAPTURE(panel.inches);
            CAPTURE(language);
            const auto kiosk = open_named_screen("home", panel, language);
            const auto help = std::find_if(kiosk->outline().begin(), kiosk->outline().end(),
                                           [](const ui::OutlineNode& node) {
                                               return node.event == Event(OpenSection{"help"});
                                           });
            REQUIRE(help != kiosk->outline().end());
            CHECK(kiosk->theme().panel_mm(help->visible_rect().h) >= 12);
        }
    }
}

TEST_CASE("from 10 inches on, no text is smaller than the smallest of the interface" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content({"en", "es", "ar"});
    // Two lines of Arabic are so high that a small bar has no space for them and the icon.
    const auto is_exempt = [](const ui::OutlineNode& node) { return node.text == "إخفاء الشاشة"; };
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 10) continue;
        for (const std::string language : {"en", "es", "ar"}) {
            std::set<std::string> small;
            for (const preview::Screen& screen : preview::visitor_screens(*content)) {
                // Two languages are on its cards.
                if (screen.is_emergency) continue;
                const auto kiosk =
                    preview::open_screen(content, screen, {language}, panel, test::typesetter());
                for (const ui::OutlineNode& node : kiosk->outline())
                    if (node.layout && !is_exempt(node) &&
                        !is_readable(kiosk->theme(), node.layout->spec.em_px))
                        small.insert(fmt::format("  {}: {} ({:.1f} mm)\n", screen.name, node.text,
                                                 kiosk->theme().mm(node.layout->spec.em_px)));
            }
            std::string all;
            for (const std::string& text : small) all += text;
            CHECK_MESSAGE(all.empty(), panel.inches << " inches, " << panel.width_px << " wide, "
                                                    << language << ":\n"
                                                    << all);
        }
    }
}
