// What the pages of the sections show.
#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace session;

namespace {

// The screens of all sections that visitors can open.
std::vector<preview::Screen> section_screens(const content::Content& content) {
    std::vector<preview::Screen> screens = preview::visitor_screens(content);
    std::erase_if(screens, [](const preview::Screen& screen) {
        return !screen.name.starts_with("section/") || screen.state.is_staff_unlocked;
    });
    return screens;
}

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
        for (const preview::Screen& screen : section_screens(*content)) {
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
        for (const preview::Screen& screen : section_screens(*content)) {
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
        for (const preview::Screen& screen : section_screens(*content)) {
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
        for (const preview::Screen& screen : section_screens(*content)) {
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

TEST_CASE("no page of a list begins or ends with the line between two of its items") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[0], test::panels[2], test::panels[9]}) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : section_screens(*content)) {
            // The edges of cards have the same color, and these sections have none.
            if (!screen.name.starts_with("section/signs")) continue;
            const auto kiosk = preview::open_screen(content, screen, {}, panel, test::typesetter());
            const render::Color divider = ui::palette(ColorScheme::light).divider;
            for (const double mm : kiosk->pages_mm()) {
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                canvas.draw(*kiosk);
                render::Rect clip;
                double first = panel.height_px, last = 0; // of the texts
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    if (!node.is_scrollable || !node.layout || node.visible_rect().h < 2) continue;
                    clip = node.clip;
                    first = std::min(first, node.visible_rect().y);
                    last = std::max(last, node.visible_rect().bottom());
                }
                const int x = static_cast<int>(clip.x + clip.w / 2);
                const auto has_divider = [&](double top, double bottom) {
                    for (int y = static_cast<int>(top); y < static_cast<int>(bottom); ++y)
                        if (canvas.pixel(x, y) == divider) return true;
                    return false;
                };
                CHECK_MESSAGE(!has_divider(clip.y, first), screen.name << " at " << mm);
                CHECK_MESSAGE(!has_divider(last, clip.bottom()), screen.name << " at " << mm);
            }
        }
    }
}

TEST_CASE("a card that continues on another page has an edge at the end of each page") {
    const auto content = test::real_content();
    const ui::ComponentColors card = ui::palette(ColorScheme::light).card;
    int below_count = 0, above_count = 0;
    for (const ui::Panel& panel : {test::panels[2], test::panels[6], test::panels[9]}) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : section_screens(*content)) {
            if (!screen.name.starts_with("section/you")) continue;
            const auto kiosk = preview::open_screen(content, screen, {"en", ColorScheme::light, 4},
                                                    panel, test::typesetter());
            for (const double mm : kiosk->pages_mm()) {
                INFO(screen.name, " at ", mm, " mm on ", panel.inches, " inches");
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                canvas.draw(*kiosk);
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    if (!node.is_scrollable || !node.layout || node.visible_rect().h < 2) continue;
                    const int x = static_cast<int>(node.rect.x) - 4;
                    // Follows the color of the card beyond what is visible of the column, which may
                    // begin at the top of the screen.
                    const auto end_color = [&](double from, int step) {
                        int y = static_cast<int>(from);
                        while (canvas.pixel(x, y) == card.fill) y += step;
                        // At a round corner, the first pixel is a mixture.
                        return canvas.pixel(x, y + step);
                    };
                    const double top = node.clip.y + 1, bottom = node.clip.bottom() - 2;
                    if (canvas.pixel(x, static_cast<int>(bottom)) == card.fill)
                        ++below_count, CHECK(end_color(bottom, 1) == card.edge);
                    if (node.clip.y > 0 && canvas.pixel(x, static_cast<int>(top)) == card.fill)
                        ++above_count, CHECK(end_color(top, -1) == card.edge);
                }
            }
        }
    }
    CHECK(below_count > 0);
    CHECK(above_count > 0);
}

TEST_CASE("a card or a list that goes on has its title on the next page, too") {
    const auto content = test::real_content();
    const auto titles_on_page = [&](const char* name, std::size_t page) {
        const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, name), {},
                                                test::panels[9], test::typesetter());
        REQUIRE(kiosk->pages_mm().size() > page);
        kiosk->dispatch(ScrollTo{kiosk->pages_mm()[page]}, preview::preview_time());
        std::vector<std::string> titles;
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.role == ui::Role::heading && !node.is_scrollable) titles.push_back(node.text);
        return titles;
    };
    using Titles = std::vector<std::string>;
    CHECK(titles_on_page("section/you", 0) == Titles{});
    CHECK(titles_on_page("section/you", 1) ==
          Titles{"Watched, or afraid", "If this is you: Your life"});
    CHECK(titles_on_page("section/signs", 1) ==
          Titles{"A young person may:", "Warning signs: Sex trafficking"});
    CHECK(titles_on_page("section/friend", 1) == Titles{"Helping a friend"});
    CHECK(titles_on_page("section/friend", 2) ==
          Titles{"There are good reasons:", "Helping a friend"});
}

TEST_CASE("nothing of the card before or after a page is seen on it") {
    const auto content = test::real_content();
    const render::Color background = ui::palette(ColorScheme::light).background;
    int page_count = 0;
    for (const ui::Panel& panel : {test::panels[3], test::panels[6], test::panels[9]}) {
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : section_screens(*content)) {
            if (!screen.name.starts_with("section/you")) continue;
            const auto kiosk = preview::open_screen(content, screen, {}, panel, test::typesetter());
            // What is drawn of a divided card beyond the page, and the free space above a page.
            const double below_mm = 2.5, above_mm = 1.2;
            for (const double mm : kiosk->pages_mm()) {
                INFO(screen.name, " at ", mm, " mm on ", panel.inches, " inches");
                kiosk->dispatch(ScrollTo{mm}, preview::preview_time());
                canvas.draw(*kiosk);
                const auto text =
                    std::ranges::find_if(kiosk->outline(), [](const ui::OutlineNode& node) {
                        return node.is_scrollable && node.layout && node.visible_rect().h > 2;
                    });
                REQUIRE(text != kiosk->outline().end());
                const int x = static_cast<int>(text->clip.x + text->clip.w / 2);
                const auto check_beyond = [&](double edge, int step, double mm_beyond) {
                    const int from = static_cast<int>(edge);
                    const int end_px = static_cast<int>(kiosk->theme().px(mm_beyond));
                    if (from < end_px || canvas.pixel(x, from) != background) return;
                    ++page_count;
                    for (int i = 1; i <= end_px; ++i)
                        CHECK(canvas.pixel(x, from + i * step) == background);
                };
                check_beyond(text->clip.bottom() - 1, 1, below_mm);
                check_beyond(text->clip.y, -1, above_mm);
            }
        }
    }
    CHECK(page_count > 0);
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
