#include "commands/setup/question.hpp"

#include "base/utf8.hpp"
#include "commands/setup/hours_answer.hpp"
#include "commands/setup/length.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

namespace commands::setup {

namespace {

constexpr const char* none_answer = "none"; // the answer that removes the key

std::string language_choices(const std::vector<LanguageOption>& languages) {
    std::string all;
    for (const LanguageOption& option : languages) {
        all += fmt::format("\n  {:<5} {}", option.code,
                           option.name.empty() ? "its file has errors" : option.name);
        if (option.is_draft) all += ", not reviewed";
    }
    return all;
}

std::string join_with_spaces(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) all.append(all.empty() ? "" : " ").append(item);
    return all;
}

// Returns the code of a language, or the answer if it is no code or name of one that is available.
std::string language_code(const std::string& answer, const std::vector<LanguageOption>& languages) {
    // What nurses and caretakers write instead of the codes of the shipped translations.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> english_names{
        {{"english", "en"},
         {"spanish", "es"},
         {"espanol", "es"},
         {"arabic", "ar"},
         {"burmese", "my"},
         {"myanmar", "my"}}};
    const std::string wanted = base::to_lower_ascii(answer);
    for (const LanguageOption& language : languages)
        if (wanted == base::to_lower_ascii(language.code) ||
            wanted == base::to_lower_ascii(language.name))
            return language.code;
    for (const auto& [name, code] : english_names)
        if (wanted == name) return std::string(code);
    return answer;
}

// Splits the answer at commas and spaces, so "en, es", "en es" and "English and Spanish" all become
// "[en, es]".
std::string languages_yaml(std::string answer, const std::vector<LanguageOption>& languages) {
    for (char& letter : answer)
        if (letter == ',' || letter == ';' || letter == '/' || letter == '+') letter = ' ';
    std::istringstream stream(answer);
    std::string list;
    for (std::string word; stream >> word;)
        if (word != "and" && word != "&")
            list.append(list.empty() ? "" : ", ")
                .append(content::yaml_scalar(language_code(word, languages)));
    return fmt::format("[{}]", list);
}

// Returns "lobby" or "nurse" for a place that is plainly one of them, otherwise the answer.
std::string place_value(const std::string& answer) {
    const std::string place = base::to_lower_ascii(answer);
    const auto has = [&place](std::string_view word) {
        return place.find(word) != std::string::npos;
    };
    for (const char* word : {"nurse", "health", "clinic", "infirmary", "counsel"})
        if (has(word)) return "nurse";
    for (const char* word : {"lobby", "hall", "entrance", "entry", "foyer", "library", "cafeteria",
                             "atrium", "corridor"})
        if (has(word)) return "lobby";
    return answer;
}

// Returns 0, 90, 180 or 270 for a rotation that is written in another way, otherwise the answer.
std::string rotate_value(const std::string& answer) {
    const std::string text = base::to_lower_ascii(answer);
    if (text == none_answer || text == "no" || text == "upright") return "0";
    if (text == "right" || text == "clockwise") return "90";
    if (text == "upside down") return "180";
    if (text == "left" || text == "counterclockwise") return "270";
    int degrees = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), degrees);
    const std::string_view unit(result.ptr, text.data() + text.size());
    const bool is_degrees = unit.empty() || unit == "°" || unit == " degrees" || unit == " deg";
    if (result.ec != std::errc() || !is_degrees || degrees % 90 != 0) return answer;
    return std::to_string((degrees % 360 + 360) % 360);
}

AnswerResult panel_answer(const std::string& answer) {
    const auto length = parse_length(answer, mm_per_inch);
    const std::string value =
        length ? fmt::format("{:g}", std::round(length->mm / mm_per_inch * 10) / 10) : answer;
    return {content::YamlKeyEdit{"panel", content::yaml_scalar(value)}, {}};
}

std::string mounting_yaml(const std::string& bottom,
                          const std::optional<content::Mounting>& current) {
    const content::Mounting defaults;
    const content::Mounting effective = current.value_or(defaults);
    std::string heights = "bottom: " + content::yaml_scalar(bottom);
    if (effective.lowest_mm != defaults.lowest_mm)
        heights += fmt::format(", lowest: {}", effective.lowest_mm);
    if (effective.highest_mm != defaults.highest_mm)
        heights += fmt::format(", highest: {}", effective.highest_mm);
    return fmt::format("{{{}}}", heights);
}

AnswerResult mounting_answer(const std::string& answer, const content::Site& site) {
    const auto length = parse_length(answer, 1);
    if (!length)
        return {content::YamlKeyEdit{"mounting", mounting_yaml(answer, site.mounting)}, {}};
    // Nobody mounts a screen that low: this may be a number of inches.
    constexpr double min_mm_without_unit = 100;
    if (!length->has_unit && length->mm > 0 && length->mm < min_mm_without_unit)
        return {std::nullopt, fmt::format("{0} what? Write {0} in or {0} mm", answer)};
    const std::string bottom = fmt::format("{:.0f}", length->mm);
    return {content::YamlKeyEdit{"mounting", mounting_yaml(bottom, site.mounting)}, {}};
}

AnswerResult hours_answer(const std::string& answer) {
    const std::string text = base::to_lower_ascii(answer);
    for (const char* word : {always_open, none_answer, "24/7", "no"})
        if (text == word) return {content::YamlKeyEdit{"hours", std::nullopt}, {}};
    const auto hours = parse_hours(answer);
    if (!hours)
        return {std::nullopt,
                "write days and times, for example: mon-fri 7:00-17:30, sat 9am-12pm; or always"};
    return {content::YamlKeyEdit{"hours", hours_yaml(*hours)}, {}};
}

} // namespace

std::vector<Question> questions(const content::Site& site,
                                const std::vector<LanguageOption>& languages) {
    const std::string panel =
        site.panel_inches ? fmt::format("{:g}", *site.panel_inches) : none_answer;
    const std::string bottom =
        site.mounting ? fmt::format("{} mm", site.mounting->bottom_mm) : none_answer;
    return {
        {"school", "Name of the school, as visitors see it", site.school},
        {"place",
         "Place: lobby for any place that everybody passes, or nurse for the nurse's office",
         site.place == content::Place::lobby ? "lobby" : "nurse"},
        {"panel",
         "Diagonal of the picture in inches, or none to use the size that the display reports",
         panel},
        {"rotate", "Clockwise rotation of the picture in degrees: 0, 90, 180 or 270",
         std::to_string(site.rotate)},
        {"mounting",
         "Height of the lower edge of the picture above the floor, for example 30 in or 760 mm, or "
         "none if not measured",
         bottom},
        {"languages",
         "Languages, starting with the default one. Available:" + language_choices(languages) +
             "\n ",
         join_with_spaces(site.languages)},
        {"hours",
         "Opening hours, for example mon-fri 7:00-17:30, sat 9am-12pm, or always to never turn the "
         "screen off",
         format_hours(site.hours)}};
}

AnswerResult parse_answer(const std::string& key, const std::string& answer,
                          const content::Site& site, const std::vector<LanguageOption>& languages) {
    const auto is_control = [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    };
    if (std::ranges::any_of(answer, is_control))
        return {std::nullopt,
                "this contains a key that is not a letter, such as an arrow; type it again"};
    const auto edit = [&key](const std::string& value) {
        return AnswerResult{content::YamlKeyEdit{key, content::yaml_scalar(value)}, {}};
    };
    if ((key == "panel" || key == "mounting") && base::to_lower_ascii(answer) == none_answer)
        return {content::YamlKeyEdit{key, std::nullopt}, {}};
    if (key == "panel") return panel_answer(answer);
    if (key == "mounting") return mounting_answer(answer, site);
    if (key == "hours") return hours_answer(answer);
    if (key == "place") return edit(place_value(answer));
    if (key == "rotate") return edit(rotate_value(answer));
    if (key == "languages")
        return {content::YamlKeyEdit{key, languages_yaml(answer, languages)}, {}};
    return edit(answer);
}

} // namespace commands::setup
