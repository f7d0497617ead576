#include "commands/machine/time_zone.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>
#include <utility>

namespace commands {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> nicknames{{
    {"eastern", "America/New_York"},
    {"est", "America/New_York"},
    {"edt", "America/New_York"},
    {"et", "America/New_York"},
    {"central", "America/Chicago"},
    {"cst", "America/Chicago"},
    {"cdt", "America/Chicago"},
    {"ct", "America/Chicago"},
    {"mountain", "America/Denver"},
    {"mst", "America/Denver"},
    {"mdt", "America/Denver"},
    {"mt", "America/Denver"},
    {"arizona", "America/Phoenix"},
    {"pacific", "America/Los_Angeles"},
    {"pst", "America/Los_Angeles"},
    {"pdt", "America/Los_Angeles"},
    {"alaska", "America/Anchorage"},
    {"hawaii", "Pacific/Honolulu"},
}};

// Returns the text in lowercase, with "_" in place of spaces.
std::string normalize(std::string_view text) {
    std::string normalized = base::to_lower_ascii(text);
    std::ranges::replace(normalized, ' ', '_');
    return normalized;
}

std::string city_of(const std::string& time_zone) {
    return time_zone.substr(time_zone.rfind('/') + 1);
}

template <class Predicate>
std::vector<std::string> select(const std::vector<std::string>& time_zones, Predicate is_selected) {
    std::vector<std::string> selected;
    std::ranges::copy_if(time_zones, std::back_inserter(selected), is_selected);
    return selected;
}

} // namespace

std::string read_time_zone(const Machine& machine) {
    constexpr std::string_view folder = "zoneinfo/";
    const std::string target = machine.read_link("/etc/localtime");
    const std::size_t offset = target.find(folder);
    return offset == std::string::npos ? "UTC" : target.substr(offset + folder.size());
}

bool is_utc(std::string_view time_zone) {
    return time_zone == "UTC" || time_zone.ends_with("/UTC");
}

std::vector<std::string> list_time_zones(const Machine& machine) {
    // The columns are separated by tabs: country, position, name, comment.
    constexpr std::size_t name_column = 2;
    std::vector<std::string> time_zones;
    const std::string table = machine.read("/usr/share/zoneinfo/zone.tab").value_or("");
    for (const std::string& line : split_lines(table)) {
        const auto columns = split_words(line);
        if (!line.starts_with('#') && columns.size() > name_column)
            time_zones.push_back(columns[name_column]);
    }
    if (!time_zones.empty()) time_zones.emplace_back("Etc/UTC");
    std::ranges::sort(time_zones);
    return time_zones;
}

std::vector<std::string> find_time_zones(const std::string& answer,
                                         const std::vector<std::string>& time_zones) {
    std::string wanted = normalize(answer);
    if (wanted.ends_with("_time")) wanted.resize(wanted.size() - std::string_view("_time").size());
    for (const auto& [nickname, time_zone] : nicknames)
        if (nickname == wanted) return {std::string(time_zone)};
    const auto is_whole = [&](const std::string& time_zone) {
        return normalize(time_zone) == wanted || normalize(city_of(time_zone)) == wanted;
    };
    const auto is_part = [&](const std::string& time_zone) {
        return normalize(time_zone).find(wanted) != std::string::npos;
    };
    auto found = select(time_zones, is_whole);
    return found.empty() && !wanted.empty() ? select(time_zones, is_part) : found;
}

bool set_time_zone(const Machine& machine, const std::string& time_zone) {
    (void)machine.run({"timedatectl", "set-timezone", time_zone});
    return read_time_zone(machine) == time_zone;
}

} // namespace commands
