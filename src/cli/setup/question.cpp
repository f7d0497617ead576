#include "cli/setup/question.hpp"

#include <fmt/format.h>

#include <optional>
#include <sstream>

namespace cli::setup {

namespace {

constexpr const char* none = "none"; // as an answer: take the key out

std::string choices(const std::vector<Offer>& languages) {
    std::string all;
    for (const Offer& offer : languages) {
        all +=
            fmt::format("\n  {:<5} {}", offer.code, offer.name.empty() ? "its file has mistakes" : offer.name);
        if (offer.draft) all += ", a draft that nobody has reviewed";
    }
    return all;
}

std::string spaced(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all.append(all.empty() ? "" : " ").append(word);
    return all;
}

// "en, es", "en es"
std::string yaml_list(std::string answer) {
    for (char& letter : answer)
        if (letter == ',') letter = ' ';
    std::istringstream stream(answer);
    std::string list;
    for (std::string word; stream >> word;)
        list.append(list.empty() ? "" : ", ").append(content::yaml_text(word));
    return fmt::format("[{}]", list);
}

std::string mounting(const std::string& bottom, const std::optional<content::Mounting>& present) {
    const content::Mounting usual, kept = present.value_or(usual);
    std::string heights = "bottom: " + content::yaml_text(bottom);
    if (kept.lowest_mm != usual.lowest_mm) heights += fmt::format(", lowest: {}", kept.lowest_mm);
    if (kept.highest_mm != usual.highest_mm) heights += fmt::format(", highest: {}", kept.highest_mm);
    return fmt::format("{{{}}}", heights);
}

} // namespace

std::vector<Question> questions(const content::Site& site, const std::vector<Offer>& languages) {
    const std::string panel = site.panel_inches ? fmt::format("{:g}", *site.panel_inches) : none;
    const std::string bottom = site.mounting ? std::to_string(site.mounting->bottom_mm) : none;
    return {{"school", "The school's name, as visitors read it", site.school},
            {"place", "Where it hangs: lobby, or nurse for the nurse's office",
             site.place == content::Place::lobby ? "lobby" : "nurse"},
            {"panel", "The picture from corner to corner in inches; none: ask the display", panel},
            {"rotate", "The picture is turned on the display by 0, 90, 180 or 270 degrees",
             std::to_string(site.rotate)},
            {"mounting", "From the floor to the lower edge of the picture in mm; none: not measured", bottom},
            {"languages", "The languages, first the one at rest, of these:" + choices(languages) + "\n ",
             spaced(site.languages)}};
}

content::KeyChange change_for(const std::string& key, const std::string& answer, const content::Site& site) {
    if ((key == "panel" || key == "mounting") && answer == none) return {key, std::nullopt};
    if (key == "mounting") return {key, mounting(answer, site.mounting)};
    if (key == "languages") return {key, yaml_list(answer)};
    return {key, content::yaml_text(answer)};
}

} // namespace cli::setup
