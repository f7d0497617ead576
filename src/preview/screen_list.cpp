#include "preview/screen_list.hpp"

#include "content/emergency_content.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace preview {

namespace {

constexpr base::Instant preview_since_boot{base::Duration{1'000'000}};

session::State idle_warning_state(const content::Content& content) {
    session::State state;
    state.warned_at = preview_since_boot - content.site.idle.leave_after * 2 / 5;
    for (const content::Section& section : content.sections) {
        if (section.audience == content::Audience::staff) continue;
        state.section = section.id;
        break;
    }
    return state;
}

// Returns a status with problems, so that the staff overview shows all of its parts.
ui::DeviceStatus sample_device_status() {
    return {"help-kiosk 1.0",
            "last good content 1a2b3c4d, of 2026-09-14",
            {"content.yaml, line 222: unknown key \"tittle\": write \"title\"",
             "site.yaml, line 4: \"panel\" is \"big\", but must be from 5 to 100 inches"},
            {},
            true,
            true};
}

// Moves a finger over the touch test.
void simulate_touch_trail(ui::Kiosk& kiosk) {
    constexpr int steps = 40;
    const ui::Panel& panel = kiosk.theme().panel();
    for (int i = 0; i <= steps; ++i) {
        const double progress = static_cast<double>(i) / steps;
        const ui::Touch touch{i == 0       ? ui::TouchPhase::down
                              : i == steps ? ui::TouchPhase::up
                                           : ui::TouchPhase::move,
                              panel.width_px * (0.1 + 0.6 * progress),
                              panel.height_px * (0.4 + 0.18 * std::sin(6 * progress))};
        kiosk.handle_touch(touch, preview_time());
    }
}

// Returns the content with a holiday on the day of preview_time(), so that the kiosk is closed.
std::shared_ptr<const content::Content> with_holiday_today(const content::Content& content) {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(preview_time().local_time)};
    auto copy = std::make_shared<content::Content>(content);
    copy->site.holidays = {{day, day}};
    return copy;
}

// The off-hours screen follows from the time, not from the state. It has no view options, because
// no visitor is present.
std::unique_ptr<ui::Kiosk>
open_off_hours_screen(const std::shared_ptr<const content::Content>& content,
                      const ui::Panel& panel, text::Typesetter& typesetter) {
    base::ClockReading before = preview_time();
    before.since_boot -= content->site.idle.ask_after;
    auto kiosk = std::make_unique<ui::Kiosk>(content, panel, typesetter, before);
    kiosk->advance(preview_time());
    return kiosk;
}

using content::Audience;

// Whether something on a screen is shown only after the PIN.
using IsShown = bool (*)(Audience);

bool is_for_everyone(Audience audience) {
    return audience == Audience::everyone;
}
bool is_for_staff(Audience audience) {
    return audience == Audience::staff;
}

bool has_staff_block(const content::SectionTab& tab) {
    return std::ranges::any_of(
        tab.blocks, [](const content::Block& block) { return block.audience == Audience::staff; });
}

class ScreenList {
public:
    session::State& add(std::string name) {
        screens_.push_back({std::move(name), {}});
        return screens_.back().state;
    }

    // Adds a tab of a section: "section/help", "section/help/2", ...
    session::State& add_tab(const content::Section& section, std::size_t index,
                            const char* suffix = "") {
        const std::string number = index == 0 ? "" : "/" + std::to_string(index + 1);
        session::State& state = add("section/" + section.id + number + suffix);
        state.section = section.id;
        state.tab = static_cast<int>(index);
        return state;
    }

    // Adds the slips of the help lines for an audience: "slip/crisis", "slip/crisis/text", ...
    void add_slips(const content::Content& content, IsShown is_shown) {
        for (const content::HelpLine& help_line : content.help_lines) {
            if (help_line.is_held() || !is_shown(help_line.audience)) continue;
            const bool has_both = help_line.call && help_line.text;
            add("slip/" + help_line.id).slip =
                session::Slip{help_line.id, !help_line.call.has_value(), {}};
            if (has_both)
                add("slip/" + help_line.id + "/text").slip = session::Slip{help_line.id, true, {}};
        }
    }

    std::vector<Screen>& screens() { return screens_; }

private:
    std::vector<Screen> screens_;
};

} // namespace

base::ClockReading preview_time() {
    using namespace std::chrono;
    return {preview_since_boot, local_days{2026y / November / 23} + 10h + 42min, {}};
}

std::vector<Screen> visitor_screens(const content::Content& content) {
    ScreenList list;
    list.add("home");
    for (const content::Section& section : content.sections)
        for (std::size_t i = 0; is_for_everyone(section.audience) && i < section.tabs.size(); ++i)
            list.add_tab(section, i);
    list.add_slips(content, is_for_everyone);
    list.add("languages").is_language_picker_open = true;
    list.add("display-settings").is_display_settings_open = true;
    list.add("idle-warning") = idle_warning_state(content);
    list.add("cover").is_covered = true;
    list.add("off-hours");
    list.screens().back().is_off_hours = true;
    list.add("emergency");
    list.screens().back().is_emergency = true;
    return std::move(list.screens());
}

std::vector<Screen> unlocked_screens(const content::Content& content) {
    ScreenList list;
    list.add("home/staff");
    for (const content::Section& section : content.sections) {
        for (std::size_t i = 0; i < section.tabs.size(); ++i) {
            if (is_for_staff(section.audience))
                list.add_tab(section, i);
            else if (has_staff_block(section.tabs[i]))
                list.add_tab(section, i, "/staff");
        }
    }
    list.add_slips(content, is_for_staff);
    for (Screen& screen : list.screens()) screen.state.is_staff_unlocked = true;
    return std::move(list.screens());
}

std::vector<Screen> staff_screens() {
    using session::StaffScreen;
    std::vector<Screen> all;
    const auto add = [&all](StaffScreen screen,
                            const std::string& suffix = "") -> session::StaffState& {
        all.push_back({std::string("staff/") + session::screen_name(screen) + suffix,
                       {},
                       false,
                       sample_device_status()});
        session::StaffState& staff = all.back().state.staff.emplace();
        staff.screen = screen;
        staff.opened_at = preview_since_boot - std::chrono::seconds{18};
        return staff;
    };
    add(StaffScreen::pin).entered_pin = {'0', '0', '0'};
    add(StaffScreen::pin, "/wrong").is_wrong = true;
    add(StaffScreen::pin, "/locked").locked_until = preview_since_boot + std::chrono::minutes{9};
    add(StaffScreen::overview);
    add(StaffScreen::touch);
    add(StaffScreen::ruler);
    add(StaffScreen::qr);
    add(StaffScreen::sound);
    add(StaffScreen::sound, "/playing").tone = session::ToneTest::playing;
    add(StaffScreen::sound, "/impossible").tone = session::ToneTest::unavailable;
    add(StaffScreen::keys);
    add(StaffScreen::keys, "/pressed").tested_key = "F13";
    add(StaffScreen::cleaning);
    return all;
}

std::vector<Screen> content_screens(const content::Content& content) {
    std::vector<Screen> all = visitor_screens(content);
    std::ranges::move(unlocked_screens(content), std::back_inserter(all));
    return all;
}

std::vector<Screen> all_screens(const content::Content& content) {
    std::vector<Screen> all = content_screens(content);
    std::ranges::move(staff_screens(), std::back_inserter(all));
    return all;
}

std::optional<Screen> find_screen(const content::Content& content, std::string_view name) {
    std::vector<Screen> all = all_screens(content);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const Screen& each) { return each.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::unique_ptr<ui::Kiosk> open_screen(std::shared_ptr<const content::Content> content,
                                       const Screen& screen, const ViewOptions& options,
                                       const ui::Panel& panel, text::Typesetter& typesetter) {
    if (screen.is_emergency)
        content = {std::shared_ptr<const content::Content>(), &content::emergency_content()};
    if (screen.is_off_hours)
        return open_off_hours_screen(with_holiday_today(*content), panel, typesetter);
    session::State state = screen.state;
    state.language = options.language == content->site.languages.front() ? "" : options.language;
    state.color_scheme = options.color_scheme;
    state.text_size = options.text_size;
    state.last_touch_at = preview_since_boot;
    auto kiosk =
        std::make_unique<ui::Kiosk>(std::move(content), panel, typesetter, preview_time(), state);
    if (state.staff) kiosk->set_device_status(screen.device_status, preview_time());
    if (session::is_on_staff_screen(state, session::StaffScreen::touch))
        simulate_touch_trail(*kiosk);
    if (options.can_listen) {
        const std::string& code = kiosk->content().translation_or_default(state.language).code;
        kiosk->set_audio_status({true, {code}}, preview_time());
    }
    if (options.scroll_fraction > 0)
        kiosk->dispatch(session::ScrollTo{options.scroll_fraction * kiosk->max_scroll_mm()},
                        preview_time());
    return kiosk;
}

} // namespace preview
