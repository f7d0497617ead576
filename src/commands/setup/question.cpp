#include "commands/setup/question.hpp"

#include <fmt/format.h>

#include <optional>
#include <sstream>

namespace commands::setup {

namespace {

constexpr const char* none_answer = "none"; // as an answer: take the key out

std::string language_choices(const std::vector<LanguageOption>& languages) {
    std::string all;
    for (const LanguageOption& option : languages) {
        all += fmt::format("\n  {:<5} {}", option.code,
                           option.name.empty() ? "its file has mistakes" : option.name);
        if (option.is_draft) all += ", a draft that nobody has reviewed";
    }
    return all;
}

std::string join_with_spaces(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) all.append(all.empty() ? "" : " ").append(item);
    return all;
}

// "en, es", "en es"
std::string yaml_list(std::string answer) {
    for (char& letter : answer)
        if (letter == ',') letter = ' ';
    std::istringstream stream(answer);
    std::string list;
    for (std::string word; stream >> word;)
        list.append(list.empty() ? "" : ", ").append(content::yaml_scalar(word));
    return fmt::format("[{}]", list);
}

std::string mounting_yaml(const std::string& bottom, const std::optional<content::Mounting>& current) {
    const content::Mounting defaults, effective = current.value_or(defaults);
    std::string heights = "bottom: " + content::yaml_scalar(bottom);
    if (effective.lowest_mm != defaults.lowest_mm) heights += fmt::format(", lowest: {}", effective.lowest_mm);
    if (effective.highest_mm != defaults.highest_mm)
        heights += fmt::format(", highest: {}", effective.highest_mm);
    return fmt::format("{{{}}}", heights);
}

} // namespace

std::vector<Question> questions(const content::Site& site, const std::vector<LanguageOption>& languages) {
    const std::string panel = site.panel_inches ? fmt::format("{:g}", *site.panel_inches) : none_answer;
    const std::string bottom = site.mounting ? std::to_string(site.mounting->bottom_mm) : none_answer;
    return {{"school", "The school's name, as visitors read it", site.school},
            {"place", "Where it hangs: lobby, or nurse for the nurse's office",
             site.place == content::Place::lobby ? "lobby" : "nurse"},
            {"panel", "The picture from corner to corner in inches; none: ask the display", panel},
            {"rotate", "The picture is turned on the display by 0, 90, 180 or 270 degrees",
             std::to_string(site.rotate)},
            {"mounting", "From the floor to the lower edge of the picture in mm; none: not measured", bottom},
            {"languages",
             "The languages, first the one at rest, of these:" + language_choices(languages) + "\n ",
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
