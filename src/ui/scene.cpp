#include "ui/scene.hpp"

#include "ui/emergency.hpp"

#include <algorithm>
#include <cmath>

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

// Of a kiosk that has something to tell.
Facts some_facts() {
    return {"help-kiosk 1.0",
            "last good content 1a2b3c4d, of 2026-09-14",
            {"content.yaml, line 222: unknown key \"tittle\": write \"title\"",
             "site.yaml, line 4: \"panel\" is \"big\", but must be from 5 to 100 inches"},
            {},
            true,
            true};
}

// A finger in the touch test.
void wave(Kiosk& kiosk) {
    constexpr int steps = 40;
    const Panel& panel = kiosk.theme().panel();
    for (int i = 0; i <= steps; ++i) {
        const double along = static_cast<double>(i) / steps;
        const Touch touch{i == 0       ? Contact::down
                          : i == steps ? Contact::up
                                       : Contact::move,
                          panel.width_px * (0.1 + 0.6 * along),
                          panel.height_px * (0.4 + 0.18 * std::sin(6 * along))};
        kiosk.touch(touch, scene_moment());
    }
}

// The same on a holiday.
std::shared_ptr<const content::Content> closed(const content::Content& content) {
    const WallTime today = scene_moment().wall;
    const std::chrono::year_month_day day = std::chrono::year{today.year} / today.month / today.day;
    auto copy = std::make_shared<content::Content>(content);
    copy->site.holidays = {{day, day}};
    return copy;
}

// Nobody is there, so there is nothing to dress.
std::unique_ptr<Kiosk> stage_dark(const std::shared_ptr<const content::Content>& content, const Panel& panel,
                                  text::Typesetter& typesetter) {
    Moment before = scene_moment();
    before.now -= content->site.idle.ask_after;
    auto kiosk = std::make_unique<Kiosk>(content, panel, typesetter, before);
    kiosk->pass(scene_moment());
    return kiosk;
}

} // namespace

Moment scene_moment() {
    return {late, {10, 42, 0, 0, 23, 11, 2026}};
}

std::vector<Scene> scenes(const content::Content& content) {
    std::vector<Scene> all;
    const auto add = [&all](std::string name) -> session::State& {
        all.push_back({std::move(name), {}});
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
    add("dark");
    all.back().dark = true;
    add("emergency");
    all.back().emergency = true;
    return all;
}

std::vector<Scene> staff_scenes() {
    using session::StaffScreen;
    std::vector<Scene> all;
    const auto add = [&all](StaffScreen screen, const std::string& after = "") -> session::Staff& {
        all.push_back({std::string("staff/") + session::name(screen) + after, {}, false, some_facts()});
        session::Staff& staff = all.back().state.staff.emplace();
        staff.screen = screen;
        staff.since = late - std::chrono::seconds{18};
        return staff;
    };
    add(StaffScreen::pin).typed = {'0', '0', '0'};
    add(StaffScreen::pin, "/wrong").wrong = true;
    add(StaffScreen::pin, "/locked").locked_until = late + std::chrono::minutes{9};
    add(StaffScreen::page);
    add(StaffScreen::touch);
    add(StaffScreen::ruler);
    add(StaffScreen::code);
    add(StaffScreen::sound);
    add(StaffScreen::sound, "/playing").tone = session::Tone::playing;
    add(StaffScreen::sound, "/impossible").tone = session::Tone::impossible;
    add(StaffScreen::cleaning);
    return all;
}

std::optional<Scene> scene(const content::Content& content, std::string_view name) {
    std::vector<Scene> all = scenes(content);
    for (Scene& each : staff_scenes()) all.push_back(std::move(each));
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Scene& each) { return each.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::unique_ptr<Kiosk> stage(std::shared_ptr<const content::Content> content, const Scene& scene,
                             const Dress& dress, const Panel& panel, text::Typesetter& typesetter) {
    if (scene.emergency) content = {std::shared_ptr<const content::Content>(), &emergency_content()};
    if (scene.dark) return stage_dark(closed(*content), panel, typesetter);
    session::State state = scene.state;
    state.language = dress.language == content->site.languages.front() ? "" : dress.language;
    state.look = dress.look;
    state.text_size = dress.text_size;
    state.last_touch = late;
    auto kiosk = std::make_unique<Kiosk>(std::move(content), panel, typesetter, scene_moment(), state);
    if (state.staff) kiosk->know(scene.facts, scene_moment());
    if (session::is_on(state, session::StaffScreen::touch)) wave(*kiosk);
    if (dress.scroll > 0)
        kiosk->event(session::ScrollTo{dress.scroll * kiosk->furthest_scroll()}, scene_moment());
    return kiosk;
}

} // namespace ui
