#include "support/visitor.hpp"

#include "content/load.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace test {

namespace {

constexpr std::chrono::milliseconds finger_time{40};

content::Document read(const std::string& name) {
    std::ifstream file(std::string(KIOSK_SOURCE "/") + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return {name, text.str()};
}

std::string site(const std::vector<std::string>& languages, content::Place place) {
    std::string text = "school: Lincoln Middle School\nplace: ";
    text += place == content::Place::lobby ? "lobby" : "nurse";
    text += "\nlanguages: [";
    for (const std::string& code : languages) text += (&code == languages.data() ? "" : ", ") + code;
    return text + "]\n";
}

} // namespace

std::shared_ptr<const content::Content> real_content(const std::vector<std::string>& languages,
                                                     content::Place place) {
    static std::map<std::string, std::shared_ptr<const content::Content>> loaded;
    const std::string settings = site(languages, place);
    auto& content = loaded[settings];
    if (content) return content;
    const content::Loaded result = content::parse(
        read("content.yaml"), content::Document{"site.yaml", settings}, [](std::string_view code) {
            return std::optional(read("assets/translations/" + std::string(code) + ".yaml"));
        });
    for (const content::Problem& problem : result.problems)
        if (problem.severity == content::Severity::error) FAIL(content::to_string(problem));
    content = result.content;
    return content;
}

std::vector<ui::Scene> all_scenes(const content::Content& content) {
    std::vector<ui::Scene> all = ui::scenes(content);
    for (const ui::Scene& scene : ui::staff_scenes()) all.push_back(scene);
    return all;
}

text::Typesetter& typesetter() {
    static text::Typesetter typesetter;
    return typesetter;
}

Visitor::Visitor(const ui::Panel& panel, std::shared_ptr<const content::Content> content)
    : kiosk(std::move(content), panel, typesetter(), moment()) {}

bool Visitor::offers(const session::Event& event) const {
    for (const ui::Node& node : kiosk.outline())
        if (node.event == event) return true;
    return false;
}

const ui::Node& Visitor::target(const session::Event& event) const {
    for (const ui::Node& node : kiosk.outline())
        if (node.event == event) return node;
    FAIL("nothing on the screen does: ", session::describe(event));
    return kiosk.outline().front();
}

void Visitor::touch(ui::Contact contact, double x, double y) {
    kiosk.touch({contact, x, y}, moment());
}

void Visitor::tap(double x, double y) {
    down(x, y);
    now += finger_time;
    up(x, y);
}

void Visitor::tap(const session::Event& event) {
    const ui::Rect rect = target(event).visible();
    tap(rect.x + rect.w / 2, rect.y + rect.h / 2);
}

void Visitor::press(const session::Event& event) {
    const ui::Rect rect = target(event).visible();
    down(rect.x + rect.w / 2, rect.y + rect.h / 2);
}

void Visitor::wait(std::chrono::milliseconds span) {
    const session::Instant end = now + span;
    while (true) {
        const auto due = kiosk.deadline();
        if (!due || *due > end) break;
        now = std::max(now + session::Instant{1}, *due);
        kiosk.pass(moment());
    }
    now = end;
    kiosk.pass(moment());
}

} // namespace test
