#include "content/parser/site.hpp"

#include "base/utf8.hpp"
#include "content/language_code.hpp"
#include "content/parser/keypad.hpp"
#include "content/parser/kind_advice.hpp"
#include "content/parser/language_names.hpp"
#include "content/parser/opening_hours.hpp"
#include "content/parser/staff_pin.hpp"
#include "content/parser/station_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace content::parser {

namespace {

// Returns the code that was meant by "Spanish", "ES" or "zh_Hans", or nullopt if it is not clear.
std::optional<std::string> find_code(std::string_view written) {
    if (const auto code = find_language_code(written)) return std::string(*code);
    std::string code(written);
    std::ranges::replace(code, '_', '-');
    const std::size_t language_length = std::min(code.find('-'), code.size());
    for (std::size_t i = 0; i < language_length; ++i) code[i] = base::to_lower_ascii(code[i]);
    return is_language_code(code) ? std::optional(code) : std::nullopt;
}

std::string advice_for_language(std::string_view written) {
    const auto code = find_code(written);
    return code ? fmt::format("write \"{}\"", *code) : "write a code like \"en\", \"es\" or \"ar\"";
}

// Returns the codes that a text instead of a list means, "en, es", or nullopt if that is not clear.
std::optional<std::string> find_codes(const YamlNode& node) {
    std::string codes;
    if (node.kind != YamlNode::Kind::scalar) return std::nullopt;
    for (const std::string& word : split_words(node.text)) {
        if (word == "and" || word == "y" || word == "&" || word == "+") continue;
        const auto code = find_code(word);
        if (!code) return std::nullopt;
        codes.append(codes.empty() ? "" : ", ").append(*code);
    }
    return codes.empty() ? std::nullopt : std::optional(codes);
}

void read_school(MapReader& reader, PartialSite& partial_site) {
    const YamlNode* const node = reader.find("school");
    if (node == nullptr) return;
    partial_site.has_school = true;
    partial_site.site.school = read_line(*node, reader.context(), "\"school\"", limit::name);
    reader.context().texts.push_back({.text = partial_site.site.school,
                                      .limit = limit::name,
                                      .audience = Audience::everyone,
                                      .screen = "cover",
                                      .is_optional = true});
}

void read_place(MapReader& reader, PartialSite& partial_site) {
    static constexpr std::array<std::string_view, 2> places{"lobby", "nurse"};
    static constexpr auto synonyms = std::to_array<Synonym>({{"nurse's office", "nurse"},
                                                             {"nurse office", "nurse"},
                                                             {"the nurse", "nurse"},
                                                             {"the lobby", "lobby"},
                                                             {"school nurse", "nurse"},
                                                             {"entrance", "lobby"},
                                                             {"front hall", "lobby"}});
    if (reader.find("place") == nullptr) return;
    partial_site.has_place = true;
    const auto place = reader.optional_choice("place", places, synonyms);
    if (place) partial_site.site.place = *place == 0 ? Place::lobby : Place::nurse;
}

void read_languages(MapReader& reader, PartialSite& partial_site) {
    constexpr std::size_t max_languages = 12; // fit on the language picker
    const YamlNode* const node = reader.find("languages");
    if (node == nullptr) return;
    partial_site.languages.clear();
    const ParseContext& context = reader.context();
    if (const auto codes = find_codes(*node)) {
        context.source.error(node->range, "\"languages\" must be a list, not text",
                             fmt::format("write [{}]", *codes));
        return;
    }
    read_list(*node, context, "\"languages\"", 1, max_languages, [&](const YamlNode& item) {
        if (!expect_kind(YamlNode::Kind::scalar, item, context, "a language")) return;
        if (!is_language_code(item.text)) {
            context.source.error(item.range,
                                 fmt::format("{} is not a language code", quote(item.text)),
                                 advice_for_language(item.text));
        } else if (std::ranges::find(partial_site.languages, item.text, &RequestedLanguage::code) !=
                   partial_site.languages.end()) {
            context.source.error(item.range, fmt::format("{} is listed twice", quote(item.text)),
                                 "remove one of the two");
        } else {
            partial_site.languages.push_back({item.text, &context.source, item.range});
        }
    });
}

void read_mounting(MapReader& reader, PartialSite& partial_site) {
    constexpr int max_height_mm = 3000; // the height of a ceiling
    const YamlNode* const node = reader.find("mounting");
    if (node == nullptr) return;
    MapReader heights(*node, reader.context(), "\"mounting\"", "{bottom: %}");
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
        reader.context().source.error(heights.range(), "\"lowest\" must be less than \"highest\"",
                                      mounting.lowest_mm == mounting.highest_mm
                                          ? "write a greater height for \"highest\""
                                          : fmt::format("write lowest: {}, highest: {}",
                                                        mounting.highest_mm, mounting.lowest_mm));
    }
}

void read_idle(MapReader& reader, PartialSite& partial_site) {
    const YamlNode* const node = reader.find("idle");
    if (node == nullptr) return;
    MapReader seconds(*node, reader.context(), "\"idle\"", "{ask_after: %}");
    // At least 20 seconds to read the question, understand it and reach the screen.
    partial_site.ask_after = seconds.optional_int("ask_after", 10, 3600, "seconds");
    partial_site.leave_after = seconds.optional_int("leave_after", 20, 3600, "seconds");
    seconds.report_unknown_keys();
}

// The picture turns clockwise.
constexpr auto rotation_synonyms = std::to_array<Synonym>({
    {"-90", "270"},
    {"-180", "180"},
    {"-270", "90"},
    {"360", "0"},
    {"450", "90"},
    {"090", "90"},
    {"00", "0"},
    {"000", "0"},
    {"90°", "90"},
    {"180°", "180"},
    {"270°", "270"},
    {"-90°", "270"},
    {"0°", "0"},
    {"90 degrees", "90"},
    {"180 degrees", "180"},
    {"270 degrees", "270"},
    {"-90 degrees", "270"},
    {"0 degrees", "0"},
    {"right", "90"},
    {"clockwise", "90"},
    {"left", "270"},
    {"counterclockwise", "270"},
    {"upside down", "180"},
    {"upside-down", "180"},
    {"none", "0"},
    {"no", "0"},
    {"off", "0"},
    {"normal", "0"},
    {"false", "0"},
    {"landscape", "0"},
    {"90.0", "90"},
    {"180.0", "180"},
    {"270.0", "270"},
    {"+90", "90"},
    {"+180", "180"},
    {"+270", "270"},
});

constexpr auto motion_synonyms = std::to_array<Synonym>({{"no", "none"},
                                                         {"off", "none"},
                                                         {"false", "none"},
                                                         {"reduced", "none"},
                                                         {"0", "none"},
                                                         {"yes", "full"},
                                                         {"on", "full"},
                                                         {"true", "full"},
                                                         {"normal", "full"},
                                                         {"1", "full"}});

constexpr auto audio_synonyms = std::to_array<Synonym>({{"no", "off"},
                                                        {"none", "off"},
                                                        {"false", "off"},
                                                        {"mute", "off"},
                                                        {"muted", "off"},
                                                        {"silent", "off"},
                                                        {"0", "off"},
                                                        {"yes", "headphones"},
                                                        {"on", "headphones"},
                                                        {"true", "headphones"},
                                                        {"headset", "headphones"},
                                                        {"earphones", "headphones"},
                                                        {"earbuds", "headphones"},
                                                        {"1", "headphones"}});

void read_audio(MapReader& reader, PartialSite& partial_site) {
    static constexpr std::array<std::string_view, 2> choices{"off", "headphones"};
    if (const auto audio = reader.optional_choice("audio", choices, audio_synonyms))
        partial_site.site.audio = *audio == 0 ? Audio::off : Audio::headphones;
}

// Faster than half a second nobody can press in time.
void read_scanning(MapReader& reader, PartialSite& partial_site) {
    constexpr double min_seconds = 0.5;
    constexpr double max_seconds = 30;
    if (reader.find("scanning") == nullptr) return;
    if (const auto seconds =
            reader.optional_number("scanning", min_seconds, max_seconds, "seconds"))
        partial_site.site.scanning = std::chrono::milliseconds(std::lround(*seconds * 1000));
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
    if (const auto quarters = reader.optional_choice("rotate", rotations, rotation_synonyms))
        partial_site.site.rotate = 90 * static_cast<int>(*quarters);
    read_idle(reader, partial_site);
    if (const auto motion = reader.optional_choice("motion", motions, motion_synonyms))
        partial_site.site.motion = *motion == 0;
    read_audio(reader, partial_site);
    read_keypad(reader, partial_site.site.keypad);
    read_scanning(reader, partial_site);
    if (const YamlNode* const hours = reader.find("hours"))
        partial_site.site.hours = read_opening_hours(*hours, context);
    if (const YamlNode* const days = reader.find("holidays"))
        partial_site.site.holidays = read_holidays(*days, context);
    read_staff_pin(reader, partial_site.site.staff_pin);
    if (const auto staff_button = reader.optional_boolean("staff_button"))
        partial_site.staff_button = *staff_button;
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
    // The button opens the PIN pad, which does not exist without a PIN.
    site.has_staff_button =
        partial_site.staff_button.value_or(!is_lobby) && !site.staff_pin.empty();
    if (!partial_site.languages.empty()) site.languages.clear();
    for (const RequestedLanguage& language : partial_site.languages)
        site.languages.push_back(language.code);
    return site;
}

} // namespace content::parser
