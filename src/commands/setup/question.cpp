#include "commands/setup/question.hpp"

#include <fmt/format.h>

#include <optional>
#include <sstream>

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

// Splits the answer at commas and spaces, so "en, es" and "en es" both become "[en, es]".
std::string yaml_list(std::string answer) {
    for (char& letter : answer)
        if (letter == ',') letter = ' ';
    std::istringstream stream(answer);
    std::string list;
    for (std::string word; stream >> word;)
        list.append(list.empty() ? "" : ", ").append(content::yaml_scalar(word));
    return fmt::format("[{}]", list);
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

} // namespace

std::vector<Question> questions(const content::Site& site,
                                const std::vector<LanguageOption>& languages) {
    const std::string panel =
        site.panel_inches ? fmt::format("{:g}", *site.panel_inches) : none_answer;
    const std::string bottom =
        site.mounting ? std::to_string(site.mounting->bottom_mm) : none_answer;
    return {
        {"school", "Name of the school, as visitors see it", site.school},
        {"place", "Place: lobby, or nurse for the nurse's office",
         site.place == content::Place::lobby ? "lobby" : "nurse"},
        {"panel",
         "Diagonal of the picture in inches, or none to use the size that the display reports",
         panel},
        {"rotate", "Clockwise rotation of the picture in degrees: 0, 90, 180 or 270",
         std::to_string(site.rotate)},
        {"mounting",
         "Height of the lower edge of the picture above the floor in mm, or none if not measured",
         bottom},
        {"languages",
         "Languages, starting with the default one. Available:" + language_choices(languages) +
             "\n ",
         join_with_spaces(site.languages)}};
}

content::YamlKeyEdit edit_for_answer(const std::string& key, const std::string& answer,
                                     const content::Site& site) {
    if ((key == "panel" || key == "mounting") && answer == none_answer) return {key, std::nullopt};
    if (key == "mounting") return {key, mounting_yaml(answer, site.mounting)};
    if (key == "languages") return {key, yaml_list(answer)};
    return {key, content::yaml_scalar(answer)};
}

} // namespace commands::setup
