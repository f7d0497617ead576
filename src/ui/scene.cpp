#include "ui/scene.hpp"

#include "ui/emergency.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr Instant late{1'000'000};

session::State warned(const content::Content& content) {
    session::State state;
    state.asked = late - content.site.idle.leave_after * 2 / 5;
    for (const content::Section& section : content.sections) {
        if (!content.shows(section.audience)) continue;
        state.section = section.id;
        break;
    }
    return state;
}

} // namespace

Moment scene_moment() {
    return {late, {10, 42, 0, 0, 23, 11}};
}

std::vector<Scene> scenes(const content::Content& content) {
    std::vector<Scene> all;
    const auto add = [&all](std::string name) -> session::State& {
        all.push_back({std::move(name), {}, false});
        return all.back().state;
    };
    add("home");
    for (const content::Section& section : content.sections)
        if (content.shows(section.audience)) add("section/" + section.id).section = section.id;
    for (const content::HelpLine& line : content.help_lines) {
        if (!content.shows(line.audience)) continue;
        add("slip/" + line.id).slip = session::Slip{line.id, !line.call.has_value(), {}};
        if (line.call && line.text) add("slip/" + line.id + "/text").slip = session::Slip{line.id, true, {}};
    }
    add("languages").choosing_language = true;
    add("display").adjusting_display = true;
    add("idle-warning") = warned(content);
    add("cover").covered = true;
    add("emergency");
    all.back().emergency = true;
    return all;
}

std::optional<Scene> scene(const content::Content& content, std::string_view name) {
    const std::vector<Scene> all = scenes(content);
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Scene& each) { return each.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::unique_ptr<Kiosk> stage(std::shared_ptr<const content::Content> content, const Scene& scene,
                             const Dress& dress, const Panel& panel, text::Typesetter& typesetter) {
    if (scene.emergency) content = {std::shared_ptr<const content::Content>(), &emergency_content()};
    session::State state = scene.state;
    state.language = dress.language == content->site.languages.front() ? "" : dress.language;
    state.look = dress.look;
    state.text_size = dress.text_size;
    state.last_touch = late;
    auto kiosk = std::make_unique<Kiosk>(std::move(content), panel, typesetter, scene_moment(), state);
    if (dress.scroll > 0)
        kiosk->event(session::ScrollTo{dress.scroll * kiosk->furthest_scroll()}, scene_moment());
    return kiosk;
}

} // namespace ui
