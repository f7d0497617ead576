#include "session/fault.hpp"

#include <algorithm>
#include <cmath>

namespace session {

namespace {

bool is_open_to_all(const content::Content& content, const State& state) {
    const content::Section* section = content.section(state.section);
    return state.section.empty() || (section != nullptr && content.shows(section->audience));
}

bool slip_is_of_a_line(const content::Content& content, const Slip& slip) {
    const content::HelpLine* line = content.line(slip.line);
    if (line == nullptr || !content.shows(line->audience)) return false;
    return slip.texting ? line->text.has_value() : line->call.has_value();
}

bool is_offered(const content::Content& content, const std::string& language) {
    const auto& offered = content.site.languages;
    return language.empty() || std::find(offered.begin() + 1, offered.end(), language) != offered.end();
}

bool scrolls_are_lengths(const State& state) {
    return std::all_of(state.scroll.begin(), state.scroll.end(),
                       [](double mm) { return std::isfinite(mm) && mm >= 0; });
}

bool comes_after(Instant now, const State& state) {
    return state.last_touch <= now && state.asked.value_or(now) <= now &&
           (!state.slip || state.slip->torn <= now);
}

// Empty: nothing is wrong with the screens of staff.
std::string fault_of_staff(const content::Content& content, const State& state, Instant now) {
    const Staff& staff = *state.staff;
    if (content.site.staff_pin.empty()) return "a staff page without a PIN";
    State alone;
    alone.staff = staff;
    alone.last_touch = state.last_touch;
    alone.hiding = state.hiding;
    alone.scroll.front() = state.scroll.front();
    if (state != alone) return "something of a visit on the staff page";
    if (staff.screen != StaffScreen::pin && (!staff.typed.empty() || staff.checking || staff.locked_until))
        return "a PIN on a page that needs none any more";
    if (staff.screen != StaffScreen::touch && !(staff.trail.empty() && staff.reached.empty()))
        return "a finger's trail outside the touch test";
    if (staff.screen != StaffScreen::sound && staff.tone != Tone::none) return "a tone outside the sound test";
    if (staff.typed.size() > longest_pin) return "a PIN that is too long";
    if (staff.since > now) return "something that happens only later";
    return {};
}

State at_rest(const State& state) {
    State rest;
    rest.covered = state.covered;
    return rest;
}

} // namespace

std::string fault(const content::Content& content, const State& state, Instant now) {
    if (!is_open_to_all(content, state)) return "a section that this place does not show: " + state.section;
    if (state.slip && !slip_is_of_a_line(content, *state.slip))
        return "a slip without a line: " + state.slip->line;
    if (!is_offered(content, state.language)) return "a language that is not offered: " + state.language;
    if (state.text_size < smallest_text || state.text_size > largest_text)
        return "text size " + std::to_string(state.text_size);
    if (state.look < Look::paper || state.look > Look::contrast) return "an unknown look";
    if (!scrolls_are_lengths(state)) return "a scroll that is no length";
    if (!comes_after(now, state)) return "something that happens only later";
    if (state.staff)
        if (auto wrong = fault_of_staff(content, state, now); !wrong.empty()) return wrong;
    if (state.covered && visit_open(state)) return "something of a visit under the cover";
    if (!visit_open(state) && state != at_rest(state)) return "the time of a touch, after the visit";
    if (const auto due = deadline(content, state); due && *due <= now) return "a visit that outlives its end";
    return {};
}

} // namespace session
