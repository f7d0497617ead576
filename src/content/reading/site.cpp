#include "content/reading/site.hpp"

#include "content/reading/hours.hpp"
#include "content/reading/staff_pin.hpp"
#include "content/reading/station.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::reading {

namespace {

bool is_language_code(std::string_view text) {
    constexpr std::size_t longest = 16;
    const std::size_t language = std::min(text.find('-'), text.size());
    const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const auto is_subtag = [&](char letter) {
        return is_lower(letter) || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
               letter == '-';
    };
    return (language == 2 || language == 3) && text.size() <= longest && !text.ends_with('-') &&
           std::ranges::all_of(text.substr(0, language), is_lower) &&
           std::ranges::all_of(text.substr(language), is_subtag);
}

void read_school(Fields& fields, SiteDraft& draft) {
    const Node* const node = fields.find("school");
    if (node == nullptr) return;
    draft.has_school = true;
    draft.site.school = read_line(*node, fields.reading(), "\"school\"", limit::name);
    fields.reading().said.push_back(
        {.text = draft.site.school, .limit = limit::name, .audience = Audience::everyone, .optional = true});
}

void read_place(Fields& fields, SiteDraft& draft) {
    static constexpr std::array<std::string_view, 2> places{"lobby", "nurse"};
    if (fields.find("place") == nullptr) return;
    draft.has_place = true;
    const auto place = fields.choice_if_given("place", places);
    if (place) draft.site.place = *place == 0 ? Place::lobby : Place::nurse;
}

void read_languages(Fields& fields, SiteDraft& draft) {
    constexpr std::size_t most = 12; // names that fit on the screen of languages
    const Node* const node = fields.find("languages");
    if (node == nullptr) return;
    draft.languages.clear();
    const Reading& reading = fields.reading();
    read_list(*node, reading, "\"languages\"", 1, most, [&](const Node& item) {
        if (!expect(Node::Kind::text, item, reading, "a language")) return;
        if (!is_language_code(item.text)) {
            reading.source.error(item.where,
                                 fmt::format("{} is not the code of a language", in_quotes(item.text)),
                                 "write a code like \"en\", \"es\" or \"ar\"");
        } else if (std::ranges::find(draft.languages, item.text, &LanguageCode::code) !=
                   draft.languages.end()) {
            reading.source.error(item.where, fmt::format("{} is listed twice", in_quotes(item.text)));
        } else {
            draft.languages.push_back({item.text, &reading.source, item.where});
        }
    });
}

void read_mounting(Fields& fields, SiteDraft& draft) {
    constexpr int highest = 3000; // millimetres: a ceiling
    const Node* const node = fields.find("mounting");
    if (node == nullptr) return;
    Fields heights(*node, fields.reading(), "\"mounting\"");
    Mounting& mounting = draft.site.mounting.emplace();
    heights.need("bottom");
    mounting.bottom_mm = heights.whole_if_given("bottom", 0, highest, "mm").value_or(mounting.bottom_mm);
    mounting.lowest_mm = heights.whole_if_given("lowest", 0, highest, "mm").value_or(mounting.lowest_mm);
    mounting.highest_mm = heights.whole_if_given("highest", 0, highest, "mm").value_or(mounting.highest_mm);
    heights.done();
    if (mounting.lowest_mm >= mounting.highest_mm) {
        fields.reading().source.error(heights.where(), "\"lowest\" must be less than \"highest\"");
    }
}

void read_idle(Fields& fields, SiteDraft& draft) {
    const Node* const node = fields.find("idle");
    if (node == nullptr) return;
    Fields seconds(*node, fields.reading(), "\"idle\"");
    // Less than 20 seconds is too short to read a question, understand it and reach the screen.
    draft.ask_after = seconds.whole_if_given("ask_after", 10, 3600, "seconds");
    draft.leave_after = seconds.whole_if_given("leave_after", 20, 3600, "seconds");
    seconds.done();
}

} // namespace

void read_site(const Node& node, const Reading& reading, SiteDraft& draft) {
    static constexpr std::array<std::string_view, 2> motions{"full", "none"};
    static constexpr std::array<std::string_view, 4> turns{"0", "90", "180", "270"};
    Fields fields(node, reading, "the site");
    read_school(fields, draft);
    read_place(fields, draft);
    read_languages(fields, draft);
    if (fields.find("panel") != nullptr)
        draft.site.panel_inches = fields.measure_if_given("panel", 5, 100, "inches");
    read_mounting(fields, draft);
    if (const auto quarters = fields.choice_if_given("rotate", turns))
        draft.site.rotate = 90 * static_cast<int>(*quarters);
    read_idle(fields, draft);
    if (const auto motion = fields.choice_if_given("motion", motions)) draft.site.motion = *motion == 0;
    if (const Node* const hours = fields.find("hours")) draft.site.hours = read_hours(*hours, reading);
    if (const Node* const days = fields.find("holidays")) draft.site.holidays = read_holidays(*days, reading);
    read_staff_pin(fields, draft.site.staff_pin);
    read_station(fields, draft.site.station);
    fields.done();
}

Site finish(const SiteDraft& draft) {
    Site site = draft.site;
    const bool lobby = site.place == Place::lobby;
    site.idle.ask_after = std::chrono::seconds(draft.ask_after.value_or(lobby ? 60 : 300));
    site.idle.leave_after = std::chrono::seconds(draft.leave_after.value_or(lobby ? 20 : 30));
    if (!draft.languages.empty()) site.languages.clear();
    for (const LanguageCode& language : draft.languages) site.languages.push_back(language.code);
    return site;
}

} // namespace content::reading
