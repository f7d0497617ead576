// Tests that the work of a frame depends on what is on the screen, not on how much a page has.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <imgui.h>

#include <functional>
#include <optional>
#include <set>

using namespace session;
using namespace std::chrono_literals;

namespace {

// What each block of a long section is.
enum class Kind { texts, headings, notes, list_items, steps, help_lines };

constexpr Kind all_kinds[] = {Kind::texts,      Kind::headings, Kind::notes,
                              Kind::list_items, Kind::steps,    Kind::help_lines};

std::vector<content::Block> make_blocks(Kind kind, int count) {
    std::vector<content::Block> blocks;
    content::ListBlock list;
    content::StepsBlock steps;
    content::HelpLinesBlock lines;
    for (int i = 0; i < count; ++i) {
        const std::string text = fmt::format("Number {}: you can ask for help here, today.", i);
        const auto add = [&blocks](auto body) { blocks.emplace_back().body = std::move(body); };
        if (kind == Kind::texts) add(content::TextBlock{text});
        if (kind == Kind::headings) add(content::HeadingBlock{text});
        if (kind == Kind::notes) add(content::NoteBlock{"Note", text});
        list.items.push_back({"lock", text});
        steps.steps.push_back(text);
        lines.ids.emplace_back(i % 2 == 0 ? "crisis" : "local");
    }
    if (kind == Kind::list_items) blocks.emplace_back().body = list;
    if (kind == Kind::steps) blocks.emplace_back().body = steps;
    if (kind == Kind::help_lines) blocks.emplace_back().body = lines;
    return blocks;
}

std::shared_ptr<const content::Content> long_content(Kind kind, int count) {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->sections.front().tabs.front().blocks = make_blocks(kind, count);
    return content;
}

// Opens the first section and waits until all of it is laid out.
void open_long_section(test::TestVisitor& visitor) {
    visitor.tap(OpenSection{visitor.kiosk.content().sections.front().id});
    visitor.advance(2s);
}

struct Work {
    int vertex_count = 0;
    std::size_t text_count = 0; // texts that had to be laid out or were looked up

    bool operator==(const Work&) const = default;
};

// Returns the work of the frames that `act` builds, and of the last picture.
Work measure_work(const std::function<void()>& act) {
    const std::size_t before = test::typesetter().request_count();
    act();
    return {ImGui::GetDrawData()->TotalVtxCount, test::typesetter().request_count() - before};
}

std::size_t count_text(const ui::Outline& outline, const std::string& part) {
    return static_cast<std::size_t>(
        std::ranges::count_if(outline, [&part](const ui::OutlineNode& node) {
            return node.text.find(part) != std::string::npos;
        }));
}

} // namespace

TEST_CASE("a section with 3000 blocks costs a frame as much as one with 60" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : {test::panels[0], test::panels[1], test::panels[12]}) {
        for (const Kind kind : all_kinds) {
            CAPTURE(panel.width_px);
            CAPTURE(static_cast<int>(kind));
            Work first;
            for (const int count : {60, 3000}) {
                test::TestVisitor visitor(panel, long_content(kind, count));
                open_long_section(visitor);
                REQUIRE(visitor.kiosk.max_scroll_mm() > 300);
                const Work work =
                    measure_work([&] { visitor.kiosk.handle_wheel(200, visitor.read_clock()); });
                if (count == 60) first = work;
                CHECK(work.vertex_count == first.vertex_count);
                CHECK(work.text_count == first.text_count);
            }
        }
    }
}

TEST_CASE("home is arranged once, and not again after each visit") {
    for (const ui::Panel& panel : {test::panels[0], test::panels[1]}) {
        CAPTURE(panel.width_px);
        std::optional<test::TestVisitor> visitor;
        const Work first = measure_work([&] { visitor.emplace(panel); });
        visitor->tap(OpenSection{visitor->kiosk.content().sections.front().id});
        const Work again =
            measure_work([&] { visitor->kiosk.dispatch(GoHome{}, visitor->read_clock()); });
        CHECK(again.vertex_count == first.vertex_count);
        CHECK(again.text_count < first.text_count / 2);
    }
}

TEST_CASE("the first frame of a section with 3000 blocks lays out only a part of it" *
          doctest::test_suite("sweep")) {
    for (const Kind kind : all_kinds) {
        CAPTURE(static_cast<int>(kind));
        test::TestVisitor visitor({800, 480, 7, {}}, long_content(kind, 3000));
        const Work work = measure_work(
            [&] { visitor.tap(OpenSection{visitor.kiosk.content().sections.front().id}); });
        CHECK(work.text_count < 6000);
        // A help line is laid out once, however often it is on the page.
        if (kind == Kind::help_lines) continue;
        // The frame is due that lays out more.
        CHECK(visitor.kiosk.next_deadline() <= visitor.now + 20ms);
    }
}

TEST_CASE("after a moment, a section with 3000 blocks has its whole length and a complete outline" *
          doctest::test_suite("sweep")) {
    for (const Kind kind : all_kinds) {
        CAPTURE(static_cast<int>(kind));
        test::TestVisitor visitor({800, 480, 7, {}}, long_content(kind, 3000));
        open_long_section(visitor);
        const ui::Outline& outline = visitor.kiosk.outline();
        if (kind == Kind::help_lines) {
            CHECK(count_text(outline, "Open IMPACT 211") >= 1500);
        } else {
            CHECK(count_text(outline, ": you can ask for help here, today.") == 3000);
            CHECK(count_text(outline, "Number 2999:") == 1);
        }
        const double max_scroll_mm = visitor.kiosk.max_scroll_mm();
        visitor.kiosk.dispatch(ScrollTo{max_scroll_mm}, visitor.read_clock());
        visitor.advance(1s);
        CHECK(visitor.kiosk.max_scroll_mm() == max_scroll_mm);
        // No two blocks overlap, and the last one is on the screen.
        double previous_y = -1e9;
        const ui::OutlineNode* last = nullptr;
        for (const ui::OutlineNode& node : outline) {
            if (!node.is_scrollable || node.parent >= 0) continue;
            CHECK(node.rect.y >= previous_y - visitor.kiosk.theme().px(20));
            previous_y = node.rect.y;
            last = &node;
        }
        REQUIRE(last != nullptr);
        CHECK(last->visible_rect().h > 0);
    }
}

TEST_CASE("each target of a long section has its own ID") {
    test::TestVisitor visitor({800, 480, 7, {}}, long_content(Kind::help_lines, 300));
    open_long_section(visitor);
    std::set<std::string> ids;
    std::size_t target_count = 0;
    for (const ui::OutlineNode& node : visitor.kiosk.outline()) {
        if (!node.event) continue;
        ++target_count;
        ids.insert(node.id);
    }
    CHECK(target_count > 300);
    CHECK(ids.size() == target_count);
}

TEST_CASE("the keyboard reaches the next target that is below the screen") {
    test::TestVisitor visitor({800, 480, 7, {}}, long_content(Kind::help_lines, 300));
    open_long_section(visitor);
    std::set<std::string> focused;
    for (int i = 0; i < 60; ++i) {
        visitor.press_key(ui::Key::next);
        REQUIRE(visitor.kiosk.focused_node() != nullptr);
        focused.insert(visitor.kiosk.focused_node()->id);
        CHECK(visitor.kiosk.focused_node()->visible_rect().h > 0);
    }
    CHECK(top_scroll_mm(visitor.state()) > 100);
    CHECK(focused.size() > 10);
}

TEST_CASE("off the screen a row has the position and the size that it has on the screen") {
    for (const char* language : {"", "ar"}) {
        for (const content::Section& section : test::real_content()->sections) {
            if (section.audience == content::Audience::staff) continue;
            CAPTURE(section.id);
            CAPTURE(language);
            const auto content = test::real_content();
            const ui::Panel small{800, 480, 7, {}};
            const preview::Screen screen =
                preview::find_screen(*content, "section/" + section.id).value();
            const auto at_top =
                preview::open_screen(content, screen, {language}, small, test::typesetter());
            const auto at_end = preview::open_screen(
                content, screen, {language, ColorScheme::light, 1, 1}, small, test::typesetter());
            const double scrolled = at_end->theme().px(at_top->max_scroll_mm());
            const auto scrolling_nodes = [](const ui::Kiosk& kiosk) {
                std::vector<ui::OutlineNode> nodes;
                for (const ui::OutlineNode& node : kiosk.outline())
                    if (node.is_scrollable) nodes.push_back(node);
                return nodes;
            };
            const auto top_nodes = scrolling_nodes(*at_top), end_nodes = scrolling_nodes(*at_end);
            REQUIRE(top_nodes.size() == end_nodes.size());
            for (std::size_t i = 0; i < top_nodes.size(); ++i) {
                CAPTURE(top_nodes[i].text);
                CHECK(top_nodes[i].text == end_nodes[i].text);
                CHECK(top_nodes[i].event == end_nodes[i].event);
                CHECK(top_nodes[i].parent == end_nodes[i].parent);
                CHECK(std::abs(top_nodes[i].rect.y - scrolled - end_nodes[i].rect.y) <= 2);
                CHECK(top_nodes[i].rect.h == end_nodes[i].rect.h);
            }
        }
    }
}

TEST_CASE("pressing Hide on a long section draws only the cover" * doctest::test_suite("sweep")) {
    for (const Kind kind : all_kinds) {
        CAPTURE(static_cast<int>(kind));
        Work first;
        for (const int count : {60, 3000}) {
            test::TestVisitor visitor({800, 480, 7, {}}, long_content(kind, count));
            open_long_section(visitor);
            const Work work = measure_work([&] { visitor.press(Hide{}); });
            if (count == 60) first = work;
            CHECK(visitor.state().is_hide_pressed);
            CHECK(work == first);
        }
    }
}

TEST_CASE("a home screen with 1500 sections costs a frame as much as one with 90" *
          doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : {test::panels[0], test::panels[12]}) {
        CAPTURE(panel.width_px);
        Work first;
        for (const std::size_t count : {std::size_t{90}, std::size_t{1500}}) {
            auto content = std::make_shared<content::Content>(*test::real_content());
            const content::Section section = content->sections.front();
            content->sections.assign(count, section);
            for (std::size_t i = 0; i < count; ++i)
                content->sections[i].id = fmt::format("section-{}", i);
            test::TestVisitor visitor(panel, content);
            visitor.advance(3s);
            REQUIRE(visitor.kiosk.max_scroll_mm() > 100);
            CHECK(count_text(visitor.kiosk.outline(), section.title) == 2 * count);
            const Work scrolled =
                measure_work([&] { visitor.kiosk.handle_wheel(80, visitor.read_clock()); });
            if (count == 90) first = scrolled;
            CHECK(scrolled.vertex_count == first.vertex_count);
            // The pages may begin with other rows.
            CHECK(scrolled.text_count <= first.text_count * 11 / 10);
            visitor.kiosk.dispatch(ScrollTo{visitor.kiosk.max_scroll_mm()}, visitor.read_clock());
            const auto last = visitor.kiosk.visible_rect(OpenSection{content->sections.back().id});
            REQUIRE(last.has_value());
            CHECK(last->h > 0);
        }
    }
}
