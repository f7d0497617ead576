// Checks the tabs of the sections and of the slips on every panel.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

using namespace session;

namespace {

// The distances from the edge of a tab to its label, and to its target, in millimeters of the
// interface.
constexpr double min_padding_mm = 2, target_inset_mm = 1.3;

std::string find_crowded_labels(const ui::Kiosk& kiosk) {
    std::string crowded;
    for (const ui::OutlineNode& node : kiosk.outline()) {
        if (!node.layout || node.parent < 0) continue;
        const ui::OutlineNode& target = kiosk.outline().at(static_cast<std::size_t>(node.parent));
        if (target.role != ui::Role::tab) continue;
        const double padding =
            target_inset_mm + kiosk.theme().mm(std::min(node.rect.x - target.rect.x,
                                                        target.rect.right() - node.rect.right()));
        if (padding < min_padding_mm)
            crowded += fmt::format("  {}: {:.1f} mm\n", node.text, padding);
    }
    return crowded;
}

} // namespace

TEST_CASE("every label of a tab is at least 2 mm from the edges of its tab" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const preview::Screen& screen : preview::visitor_screens(*content)) {
            if (screen.state.section.empty() && !screen.state.slip) continue;
            for (const std::string language : {"en", "es", "ar"}) {
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
