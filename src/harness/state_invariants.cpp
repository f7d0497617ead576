#include "harness/state_invariants.hpp"

#include <algorithm>
#include <cmath>

namespace harness {

namespace {

bool is_section_shown(const content::Content& content, const session::State& state) {
    const content::Section* section = content.find_section(state.section);
    return state.section.empty() || (section != nullptr && content.can_show(section->audience));
}

bool is_slip_valid(const content::Content& content, const session::Slip& slip) {
    const content::HelpLine* help_line = content.find_help_line(slip.help_line);
    if (help_line == nullptr || !content.can_show(help_line->audience)) return false;
    return slip.shows_text_code ? help_line->text.has_value() : help_line->call.has_value();
}

bool is_language_offered(const content::Content& content, const std::string& language) {
    const auto& offered = content.site.languages;
    return language.empty() || std::find(offered.begin() + 1, offered.end(), language) != offered.end();
}

bool are_scrolls_valid(const session::State& state) {
    return std::all_of(state.scroll_mm.begin(), state.scroll_mm.end(),
                       [](double mm) { return std::isfinite(mm) && mm >= 0; });
}

bool has_no_future_times(base::Instant now, const session::State& state) {
    return state.last_touch_at <= now && state.warned_at.value_or(now) <= now &&
           (!state.slip || state.slip->torn_at <= now);
}

// Empty: nothing is wrong with the screens of staff.
std::string find_staff_violation(const content::Content& content, const session::State& state, base::Instant now) {
    const session::StaffState& staff = *state.staff;
    if (content.site.staff_pin.empty()) return "a staff page without a PIN";
    session::State staff_only;
    staff_only.staff = staff;
    staff_only.last_touch_at = state.last_touch_at;
    staff_only.is_hide_pressed = state.is_hide_pressed;
    staff_only.scroll_mm.front() = state.scroll_mm.front();
    if (state != staff_only) return "something of a visit on the staff page";
    if (staff.screen != session::StaffScreen::pin &&
        (!staff.entered_pin.empty() || staff.is_verifying || staff.locked_until))
        return "a PIN on a page that needs none any more";
    if (staff.screen != session::StaffScreen::touch && !(staff.trail.empty() && staff.reached_cells.empty()))
        return "a finger's trail outside the touch test";
    if (staff.screen != session::StaffScreen::sound && staff.tone != session::ToneTest::idle)
        return "a tone outside the sound test";
    if (staff.entered_pin.size() > session::max_pin_digits) return "a PIN that is too long";
    if (staff.opened_at > now) return "something that happens only later";
    return {};
}

session::State idle_state_of(const session::State& state) {
    session::State idle;
    idle.is_covered = state.is_covered;
    return idle;
}

} // namespace

std::string find_state_violation(const content::Content& content, const session::State& state, base::Instant now) {
    if (!is_section_shown(content, state)) return "a section that this place does not show: " + state.section;
    if (state.slip && !is_slip_valid(content, *state.slip))
        return "a slip without a line: " + state.slip->help_line;
    if (!is_language_offered(content, state.language))
        return "a language that is not offered: " + state.language;
    if (state.text_size < session::min_text_size || state.text_size > session::max_text_size)
        return "text size " + std::to_string(state.text_size);
    if (state.color_scheme < session::ColorScheme::light || state.color_scheme > session::ColorScheme::high_contrast)
        return "an unknown look";
    if (!are_scrolls_valid(state)) return "a scroll that is no length";
    if (!has_no_future_times(now, state)) return "something that happens only later";
    if (state.staff)
        if (auto violation = find_staff_violation(content, state, now); !violation.empty()) return violation;
    if (state.is_covered && session::is_visit_active(state)) return "something of a visit under the cover";
    if (!session::is_visit_active(state) && state != idle_state_of(state)) return "the time of a touch, after the visit";
    if (const auto due = session::next_deadline(content, state); due && *due <= now)
        return "a visit that outlives its end";
    return {};
}

} // namespace harness
