// What stands on a slip, from the top down.
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace session;
using test::Visitor;

namespace {

// Where a text stands on the slip, pixels from the top; -1: it does not.
double height_of(const Visitor& visitor, std::string_view words) {
    for (const ui::Node& node : visitor.kiosk.outline())
        if (node.text.starts_with(words) && !node.event) return node.rect.y;
    return -1;
}

Visitor slip_of(const std::string& id, const std::string& advice) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    std::ranges::find(content->help_lines, id, &content::HelpLine::id)->advice = advice;
    content->strip = {id};
    return Visitor({}, content);
}

} // namespace

TEST_CASE("advice comes before the number, and what to do with the number after it") {
    Visitor emergency = slip_of("emergency", "Tell an adult who works here, or call");
    emergency.tap(TearOff{"emergency"});
    emergency.wait(std::chrono::seconds{1});
    CHECK(height_of(emergency, "Tell an adult") > height_of(emergency, "Emergency"));
    CHECK(height_of(emergency, "911") > height_of(emergency, "Tell an adult"));

    Visitor text = slip_of("crisis-text", "Find a quiet place first.");
    text.tap(TearOff{"crisis-text"});
    text.wait(std::chrono::seconds{1});
    CHECK(height_of(text, "741741") > height_of(text, "Find a quiet place"));
    CHECK(height_of(text, "Text the word") > height_of(text, "741741"));
}
