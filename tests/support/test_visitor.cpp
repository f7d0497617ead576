#include "support/test_visitor.hpp"

#include "content/load.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace test {

namespace {

constexpr std::chrono::milliseconds tap_duration{40};

content::SourceFile load_source_file(const std::string& name) {
    std::ifstream file(std::string(KIOSK_SOURCE "/") + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return {name, text.str()};
}

std::string site_yaml(const std::vector<std::string>& languages, content::Place place) {
    std::string text = "school: Lincoln Middle School\nplace: ";
    text += place == content::Place::lobby ? "lobby" : "nurse";
    text += "\nlanguages: [";
    for (const std::string& language_code : languages)
        text += (&language_code == languages.data() ? "" : ", ") + language_code;
    return text + "]\n";
}

} // namespace

std::shared_ptr<const content::Content> real_content(const std::vector<std::string>& languages,
                                                     content::Place place) {
    static std::map<std::string, std::shared_ptr<const content::Content>> loaded;
    const std::string settings = site_yaml(languages, place);
    auto& content = loaded[settings];
    if (content) return content;
    content::LoadContext context;
    context.should_offer_incomplete_languages = true; // to test scripts of which there are samples
    const content::LoadResult result = content::parse(
        load_source_file("content.yaml"), content::SourceFile{"site.yaml", settings},
        [](std::string_view language_code) {
            // Burmese is a sample of its script, which no kiosk offers.
            const std::string folder =
                language_code == "my" ? "tests/support/" : "assets/translations/";
            return std::optional(load_source_file(folder + std::string(language_code) + ".yaml"));
        },
        context);
    for (const content::Problem& problem : result.problems)
        if (problem.severity == content::Severity::error) FAIL(content::to_string(problem));
    content = result.content;
    return content;
}

text::Typesetter& typesetter() {
    // The sweeps show every text in dozens of sizes, again and again.
    static text::Typesetter typesetter({20'000, 100'000});
    return typesetter;
}

TestVisitor::TestVisitor(const ui::Panel& panel, std::shared_ptr<const content::Content> content)
    : kiosk(std::move(content), panel, typesetter(), read_clock()) {}

bool TestVisitor::has_target(const session::Event& event) const {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event == event) return true;
    return false;
}

const ui::OutlineNode& TestVisitor::find_target(const session::Event& event) const {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event == event) return node;
    FAIL("no target on the screen has the event: ", session::describe(event));
    return kiosk.outline().front();
}

void TestVisitor::touch(ui::TouchPhase phase, double x, double y) {
    kiosk.handle_touch({phase, x, y}, read_clock());
}

void TestVisitor::tap(double x, double y) {
    down(x, y);
    now += tap_duration;
    up(x, y);
}

void TestVisitor::tap(const session::Event& event) {
    const render::Rect rect = find_target(event).visible_rect();
    tap(rect.x + rect.w / 2, rect.y + rect.h / 2);
}

void TestVisitor::press(const session::Event& event) {
    const render::Rect rect = find_target(event).visible_rect();
    down(rect.x + rect.w / 2, rect.y + rect.h / 2);
}

void TestVisitor::advance(std::chrono::milliseconds duration) {
    const base::Instant end = now + duration;
    while (true) {
        const auto due = kiosk.next_deadline();
        if (!due || *due > end) break;
        now = std::max(now + base::Duration{1}, *due);
        kiosk.advance(read_clock());
    }
    now = end;
    kiosk.advance(read_clock());
}

} // namespace test
