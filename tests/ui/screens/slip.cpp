// Tests the order of the texts on a slip, and what it keeps on all panels.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace session;
using test::TestVisitor;

namespace {

// Returns the vertical position of a text on the slip in pixels, or -1 if it is not there.
double y_of_text(const TestVisitor& visitor, std::string_view text) {
    for (const ui::OutlineNode& node : visitor.kiosk.outline())
        if (node.text.starts_with(text) && !node.event) return node.rect.y;
    return -1;
}

TestVisitor visitor_with_advice(const std::string& id, const std::string& advice) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    std::ranges::find(content->help_lines, id, &content::HelpLine::id)->advice = advice;
    content->strip = {{id, false, "", ""}};
    return TestVisitor({}, content);
}

std::unique_ptr<ui::Kiosk> open(const std::string& name, const ui::Panel& panel,
                                const preview::ViewOptions& options) {
    const auto content = test::real_content({"en", "es", "ar"});
    return preview::open_screen(content, *preview::find_screen(*content, name), options, panel,
                                test::typesetter());
}

// Returns the places of the switch between calling and texting, and of the QR code.
std::vector<render::Rect> places(const ui::Kiosk& kiosk) {
    std::vector<render::Rect> rects;
    for (const ui::OutlineNode& node : kiosk.outline()) {
        const bool is_switch = node.event && std::holds_alternative<ShowContact>(*node.event);
        const bool is_code =
            node.role == ui::Role::qr_code && node.screen_part == ui::ScreenPart::page;
        if (is_switch || is_code) rects.push_back(node.rect);
    }
    return rects;
}

const std::set<std::string> labels{"Who answers", "When, cost",          "When",       "Cost",
                                   "Private?",    "Languages",           "Your phone", "No phone?",
                                   "Also",        "Keep it in your head"};

// Returns where a text is in the order from top to bottom. A label is before the text beside it.
double order(const ui::OutlineNode* node) {
    return labels.contains(node->text) ? node->rect.y - node->rect.h : node->rect.y;
}

// Returns the texts of each page of a slip of which something can be seen, from top to bottom.
std::vector<std::vector<std::string>> pages(ui::Kiosk& kiosk) {
    std::vector<double> offsets = kiosk.pages_mm();
    if (offsets.empty()) offsets.push_back(0);
    std::vector<std::vector<std::string>> pages;
    for (const double mm : offsets) {
        kiosk.dispatch(ScrollTo{mm}, preview::preview_time());
        std::vector<const ui::OutlineNode*> nodes;
        for (const ui::OutlineNode& node : kiosk.outline())
            if (node.layout && !node.event && node.visible_rect().h > 2) nodes.push_back(&node);
        std::ranges::stable_sort(nodes, {}, order);
        pages.emplace_back();
        for (const ui::OutlineNode* node : nodes)
            if (node->is_scrollable || offsets.size() == 1) pages.back().push_back(node->text);
    }
    return pages;
}

} // namespace

TEST_CASE("nothing moves when a visitor goes from the number to call to the one to text" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        for (const preview::ViewOptions& options :
             {preview::ViewOptions{"en"}, preview::ViewOptions{"es"}, preview::ViewOptions{"ar"},
              preview::ViewOptions{"en", ColorScheme::light, 4}}) {
            CAPTURE(panel.inches);
            CAPTURE(panel.width_px);
            CAPTURE(options.language);
            for (const std::string name : {"slip/hotline", "slip/rainn"}) {
                const auto call = places(*open(name, panel, options));
                CHECK(call.size() == 3);
                CHECK(call == places(*open(name + "/text", panel, options)));
            }
        }
    }
}

TEST_CASE("a slip helps to remember the number that it shows, and no other" *
          doctest::test_suite("sweep")) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    std::ranges::find(content->help_lines, "rainn", &content::HelpLine::id)->remember_text = "";
    for (const ui::Panel& panel :
         {test::panels[0], test::panels[2], test::panels[4], test::panels[6], test::panels[9]})
        for (const content::HelpLine& line : content->help_lines)
            for (const bool is_text : {false, true}) {
                if (!line.has_two_numbers()) continue;
                preview::Screen screen{"slip/" + line.id, {}, false};
                screen.state.slip = Slip{line.id, is_text, {}};
                const auto kiosk =
                    preview::open_screen(content, screen, {}, panel, test::typesetter());
                std::set<std::string> texts;
                for (const std::vector<std::string>& page : pages(*kiosk))
                    texts.insert(page.begin(), page.end());
                for (const ui::OutlineNode& node : kiosk->outline()) texts.insert(node.text);
                INFO(line.id, is_text ? ", to text, " : ", to call, ", panel.inches, " inches");
                const std::string hook = line.memory_hook(is_text);
                CHECK(texts.contains(hook) == !hook.empty());
                CHECK(!texts.contains(line.memory_hook(!is_text)));
                if (hook.empty()) CHECK(!texts.contains("Keep it in your head"));
            }
}

TEST_CASE("the number is on every page of a slip" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels)
        for (const char* language : {"en", "ar"})
            for (const bool is_text : {false, true}) {
                const std::string name = is_text ? "slip/hotline/text" : "slip/hotline",
                                  digits = is_text ? "233733" : "1-888-373-7888";
                INFO(name, " ", language, " ", panel.inches, " inches ", panel.width_px);
                const auto kiosk = open(name, panel, {language, ColorScheme::light, 4});
                for (const double mm : kiosk->pages_mm()) {
                    kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                    CHECK(std::ranges::any_of(kiosk->outline(), [&](const ui::OutlineNode& node) {
                        return node.layout && node.visible_rect().h > node.rect.h - 1 &&
                               node.screen_part == ui::ScreenPart::page &&
                               node.text.find(digits) != std::string::npos;
                    }));
                }
            }
}

TEST_CASE(
    "the other numbers stay below a slip, except on a low tablet, and on others in large text" *
    doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels)
        for (const int text_size : {1, 4}) {
            const bool is_low = panel.width_px > panel.height_px || text_size > 1;
            if (panel.inches < 15 && is_low) continue;
            INFO(panel.inches, " inches ", panel.width_px, ", text size ", text_size);
            const auto kiosk = open("slip/hotline", panel, {"en", ColorScheme::light, text_size});
            const auto is_tab = [](const ui::OutlineNode& node) {
                return node.event && std::holds_alternative<TearOff>(*node.event) &&
                       node.screen_part == ui::ScreenPart::strip;
            };
            // One tab is torn off.
            CHECK(std::ranges::count_if(kiosk->outline(), is_tab) ==
                  std::ssize(test::real_content()->strip) - 1);
        }
}

TEST_CASE("a slip says on every panel where to ask for a phone" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.inches);
        CAPTURE(panel.width_px);
        for (const int text_size : {1, 4})
            for (const char* name : {"slip/hotline", "slip/emergency"}) {
                const auto kiosk = open(name, panel, {"en", ColorScheme::light, text_size});
                const std::string advice = "Ask to call from the nurse’s office or main office.";
                const auto fixed =
                    std::ranges::count(kiosk->outline(), advice, &ui::OutlineNode::text);
                const auto has_advice = [&](const std::vector<std::string>& page) {
                    return std::ranges::find(page, advice) != page.end();
                };
                CHECK((fixed > 0 || std::ranges::any_of(pages(*kiosk), has_advice)));
            }
    }
}

TEST_CASE("no page of a slip ends with the label of a fact" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.inches);
        CAPTURE(panel.width_px);
        for (const int text_size : {1, 4}) {
            for (const char* name : {"slip/hotline", "slip/crisis-text", "slip/local"}) {
                CAPTURE(name);
                const auto kiosk = open(name, panel, {"en", ColorScheme::light, text_size});
                if (kiosk->max_scroll_mm() == 0) continue;
                for (const std::vector<std::string>& page : pages(*kiosk)) {
                    REQUIRE(!page.empty());
                    CHECK(!labels.contains(page.back()));
                }
            }
        }
    }
}

TEST_CASE(
    "advice is above the number, but below that for emergencies; the instruction is below it") {
    TestVisitor emergency =
        visitor_with_advice("emergency", "Tell an adult who works here, or call");
    emergency.tap(TearOff{"emergency"});
    emergency.advance(std::chrono::seconds{1});
    CHECK(y_of_text(emergency, "911") > y_of_text(emergency, "Emergency"));
    CHECK(y_of_text(emergency, "Tell an adult") > y_of_text(emergency, "911"));

    TestVisitor crisis_text = visitor_with_advice("crisis-text", "Find a quiet place first.");
    crisis_text.tap(TearOff{"crisis-text"});
    crisis_text.advance(std::chrono::seconds{1});
    CHECK(y_of_text(crisis_text, "741741") > y_of_text(crisis_text, "Find a quiet place"));
    CHECK(y_of_text(crisis_text, "Text HOME") > y_of_text(crisis_text, "741741"));
}
