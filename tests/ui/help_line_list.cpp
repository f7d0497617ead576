// Tests the rows of help lines in a section.
#include "preview/offscreen_canvas.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace session;

namespace {

// Returns how many pixels of the place of the icon for texting, at the end of the row of a help
// line, have the color of icons. The help line can be called, and `text` says how it takes texts.
int count_texting_pixels(const std::optional<content::TextContact>& text) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    auto& line = *std::ranges::find(content->help_lines, "runaway", &content::HelpLine::id);
    line.text = text;
    const auto kiosk = preview::open_screen(
        content, *preview::find_screen(*content, "section/help"), {"en"}, {}, test::typesetter());
    preview::OffscreenCanvas canvas(1080, 1920);
    canvas.draw(*kiosk);
    const auto row = std::ranges::find_if(kiosk->outline(), [](const ui::OutlineNode& node) {
        return node.event == Event(TearOff{"runaway"});
    });
    REQUIRE(row != kiosk->outline().end());
    const ui::Theme& theme = kiosk->theme();
    const double right = row->rect.right() - theme.px(6.5), left = right - theme.px(9);
    int count = 0;
    for (int y = static_cast<int>(row->rect.y) + 3; y < static_cast<int>(row->rect.bottom()) - 3;
         ++y)
        for (int x = static_cast<int>(left); x < static_cast<int>(right); ++x)
            if (canvas.pixel(x, y) == theme.palette().accent) ++count;
    return count;
}

} // namespace

TEST_CASE("a row has the icon for texting only if the number that it shows takes texts") {
    const auto& line = *test::real_content()->find_help_line("runaway");
    const content::PhoneNumber other_number = line.text->to;
    REQUIRE(other_number != *line.call);
    CHECK(count_texting_pixels(content::TextContact{*line.call, ""}) > 100);
    CHECK(count_texting_pixels(content::TextContact{other_number, ""}) == 0);
    CHECK(count_texting_pixels(std::nullopt) == 0);
}
