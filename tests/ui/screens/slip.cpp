// Tests the order of the texts on a slip.
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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

} // namespace

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
