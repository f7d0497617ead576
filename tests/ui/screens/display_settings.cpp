#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"
#include "ui/layout_check.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace session;
using preview::OffscreenCanvas;
using test::TestVisitor;

namespace {

constexpr std::array color_schemes{ColorScheme::light, ColorScheme::dark,
                                   ColorScheme::high_contrast};

// Every page and slip on which the sheet can be opened.
std::vector<preview::Screen> pages(const content::Content& content) {
    std::vector<preview::Screen> all;
    for (const preview::Screen& screen : preview::visitor_screens(content)) {
        const bool can_open = screen.has_hide_button() && !screen.is_emergency &&
                              !screen.state.warned_at && !screen.state.is_display_settings_open;
        if (can_open) all.push_back(screen);
    }
    return all;
}

std::unique_ptr<ui::Kiosk> open_page(preview::Screen screen, bool has_sheet,
                                     const preview::ViewOptions& options, const ui::Panel& panel) {
    screen.state.is_display_settings_open = has_sheet;
    return preview::open_screen(test::real_content(), screen, options, panel, test::typesetter());
}

std::vector<const ui::OutlineNode*> radio_buttons(const ui::Kiosk& kiosk) {
    std::vector<const ui::OutlineNode*> all;
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.role == ui::Role::radio) all.push_back(&node);
    return all;
}

// Returns the bottom of the part of the page that the sheet and its shadow leave visible.
int visible_bottom(const ui::Kiosk& kiosk) {
    constexpr double padding_mm = 9, shadow_mm = 9;
    const auto name = std::ranges::find(kiosk.outline(), "Text size", &ui::OutlineNode::text);
    REQUIRE(name != kiosk.outline().end());
    const double top = std::min(radio_buttons(kiosk).front()->rect.y, name->rect.y);
    return static_cast<int>(top - kiosk.theme().px(padding_mm + shadow_mm));
}

int count_different_pixels(const OffscreenCanvas& one, const OffscreenCanvas& other, int width,
                           int bottom) {
    int count = 0;
    for (int y = 0; y < bottom; ++y)
        for (int x = 0; x < width; ++x) count += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
    return count;
}

// Returns whether there is a tick between the start of a radio button and its label, or above it.
bool has_tick(const OffscreenCanvas& canvas, const ui::Kiosk& kiosk, const ui::OutlineNode& radio) {
    const auto index = static_cast<int>(&radio - kiosk.outline().data());
    const auto label = std::ranges::find(kiosk.outline(), index, &ui::OutlineNode::parent);
    REQUIRE(label != kiosk.outline().end());
    const int left = static_cast<int>(radio.rect.x + kiosk.theme().px(3)),
              right = static_cast<int>(label->rect.x) - 3,
              top = static_cast<int>(radio.rect.y + radio.rect.h / 4),
              bottom = static_cast<int>(radio.rect.bottom() - radio.rect.h / 4);
    const render::Color background = canvas.pixel(left, top);
    const auto has_other_color = [&](int from_x, int to_x, int from_y, int to_y) {
        for (int y = from_y; y < to_y; ++y)
            for (int x = from_x; x < to_x; ++x)
                if (canvas.pixel(x, y) != background) return true;
        return false;
    };
    const int edge = static_cast<int>(kiosk.theme().px(2.5)),
              label_top = static_cast<int>(label->rect.y);
    return has_other_color(left, right, top, bottom) ||
           (std::holds_alternative<SetColorScheme>(*radio.event) &&
            has_other_color(static_cast<int>(label->rect.x), static_cast<int>(label->rect.right()),
                            static_cast<int>(radio.rect.y) + edge, label_top));
}

// Returns how many corners that are below `top` the last picture has twice.
int count_repeated_corners(double top) {
    const auto less = [](const ImDrawVert& a, const ImDrawVert& b) {
        return std::tie(a.pos.x, a.pos.y, a.uv.x, a.uv.y, a.col) <
               std::tie(b.pos.x, b.pos.y, b.uv.x, b.uv.y, b.col);
    };
    std::set<ImDrawVert, decltype(less)> seen(less);
    int count = 0;
    const ImDrawData& picture = *ImGui::GetDrawData();
    for (int i = 0; i < picture.CmdListsCount; ++i)
        for (const ImDrawVert& vertex : picture.CmdLists[i]->VtxBuffer)
            if (vertex.pos.y > top && !seen.insert(vertex).second) ++count;
    return count;
}

} // namespace

TEST_CASE("the bar and the strip below the sheet are drawn once" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : {test::panels[0], test::panels[4], test::panels[9]}) {
        for (const preview::Screen& screen : pages(*test::real_content())) {
            CAPTURE(screen.name);
            CAPTURE(panel.inches);
            const auto page = open_page(screen, false, {"en"}, panel);
            const double bar_top = page->visible_rect(Hide{})->y;
            const int without_sheet = count_repeated_corners(bar_top);
            const auto kiosk = open_page(screen, true, {"en"}, panel);
            CHECK(count_repeated_corners(bar_top) <= without_sheet);
        }
    }
}

TEST_CASE("the page above the sheet looks as it does without the sheet" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : {test::panels[1], test::panels[2], test::panels[6]}) {
        OffscreenCanvas with_sheet(panel.width_px, panel.height_px),
            without_sheet(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : pages(*test::real_content())) {
            CAPTURE(screen.name);
            CAPTURE(panel.inches);
            const auto page = open_page(screen, false, {"en", ColorScheme::light, 1, 1}, panel);
            preview::Screen scrolled = screen;
            scrolled.state = page->state();
            const auto kiosk = open_page(scrolled, true, {"en"}, panel);
            without_sheet.draw(*page);
            with_sheet.draw(*kiosk);
            const int bottom = visible_bottom(*kiosk);
            CHECK(kiosk->theme().mm(bottom) > 15);
            CHECK(count_different_pixels(with_sheet, without_sheet, panel.width_px, bottom) == 0);
        }
    }
}

TEST_CASE("the sheet has no layout problems on pages with different strips" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const char* name : {"home", "section/signs", "slip/crisis"}) {
            const preview::Screen screen = *preview::find_screen(*content, name);
            for (const std::string language : {"en", "es", "ar"}) {
                for (const int text_size : {min_text_size, max_text_size}) {
                    CAPTURE(screen.name);
                    CAPTURE(panel.width_px);
                    CAPTURE(panel.inches);
                    CAPTURE(language);
                    CAPTURE(text_size);
                    const auto kiosk =
                        open_page(screen, true, {language, ColorScheme::light, text_size}, panel);
                    CHECK(test::LayoutCheck(*kiosk).problems == "");
                }
            }
        }
    }
}

TEST_CASE("a text size and a color scheme show on the page at once, while the sheet stays open") {
    TestVisitor visitor;
    visitor.tap(OpenSection{"signs"});
    visitor.tap(OpenDisplaySettings{});
    const ui::Panel& panel = visitor.kiosk.theme().panel();
    OffscreenCanvas before(panel.width_px, panel.height_px), after(panel.width_px, panel.height_px);
    for (const Event& choice :
         {Event(SetTextSize{2}), Event(SetColorScheme{ColorScheme::high_contrast})}) {
        before.draw(visitor.kiosk);
        visitor.tap(choice);
        after.draw(visitor.kiosk);
        CHECK(visitor.state().is_display_settings_open);
        const int bottom = visible_bottom(visitor.kiosk);
        CHECK(count_different_pixels(before, after, panel.width_px, bottom) > 1000);
    }
}

TEST_CASE("exactly the current text size and color scheme are selected, and they have a tick" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : {test::panels[1], test::panels[2], test::panels[9]}) {
        OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const ColorScheme color_scheme : color_schemes) {
            for (int text_size = min_text_size; text_size <= max_text_size; ++text_size) {
                CAPTURE(color_scheme_name(color_scheme));
                CAPTURE(text_size);
                CAPTURE(panel.inches);
                const auto kiosk = preview::open_screen(
                    test::real_content(),
                    *preview::find_screen(*test::real_content(), "display-settings"),
                    {"en", color_scheme, text_size}, panel, test::typesetter());
                canvas.draw(*kiosk);
                const auto radios = radio_buttons(*kiosk);
                CHECK(radios.size() == 7);
                for (const ui::OutlineNode* radio : radios) {
                    CAPTURE(radio->text);
                    const bool is_current = radio->event == Event(SetTextSize{text_size}) ||
                                            radio->event == Event(SetColorScheme{color_scheme});
                    CHECK(radio->is_selected == is_current);
                    CHECK(has_tick(canvas, *kiosk, *radio) == is_current);
                }
            }
        }
    }
}

TEST_CASE("a touch of the page closes the sheet and nothing else, also on a slip") {
    TestVisitor visitor;
    for (const Event& open : {Event(OpenSection{"signs"}), Event(TearOff{"crisis"})}) {
        visitor.tap(open);
        visitor.advance(std::chrono::seconds{1});
        State before = visitor.state();
        for (const double y : {40.0, 300.0, 500.0}) {
            visitor.tap(OpenDisplaySettings{});
            REQUIRE(visitor.state().is_display_settings_open);
            visitor.tap(300, y);
            before.last_touch_at = visitor.state().last_touch_at;
            CHECK(visitor.state() == before);
        }
    }
}

TEST_CASE(
    "a touch between the choices of the sheet, and a finger that slides over the page, do not "
    "close it") {
    TestVisitor visitor;
    visitor.tap(OpenDisplaySettings{});
    const render::Rect first = radio_buttons(visitor.kiosk).front()->rect;
    visitor.tap(first.x / 2, first.y - 4);
    CHECK(visitor.state().is_display_settings_open);
    visitor.down(400, 400);
    visitor.move(400, 300);
    visitor.up(400, 300);
    CHECK(visitor.state().is_display_settings_open);
}

TEST_CASE("Bigger text opens the sheet, and closes it again") {
    TestVisitor visitor;
    const render::Rect button = visitor.find_target(OpenDisplaySettings{}).rect;
    for (const bool is_open : {true, false, true}) {
        visitor.tap(button.x + button.w / 2, button.y + button.h / 2);
        CHECK(visitor.state().is_display_settings_open == is_open);
    }
}

TEST_CASE("the page below the sheet keeps its scroll position") {
    TestVisitor visitor({1920, 1080, 24, {}});
    visitor.tap(OpenSection{"signs"});
    REQUIRE(visitor.kiosk.max_scroll_mm() > 20);
    visitor.kiosk.dispatch(ScrollTo{20}, visitor.read_clock());
    visitor.tap(OpenDisplaySettings{});
    CHECK(visitor.kiosk.max_scroll_mm() == 0);
    visitor.tap(GoBack{});
    CHECK(top_scroll_mm(visitor.state()) == 20);
}

TEST_CASE("each choice of the sheet looks different while a finger is on it" *
          doctest::test_suite("sweep")) {
    for (const ColorScheme color_scheme : color_schemes) {
        TestVisitor visitor;
        visitor.kiosk.dispatch(SetColorScheme{color_scheme}, visitor.read_clock());
        visitor.tap(OpenDisplaySettings{});
        const ui::Panel& panel = visitor.kiosk.theme().panel();
        OffscreenCanvas canvas(panel.width_px, panel.height_px);
        const ui::Outline outline = visitor.kiosk.outline();
        for (const ui::OutlineNode& node : outline) {
            if (node.role != ui::Role::radio && node.event != Event(GoBack{})) continue;
            CAPTURE(node.text);
            CAPTURE(color_scheme_name(color_scheme));
            const int x = static_cast<int>(node.rect.x + visitor.kiosk.theme().px(2.5)),
                      y = static_cast<int>(node.rect.y + node.rect.h / 2);
            canvas.draw(visitor.kiosk);
            const render::Color released = canvas.pixel(x, y);
            visitor.down(x, y);
            canvas.draw(visitor.kiosk);
            CHECK(canvas.pixel(x, y) != released);
            visitor.move(5, 5); // slides off
            visitor.up(5, 5);
        }
    }
}

TEST_CASE("the choices of the sheet have edges with a contrast ratio of at least 3 to 1") {
    for (const ColorScheme color_scheme : color_schemes) {
        const render::Color sheet = ui::palette(color_scheme).sheet.fill;
        CHECK(render::contrast_ratio(ui::palette(color_scheme).accent, sheet) >= 3);
        for (const ColorScheme swatch : color_schemes) {
            const ui::Palette& colors = ui::palette(swatch);
            CHECK(std::max(render::contrast_ratio(colors.accent, sheet),
                           render::contrast_ratio(colors.background, sheet)) >= 3);
        }
    }
}

TEST_CASE("no word of the display settings is cut, on any panel, in English and Spanish" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    const auto screen = preview::find_screen(*content, "display-settings");
    REQUIRE(screen);
    for (const ui::Panel& panel : test::panels) {
        for (const char* language : {"en", "es"}) {
            const auto kiosk =
                preview::open_screen(content, *screen, {language}, panel, test::typesetter());
            for (const ui::OutlineNode& node : kiosk->outline()) {
                CAPTURE(panel.inches);
                CAPTURE(panel.width_px);
                CAPTURE(node.text);
                CHECK_FALSE(node.has_split_word);
            }
        }
    }
}
