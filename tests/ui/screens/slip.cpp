// Tests the order of the texts on a slip, and what it keeps on all panels.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
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

// Returns whether a text is on one of the pages of a slip.
bool has_text(ui::Kiosk& kiosk, const std::string& text) {
    std::vector<double> pages = kiosk.pages_mm();
    if (pages.empty()) pages.push_back(0);
    for (const double mm : pages) {
        kiosk.dispatch(ScrollTo{mm}, preview::preview_time());
        for (const ui::OutlineNode& node : kiosk.outline())
            if (node.text == text && node.visible_rect().h > node.rect.h - 1) return true;
    }
    return false;
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

TEST_CASE("a slip says on every panel where to ask for a phone" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.inches);
        CAPTURE(panel.width_px);
        for (const int text_size : {1, 4})
            for (const char* name : {"slip/hotline", "slip/emergency"})
                CHECK(has_text(*open(name, panel, {"en", ColorScheme::light, text_size}),
                               "Ask to use one in the nurse’s office or main office."));
    }
}

TEST_CASE("advice is above the number, and the instruction is below it") {
    TestVisitor emergency =
        visitor_with_advice("emergency", "Tell an adult who works here, or call");
    emergency.tap(TearOff{"emergency"});
    emergency.advance(std::chrono::seconds{1});
    CHECK(y_of_text(emergency, "Tell an adult") > y_of_text(emergency, "Emergency"));
    CHECK(y_of_text(emergency, "911") > y_of_text(emergency, "Tell an adult"));

    TestVisitor crisis_text = visitor_with_advice("crisis-text", "Find a quiet place first.");
    crisis_text.tap(TearOff{"crisis-text"});
    crisis_text.advance(std::chrono::seconds{1});
    CHECK(y_of_text(crisis_text, "741741") > y_of_text(crisis_text, "Find a quiet place"));
    CHECK(y_of_text(crisis_text, "Text HOME") > y_of_text(crisis_text, "741741"));
}
