#include "content/content.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace content {

namespace {

template <class Thing>
const Thing* find(const std::vector<Thing>& things, std::string_view id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

bool Verified::is_by_phone() const {
    static constexpr auto not_yet =
        std::to_array<std::string_view>({"not dial", "not call", "not phone", "not yet"});
    std::string lower = source;
    std::ranges::transform(lower, lower.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return std::ranges::none_of(not_yet,
                                [&](std::string_view words) { return lower.find(words) != std::string::npos; });
}

std::chrono::minutes Night::length() const {
    constexpr std::chrono::minutes day{24 * 60};
    return (to - from + day) % day;
}

std::string_view Translation::operator()(std::string_view english) const {
    const auto found = texts.find(english);
    return found == texts.end() ? english : std::string_view(found->second);
}

const HelpLine* Content::line(std::string_view id) const {
    return find(help_lines, id);
}

const Section* Content::section(std::string_view id) const {
    return find(sections, id);
}

const Translation& Content::language(std::string_view code) const {
    const auto found = std::ranges::find(languages, code, &Translation::code);
    return found == languages.end() ? languages.front() : *found;
}

bool Content::shows(Audience audience) const {
    return audience == Audience::everyone || site.place == Place::nurse;
}

} // namespace content
