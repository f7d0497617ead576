// What the pages of the sections show.
#include "support/panels.hpp"
#include "support/section_screens.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace session;

namespace {

// Returns the buttons and the lines of text of which a part is above or below the clip.
std::string find_cut_pieces(const ui::Kiosk& kiosk) {
    std::string cut;
    const auto check = [&](const ui::OutlineNode& node, double top, double bottom) {
        const double slack = (bottom - top) * 0.2;
        const bool is_cut =
            (top + slack < node.clip.y && bottom - slack > node.clip.y) ||
            (top + slack < node.clip.bottom() && bottom - slack > node.clip.bottom());
        if (is_cut) cut += fmt::format("  {} ({:.0f} to {:.0f})\n", node.text, top, bottom);
    };
    for (const ui::OutlineNode& node : kiosk.outline()) {
        if (!node.is_scrollable) continue;
        if (node.event) check(node, node.rect.y, node.rect.bottom());
        if (!node.layout || node.role == ui::Role::digits) continue;
        for (const text::Line& line : node.layout->lines)
            check(node, node.rect.y + line.y, node.rect.y + line.y + line.height);
    }
    return cut;
}

// Returns the lowest text of the page, or an empty text if it goes on on the next page.
std::string last_text(const ui::Kiosk& kiosk) {
    const ui::OutlineNode* last = nullptr;
    for (const ui::OutlineNode& node : kiosk.outline()) {
        const bool is_text = node.is_scrollable && node.layout && node.visible_rect().h > 2;
        if (is_text && (last == nullptr || node.rect.bottom() > last->rect.bottom())) last = &node;
    }
    if (last == nullptr) return "";
    const double half_line = last->layout->lines.back().height / 2.0;
    return last->visible_rect().bottom() > last->rect.bottom() - half_line ? last->text : "";
}

const ui::OutlineNode* find_page_button(const ui::Kiosk& kiosk, bool is_down) {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event && std::holds_alternative<ScrollTo>(*node.event) &&
            node.id.ends_with(is_down ? "##down" : "##up"))
            return &node;
    return nullptr;
}

const ui::OutlineNode& find_lead(const ui::Kiosk& kiosk, const std::string& section) {
    const std::string lead(kiosk.content()
                               .translation_or_default(kiosk.state().language)
                               .translate(kiosk.content().find_section(section)->lead));
    const auto found = std::ranges::find(kiosk.outline(), lead, &ui::OutlineNode::text);
    REQUIRE(found != kiosk.outline().end());
    return *found;
}

// Returns how many lines of text can be seen after the head of the section. A help line counts
// as two.
int count_lines_below(const ui::Kiosk& kiosk, const ui::OutlineNode& lead) {
    int count = 0;
    for (const ui::OutlineNode& node : kiosk.outline()) {
        if (node.screen_part != ui::ScreenPart::page) continue;
        const bool is_help_line = node.event && std::holds_alternative<TearOff>(*node.event);
        if (is_help_line && node.visible_rect().h >= node.rect.h - 1) count += 2;
        // The title of a card counts, too.
        const bool is_text = node.role == ui::Role::text || node.role == ui::Role::heading;
        if (!node.layout || node.parent >= 0 || !is_text || &node <= &lead) continue;
        for (const text::Line& line : node.layout->lines) {
            const double bottom = node.rect.y + line.y + line.height;
            if (bottom <= node.clip.bottom() + line.height * 0.2) ++count;
        }
    }
    return count;
}

std::string where(const ui::Panel& panel, const preview::Screen& screen,
                  const preview::ViewOptions& options) {
    return fmt::format("{} inches, {} wide, {}, {}, text size {}", panel.inches, panel.width_px,
                       screen.name, options.language, options.text_size);
}

bool shows_text(const ui::Kiosk& kiosk, const std::string& text) {
    return std::ranges::any_of(kiosk.outline(), [&](const ui::OutlineNode& node) {
        return node.text == text && node.visible_rect().h > 0 && !node.event;
    });
}

// A panel of which two thirds are too high to be touched.
const ui::Panel high_panel{1080, 1920, 43, content::Mounting{900, 380, 1220}};

} // namespace

TEST_CASE("on a panel that is mounted high, texts begin above what is within reach, and the tabs "
          "are on every page") {
    const auto content = test::real_content();
    const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, "section/you"),
                                            {}, high_panel, test::typesetter());
    const double reachable_top = kiosk->theme().reachable_top_px();
    REQUIRE(kiosk->pages_mm().size() > 1);
    CHECK(find_lead(*kiosk, "you").rect.y < reachable_top);
    for (const double mm : kiosk->pages_mm()) {
        kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
        int tabs = 0;
        double first_text = reachable_top;
        for (const ui::OutlineNode& node : kiosk->outline()) {
            if (node.event && std::holds_alternative<SelectTab>(*node.event)) ++tabs;
            if (node.is_scrollable && node.layout && node.visible_rect().h > 0)
                first_text = std::min(first_text, node.visible_rect().y);
        }
        CHECK(tabs == std::ssize(content->find_section("you")->tabs));
        CHECK(first_text < reachable_top - 100);
    }
}

TEST_CASE("on a panel that is mounted high, the title of each page is at the top") {
    const auto content = test::real_content();
    for (const char* name : {"section/you", "section/help", "section/help/2"}) {
        const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, name), {},
                                                high_panel, test::typesetter());
        constexpr double max_top_mm = 20;
        for (const double mm : kiosk->pages_mm()) {
            INFO(name, " at ", mm);
            kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
            double top = high_panel.height_px;
            for (const ui::OutlineNode& node : kiosk->outline())
                if (node.role == ui::Role::heading && node.visible_rect().h > 2)
                    top = std::min(top, node.rect.y);
            CHECK(kiosk->theme().mm(top) < max_top_mm);
        }
    }
}

TEST_CASE("no page of a section is empty, ends with a colon or cuts a line or a button, and its "
          "buttons stay in their places" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content({"en", "es", "ar"});
    for (const ui::Panel& panel : {test::panels[0], test::panels[1], test::panels[2],
                                   test::panels[4], test::panels[6], test::panels[9], high_panel}) {
        for (const preview::Screen& screen : test::section_screens(*content)) {
            for (const preview::ViewOptions& options :
                 {preview::ViewOptions{"en"}, preview::ViewOptions{"es"},
                  preview::ViewOptions{"ar", ColorScheme::light, 2},
                  preview::ViewOptions{"en", ColorScheme::light, 4}}) {
                const std::string place = where(panel, screen, options);
                const auto kiosk =
                    preview::open_screen(content, screen, options, panel, test::typesetter());
                const std::vector<double> pages = kiosk->pages_mm();
                std::set<double> down, up;
                for (const double mm : pages) {
                    kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                    const bool has_text =
                        std::ranges::any_of(kiosk->outline(), [](const ui::OutlineNode& node) {
                            return node.is_scrollable && node.layout && node.visible_rect().h > 2;
                        });
                    CHECK_MESSAGE(has_text, place << ", at " << mm << " mm: the page is empty");
                    const std::string last = last_text(*kiosk);
                    CHECK_MESSAGE(!last.ends_with(':'), place << ", at " << mm << " mm: " << last);
                    const std::string cut = find_cut_pieces(*kiosk);
                    CHECK_MESSAGE(cut.empty(), place << ", at " << mm << " mm:\n" << cut);
                    if (const auto* node = find_page_button(*kiosk, true))
                        down.insert(node->rect.y);
                    if (const auto* node = find_page_button(*kiosk, false)) up.insert(node->rect.y);
                    CHECK_MESSAGE(
                        (find_page_button(*kiosk, true) == nullptr) == (mm == pages.back()), place);
                    CHECK_MESSAGE((find_page_button(*kiosk, false) == nullptr) == (mm == 0), place);
                }
                if (pages.empty()) continue;
                CHECK_MESSAGE(down.size() == 1, place);
                CHECK_MESSAGE(up.size() == 1, place);
            }
        }
    }
}

TEST_CASE("every page of a section has its title and that of its tab, and says which page it is") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[6], test::panels[9], test::panels[14]}) {
        for (const preview::Screen& screen : test::section_screens(*content)) {
            CAPTURE(screen.name);
            CAPTURE(panel.inches);
            const auto kiosk = preview::open_screen(content, screen, {}, panel, test::typesetter());
            const std::vector<double> pages = kiosk->pages_mm();
            for (std::size_t i = 0; i < pages.size(); ++i) {
                kiosk->dispatch(ScrollTo{pages[i]}, preview::preview_time());
                const content::Section& section = *content->find_section(screen.state.section);
                const bool shows_tabs =
                    std::ranges::any_of(kiosk->outline(), [](const ui::OutlineNode& node) {
                        return node.role == ui::Role::tab && node.visible_rect().h > 0;
                    });
                const std::string tab =
                    section.has_tabs() && !shows_tabs
                        ? ": " + session::current_tab(kiosk->state(), section).title
                        : "";
                CHECK(shows_text(*kiosk, section.title + tab));
                CHECK(shows_text(*kiosk, fmt::format("{} of {}", i + 1, pages.size())));
            }
        }
    }
}

TEST_CASE("the first page of a section shows a help line or at least two lines below its head" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const preview::Screen& screen : test::section_screens(*content)) {
            for (const std::string language : {"en", "es", "ar"}) {
                // Lines of Arabic are higher, and on a small panel there may be only one.
                if (language == "ar" && panel.inches < 20) continue;
                const auto kiosk =
                    preview::open_screen(content, screen, {language}, panel, test::typesetter());
                const ui::OutlineNode& lead = find_lead(*kiosk, screen.state.section);
                CHECK_MESSAGE(count_lines_below(*kiosk, lead) >= 2,
                              where(panel, screen, {language}));
            }
        }
    }
}

TEST_CASE("at text size 1, no text of a page is larger than the lead of its section" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const preview::Screen& screen : test::section_screens(*content)) {
            for (const std::string language : {"en", "es", "ar"}) {
                const preview::ViewOptions options{language};
                const auto kiosk =
                    preview::open_screen(content, screen, options, panel, test::typesetter());
                const int lead_px = find_lead(*kiosk, screen.state.section).layout->spec.em_px;
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    const bool is_body = node.is_scrollable && node.layout && node.parent < 0 &&
                                         node.layout->spec.face == text::Face::regular;
                    if (is_body)
                        CHECK_MESSAGE(node.layout->spec.em_px <= lead_px,
                                      where(panel, screen, options) << ": " << node.text);
                }
            }
        }
    }
}

TEST_CASE("a page turns within 220 milliseconds, and at once without motion") {
    for (const bool has_motion : {true, false}) {
        CAPTURE(has_motion);
        auto content = std::make_shared<content::Content>(*test::real_content());
        content->site.motion = has_motion;
        test::TestVisitor visitor({}, content);
        visitor.tap(OpenSection{"signs"});
        const std::string lead = content->find_section("signs")->lead;
        const auto lead_y = [&] {
            for (const ui::OutlineNode& node : visitor.kiosk.outline())
                if (node.text == lead) return node.rect.y;
            return -1.0;
        };
        const double before = lead_y();
        const ScrollTo next{visitor.kiosk.pages_mm().at(1)};
        const double end = before - visitor.kiosk.theme().px(next.mm);
        visitor.tap(Event(next));
        CHECK(visitor.state().scroll_mm[0] == next.mm);
        CHECK(std::abs(lead_y() - (has_motion ? before : end)) < 2);
        visitor.advance(std::chrono::milliseconds{100});
        CHECK((lead_y() > end + 2) == has_motion);
        visitor.advance(std::chrono::milliseconds{120});
        CHECK(std::abs(lead_y() - end) < 2);
        visitor.advance(std::chrono::milliseconds{20});
        const auto due = visitor.kiosk.next_deadline();
        CHECK((!due || *due > visitor.now + std::chrono::milliseconds{100}));
    }
}
