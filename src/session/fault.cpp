#include "session/fault.hpp"

#include <algorithm>
#include <cmath>

namespace session {

namespace {

bool is_section_shown(const content::Content& content, const State& state) {
    const content::Section* section = content.find_section(state.section);
    return state.section.empty() || (section != nullptr && content.can_show(section->audience));
}

bool is_slip_valid(const content::Content& content, const Slip& slip) {
    const content::HelpLine* help_line = content.find_help_line(slip.help_line);
    if (help_line == nullptr || !content.can_show(help_line->audience)) return false;
    return slip.shows_text_code ? help_line->text.has_value() : help_line->call.has_value();
}

bool is_language_offered(const content::Content& content, const std::string& language) {
    const auto& offered = content.site.languages;
    return language.empty() || std::find(offered.begin() + 1, offered.end(), language) != offered.end();
}

bool are_scrolls_valid(const State& state) {
    return std::all_of(state.scroll_mm.begin(), state.scroll_mm.end(),
                       [](double mm) { return std::isfinite(mm) && mm >= 0; });
}

bool has_no_future_times(Instant now, const State& state) {
    return state.last_touch_at <= now && state.warned_at.value_or(now) <= now &&
           (!state.slip || state.slip->torn_at <= now);
}

// Empty: nothing is wrong with the screens of staff.
std::string find_staff_violation(const content::Content& content, const State& state, Instant now) {
    const StaffState& staff = *state.staff;
    if (content.site.staff_pin.empty()) return "a staff page without a PIN";
    State staff_only;
    staff_only.staff = staff;
    staff_only.last_touch_at = state.last_touch_at;
    staff_only.is_hide_pressed = state.is_hide_pressed;
    staff_only.scroll_mm.front() = state.scroll_mm.front();
    if (state != staff_only) return "something of a visit on the staff page";
    if (staff.screen != StaffScreen::pin &&
        (!staff.entered_pin.empty() || staff.is_verifying || staff.locked_until))
        return "a PIN on a page that needs none any more";
    if (staff.screen != StaffScreen::touch && !(staff.trail.empty() && staff.reached_cells.empty()))
        return "a finger's trail outside the touch test";
    if (staff.screen != StaffScreen::sound && staff.tone != ToneTest::idle)
        return "a tone outside the sound test";
    if (staff.entered_pin.size() > max_pin_digits) return "a PIN that is too long";
    if (staff.opened_at > now) return "something that happens only later";
    return {};
}

State idle_state_of(const State& state) {
    State idle;
    idle.is_covered = state.is_covered;
    return idle;
}

} // namespace

std::string find_state_violation(const content::Content& content, const State& state, Instant now) {
    if (!is_section_shown(content, state)) return "a section that this place does not show: " + state.section;
    if (state.slip && !is_slip_valid(content, *state.slip))
        return "a slip without a line: " + state.slip->help_line;
    if (!is_language_offered(content, state.language))
        return "a language that is not offered: " + state.language;
    if (state.text_size < min_text_size || state.text_size > max_text_size)
        return "text size " + std::to_string(state.text_size);
    if (state.color_scheme < ColorScheme::light || state.color_scheme > ColorScheme::high_contrast)
        return "an unknown look";
    if (!are_scrolls_valid(state)) return "a scroll that is no length";
    if (!has_no_future_times(now, state)) return "something that happens only later";
    if (state.staff)
        if (auto violation = find_staff_violation(content, state, now); !violation.empty()) return violation;
    if (state.is_covered && is_visit_active(state)) return "something of a visit under the cover";
    if (!is_visit_active(state) && state != idle_state_of(state)) return "the time of a touch, after the visit";
    if (const auto due = next_deadline(content, state); due && *due <= now)
        return "a visit that outlives its end";
    return {};
}

} // namespace session
