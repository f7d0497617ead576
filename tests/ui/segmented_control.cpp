// Checks the tabs of the sections and of the slips on every panel.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

using namespace session;

namespace {

// The distance from the edge of a tab's target to its label, in millimeters of the interface. The
// edge of the tab is 1.3 mm farther away.
constexpr double min_padding_mm = 0.5;

std::string find_crowded_labels(const ui::Kiosk& kiosk) {
    std::string crowded;
    for (const ui::OutlineNode& node : kiosk.outline()) {
        if (!node.layout || node.parent < 0) continue;
        const ui::OutlineNode& target = kiosk.outline().at(static_cast<std::size_t>(node.parent));
        if (target.role != ui::Role::tab) continue;
        const double padding =
            std::min(node.rect.x - target.rect.x, target.rect.right() - node.rect.right());
        if (kiosk.theme().mm(padding) < min_padding_mm)
            crowded += fmt::format("  {}: {:.1f} mm\n", node.text, kiosk.theme().mm(padding));
    }
    return crowded;
}

} // namespace

TEST_CASE("no label of a tab touches the edge of its tab") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const preview::Screen& screen : preview::visitor_screens(*content)) {
            if (screen.state.section.empty() && !screen.state.slip) continue;
            for (const std::string language : {"en", "es"}) {
                const auto kiosk =
                    preview::open_screen(content, screen, {language}, panel, test::typesetter());
                const std::string crowded = find_crowded_labels(*kiosk);
                CHECK_MESSAGE(crowded.empty(), panel.inches << " inches, " << panel.width_px
                                                            << " wide, " << screen.name << ", "
                                                            << language << ":\n"
                                                            << crowded);
            }
        }
    }
}
