// Tests texts whose letters are so wide that they do not fit into their places.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"
#include "ui/layout_check.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

// Returns the real content with each text of one kind, or only its first text, made of wide
// letters.
enum class WideTexts { headline, titles, labels, names };

std::shared_ptr<const content::Content> wide_content(WideTexts which, bool is_only_first) {
    auto content = std::make_shared<content::Content>(*test::real_content({"en"}));
    const auto widen = [](std::string& text, std::size_t length) { text.assign(length, 'W'); };
    if (which == WideTexts::headline) widen(content->home.headline, 60);
    if (which == WideTexts::titles)
        for (content::Section& section : content->sections) {
            widen(section.title, 40);
            if (is_only_first) break;
        }
    for (content::StripTab& tab : content->strip) {
        if (which == WideTexts::labels) widen(tab.label, 24);
        if (which == WideTexts::labels) widen(tab.short_label, 14);
        if (is_only_first) break;
    }
    for (content::HelpLine& help_line : content->help_lines) {
        if (which == WideTexts::labels) widen(help_line.need, 24);
        if (which == WideTexts::names) widen(help_line.name, 60);
        if (is_only_first) break;
    }
    return content;
}

// Returns the height of the lowest text on home, except those of wide letters.
double lowest_text(const std::shared_ptr<const content::Content>& content, const ui::Panel& panel) {
    const auto kiosk = preview::open_screen(content, preview::find_screen(*content, "home").value(),
                                            {}, panel, test::typesetter());
    double height = panel.height_px;
    for (const ui::OutlineNode& node : kiosk->outline())
        if (node.role == ui::Role::text && node.text.find("WW") == std::string::npos)
            height = std::min(height, node.rect.h);
    return height;
}

} // namespace

TEST_CASE("texts of wide letters stay in their places on every panel" *
          doctest::test_suite("sweep")) {
    for (const WideTexts which :
         {WideTexts::headline, WideTexts::titles, WideTexts::labels, WideTexts::names}) {
        const auto content = wide_content(which, false);
        for (const ui::Panel& panel : test::panels) {
            for (const char* name : {"home", "section/what", "slip/emergency"}) {
                const auto kiosk =
                    preview::open_screen(content, preview::find_screen(*content, name).value(), {},
                                         panel, test::typesetter());
                const std::string problems = test::LayoutCheck(*kiosk).problems;
                CHECK_MESSAGE(problems.empty(),
                              fmt::format("{}, wide {}, {} inches, {} wide:\n", name,
                                          static_cast<int>(which), panel.inches, panel.width_px)
                                  << problems);
            }
        }
    }
}

TEST_CASE("one text of wide letters leaves the other texts at 70 % of their size or more" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.inches);
        CAPTURE(panel.width_px);
        const double usual = lowest_text(test::real_content({"en"}), panel);
        for (const WideTexts which : {WideTexts::headline, WideTexts::titles, WideTexts::labels}) {
            CAPTURE(static_cast<int>(which));
            CHECK(lowest_text(wide_content(which, true), panel) >= 0.68 * usual - 1);
        }
    }
}
