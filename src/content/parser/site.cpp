#include "content/parser/site.hpp"

#include "content/parser/opening_hours.hpp"
#include "content/parser/staff_pin.hpp"
#include "content/parser/station_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

// Accepts codes of two or three letters with optional subtags, like "es" or "zh-Hans". They are
// used as file names, so slashes and periods are not allowed.
bool is_language_code(std::string_view text) {
    constexpr std::size_t max_length = 16;
    const std::size_t language_length = std::min(text.find('-'), text.size());
    const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const auto is_subtag = [&](char letter) {
        return is_lower(letter) || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-';
    };
    return (language_length == 2 || language_length == 3) && text.size() <= max_length &&
           !text.ends_with('-') && std::ranges::all_of(text.substr(0, language_length), is_lower) &&
           std::ranges::all_of(text.substr(language_length), is_subtag);
}

void read_school(MapReader& reader, PartialSite& partial_site) {
    const YamlNode* const node = reader.find("school");
    if (node == nullptr) return;
    partial_site.has_school = true;
    partial_site.site.school = read_line(*node, reader.context(), "\"school\"", limit::name);
    reader.context().texts.push_back({.text = partial_site.site.school,
                                      .limit = limit::name,
                                      .audience = Audience::everyone,
                                      .is_optional = true});
}

void read_place(MapReader& reader, PartialSite& partial_site) {
    static constexpr std::array<std::string_view, 2> places{"lobby", "nurse"};
    if (reader.find("place") == nullptr) return;
    partial_site.has_place = true;
    const auto place = reader.optional_choice("place", places);
    if (place) partial_site.site.place = *place == 0 ? Place::lobby : Place::nurse;
}

void read_languages(MapReader& reader, PartialSite& partial_site) {
    constexpr std::size_t max_languages = 12; // fit on the language picker
    const YamlNode* const node = reader.find("languages");
    if (node == nullptr) return;
    partial_site.languages.clear();
    const ParseContext& context = reader.context();
    read_list(*node, context, "\"languages\"", 1, max_languages, [&](const YamlNode& item) {
        if (!expect_kind(YamlNode::Kind::scalar, item, context, "a language")) return;
        if (!is_language_code(item.text)) {
            context.source.error(item.range,
                                 fmt::format("{} is not a language code", quote(item.text)),
                                 "write a code like \"en\", \"es\" or \"ar\"");
        } else if (std::ranges::find(partial_site.languages, item.text, &RequestedLanguage::code) !=
                   partial_site.languages.end()) {
            context.source.error(item.range, fmt::format("{} is listed twice", quote(item.text)));
        } else {
            partial_site.languages.push_back({item.text, &context.source, item.range});
        }
    });
}

void read_mounting(MapReader& reader, PartialSite& partial_site) {
    constexpr int max_height_mm = 3000; // the height of a ceiling
    const YamlNode* const node = reader.find("mounting");
    if (node == nullptr) return;
    MapReader heights(*node, reader.context(), "\"mounting\"");
    Mounting& mounting = partial_site.site.mounting.emplace();
    heights.require("bottom");
    mounting.bottom_mm =
        heights.optional_int("bottom", 0, max_height_mm, "mm").value_or(mounting.bottom_mm);
    mounting.lowest_mm =
        heights.optional_int("lowest", 0, max_height_mm, "mm").value_or(mounting.lowest_mm);
    mounting.highest_mm =
        heights.optional_int("highest", 0, max_height_mm, "mm").value_or(mounting.highest_mm);
    heights.report_unknown_keys();
    if (mounting.lowest_mm >= mounting.highest_mm) {
        reader.context().source.error(heights.range(), "\"lowest\" must be less than \"highest\"");
    }
}

void read_idle(MapReader& reader, PartialSite& partial_site) {
    const YamlNode* const node = reader.find("idle");
    if (node == nullptr) return;
    MapReader seconds(*node, reader.context(), "\"idle\"");
    // At least 20 seconds to read the question, understand it and reach the screen.
    partial_site.ask_after = seconds.optional_int("ask_after", 10, 3600, "seconds");
    partial_site.leave_after = seconds.optional_int("leave_after", 20, 3600, "seconds");
    seconds.report_unknown_keys();
}

} // namespace

void read_site(const YamlNode& node, const ParseContext& context, PartialSite& partial_site) {
    static constexpr std::array<std::string_view, 2> motions{"full", "none"};
    static constexpr std::array<std::string_view, 4> rotations{"0", "90", "180", "270"};
    MapReader reader(node, context, "the site");
    read_school(reader, partial_site);
    read_place(reader, partial_site);
    read_languages(reader, partial_site);
    if (reader.find("panel") != nullptr)
        partial_site.site.panel_inches = reader.optional_number("panel", 5, 100, "inches");
    read_mounting(reader, partial_site);
    if (const auto quarters = reader.optional_choice("rotate", rotations))
        partial_site.site.rotate = 90 * static_cast<int>(*quarters);
    read_idle(reader, partial_site);
    if (const auto motion = reader.optional_choice("motion", motions))
        partial_site.site.motion = *motion == 0;
    if (const YamlNode* const hours = reader.find("hours"))
        partial_site.site.hours = read_opening_hours(*hours, context);
    if (const YamlNode* const days = reader.find("holidays"))
        partial_site.site.holidays = read_holidays(*days, context);
    read_staff_pin(reader, partial_site.site.staff_pin);
    read_station_settings(reader, partial_site.site.station);
    reader.report_unknown_keys();
}

Site build_site(const PartialSite& partial_site) {
    Site site = partial_site.site;
    const bool is_lobby = site.place == Place::lobby;
    site.idle.ask_after =
        std::chrono::seconds(partial_site.ask_after.value_or(is_lobby ? 60 : 300));
    site.idle.leave_after =
        std::chrono::seconds(partial_site.leave_after.value_or(is_lobby ? 20 : 30));
    if (!partial_site.languages.empty()) site.languages.clear();
    for (const RequestedLanguage& language : partial_site.languages)
        site.languages.push_back(language.code);
    return site;
}

} // namespace content::parser
