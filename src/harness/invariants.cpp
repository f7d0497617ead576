#include "harness/invariants.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace harness {

namespace {

using session::Event;

bool is_section_shown(const content::Content& content, const session::State& state) {
    const content::Section* section = content.find_section(state.section);
    return state.section.empty() ||
           (section != nullptr && session::can_show(state, section->audience));
}

bool is_slip_valid(const content::Content& content, const session::State& state) {
    const session::Slip& slip = *state.slip;
    const content::HelpLine* help_line = content.find_help_line(slip.help_line);
    if (help_line == nullptr || help_line->is_held() ||
        !session::can_show(state, help_line->audience))
        return false;
    return slip.shows_text ? help_line->text.has_value() : help_line->call.has_value();
}

bool is_language_offered(const content::Content& content, const std::string& language_code) {
    const auto& offered = content.site.languages;
    return language_code.empty() ||
           std::find(offered.begin() + 1, offered.end(), language_code) != offered.end();
}

bool are_scrolls_valid(const session::State& state) {
    return std::all_of(state.scroll_mm.begin(), state.scroll_mm.end(),
                       [](double mm) { return std::isfinite(mm) && mm >= 0; });
}

bool has_no_future_times(base::Instant now, const session::State& state) {
    return state.last_touch_at <= now && state.warned_at.value_or(now) <= now &&
           (!state.slip || state.slip->torn_at <= now);
}

std::string find_staff_violation(const content::Content& content, const session::State& state,
                                 base::Instant now) {
    const session::StaffState& staff = *state.staff;
    if (content.site.staff_pin.empty()) return "staff screens without a PIN";
    session::State staff_only;
    staff_only.staff = staff;
    staff_only.last_touch_at = state.last_touch_at;
    staff_only.is_hide_pressed = state.is_hide_pressed;
    staff_only.scroll_mm.front() = state.scroll_mm.front();
    if (state != staff_only) return "part of a visit is left on the staff screens";
    if (staff.screen != session::StaffScreen::pin &&
        (!staff.entered_pin.empty() || staff.is_verifying || staff.locked_until))
        return "a PIN is left after the PIN pad";
    if (staff.screen != session::StaffScreen::touch &&
        !(staff.trail.empty() && staff.reached_cells.empty()))
        return "a finger trail outside the touch test";
    if (staff.screen != session::StaffScreen::sound && staff.tone != session::ToneTest::idle)
        return "a test tone outside the sound test";
    if (staff.screen != session::StaffScreen::keys && !staff.tested_key.empty())
        return "the name of a key outside the key test";
    if (staff.entered_pin.size() > session::max_pin_digits) return "a PIN that is too long";
    if (staff.opened_at > now) return "a time in the future";
    return {};
}

bool is_finite(const render::Rect& rect) {
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.w) &&
           std::isfinite(rect.h);
}

render::Rect panel_rect(const ui::Panel& panel) {
    return {0, 0, static_cast<double>(panel.width_px), static_cast<double>(panel.height_px)};
}

bool has_overlap(const render::Rect& one, const render::Rect& other) {
    const render::Rect intersection = one.intersection(other);
    return intersection.w > 0 && intersection.h > 0;
}

std::vector<const ui::OutlineNode*> find_targets(const ui::Kiosk& kiosk, const Event& event) {
    std::vector<const ui::OutlineNode*> targets;
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event == event) targets.push_back(&node);
    return targets;
}

std::string find_cover_violation(const ui::Kiosk& kiosk) {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event && node.event != Event(session::Wake{}))
            return "the cover has the target " + node.id;
    return find_targets(kiosk, session::Wake{}).size() == 1 ? "" : "the cover cannot be woken";
}

std::string find_cleaning_violation(const ui::Kiosk& kiosk) {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event) return "the cleaning screen has the target " + node.id;
    return {};
}

std::string find_hide_violation(const ui::Kiosk& kiosk) {
    const std::vector<const ui::OutlineNode*> hide_targets = find_targets(kiosk, session::Hide{});
    if (hide_targets.size() != 1)
        return "the screen has " + std::to_string(hide_targets.size()) + " Hide buttons";
    const render::Rect hide = hide_targets.front()->visible_rect();
    const render::Rect screen = panel_rect(kiosk.theme().panel());
    if (hide != hide_targets.front()->rect || hide.intersection(screen) != hide || hide.w <= 0 ||
        hide.h <= 0)
        return "Hide is not entirely on the screen";
    for (const ui::OutlineNode& node : kiosk.outline()) {
        if (!node.event || &node == hide_targets.front()) continue;
        if (has_overlap(node.visible_rect(), hide)) return node.id + " overlaps Hide";
        if (kiosk.state().is_hide_pressed) return "a target while Hide is pressed: " + node.id;
    }
    return {};
}

// Outside the opening hours people who pass by must not see any text, and a touch anywhere must
// turn on the screen.
std::string find_off_hours_violation(const ui::Kiosk& kiosk) {
    const ui::Outline& outline = kiosk.outline();
    if (outline.size() != 1) return "the off-hours screen has a text";
    if (outline.front().event != Event(session::Wake{}))
        return "the off-hours screen has the target " + outline.front().id;
    return outline.front().rect == panel_rect(kiosk.theme().panel())
               ? ""
               : "a part of the off-hours screen does not wake it";
}

} // namespace

std::string find_state_violation(const content::Content& content, const session::State& state,
                                 base::Instant now) {
    if (!is_section_shown(content, state))
        return "a section that is not shown in this visit: " + state.section;
    if (state.tab < 0) return "a tab that does not exist";
    if (state.is_staff_unlocked && content.site.staff_pin.empty())
        return "texts for staff without a PIN";
    if (state.slip && !is_slip_valid(content, state))
        return "a slip without a help line: " + state.slip->help_line;
    if (!is_language_offered(content, state.language))
        return "a language that is not offered: " + state.language;
    if (state.text_size < session::min_text_size || state.text_size > session::max_text_size)
        return "an invalid text size: " + std::to_string(state.text_size);
    if (state.color_scheme < session::ColorScheme::light ||
        state.color_scheme > session::ColorScheme::high_contrast)
        return "an unknown color scheme";
    if (state.volume < session::min_volume || state.volume > session::max_volume)
        return "an invalid volume: " + std::to_string(state.volume);
    if (state.speech_speed < session::SpeechSpeed::slow ||
        state.speech_speed > session::SpeechSpeed::fast)
        return "an unknown speed of speech";
    if (state.listening && state.listening->node < 0) return "nothing is read aloud";
    if (!are_scrolls_valid(state)) return "an invalid scroll position";
    if (!has_no_future_times(now, state)) return "a time in the future";
    if (state.staff)
        if (auto violation = find_staff_violation(content, state, now); !violation.empty())
            return violation;
    if (state.is_covered && session::is_visit_active(state))
        return "part of a visit is left under the cover";
    if (!session::is_visit_active(state) && state != session::idle_state(state.is_covered))
        return "the time of a touch is left after the visit";
    if (const auto due = session::next_deadline(content, state); due && *due <= now)
        return "a visit that is active after its timeout";
    return {};
}

std::string find_screen_violation(const ui::Kiosk& kiosk, base::Instant now) {
    if (auto violation = find_state_violation(kiosk.content(), kiosk.state(), now);
        !violation.empty())
        return violation;
    for (const ui::OutlineNode& node : kiosk.outline())
        if (!is_finite(node.rect)) return "an invalid position of the text " + node.text;
    if (session::is_on_staff_screen(kiosk.state(), session::StaffScreen::cleaning))
        return find_cleaning_violation(kiosk);
    if (kiosk.is_off_hours()) return find_off_hours_violation(kiosk);
    return kiosk.state().is_covered ? find_cover_violation(kiosk) : find_hide_violation(kiosk);
}

} // namespace harness
