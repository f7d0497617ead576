#include "content/content.hpp"

#include <algorithm>

namespace content {

namespace {

template <class Element>
const Element* find(const std::vector<Element>& elements, std::string_view id) {
    const auto found = std::ranges::find(elements, id, &Element::id);
    return found == elements.end() ? nullptr : &*found;
}

} // namespace

std::chrono::minutes MaintenanceWindow::duration() const {
    constexpr std::chrono::minutes day{24 * 60};
    return (to - from + day) % day;
}

std::string_view Translation::translate(std::string_view text) const {
    const auto found = texts.find(text);
    return found == texts.end() ? text : std::string_view(found->second);
}

const HelpLine* Content::find_help_line(std::string_view id) const {
    return find(help_lines, id);
}

const Section* Content::find_section(std::string_view id) const {
    return find(sections, id);
}

const Translation& Content::translation_or_default(std::string_view language_code) const {
    const auto found = std::ranges::find(translations, language_code, &Translation::code);
    return found == translations.end() ? translations.front() : *found;
}

} // namespace content
