// The screens that tests of reading pages go through.
#pragma once

#include "preview/screen_list.hpp"

#include <vector>

namespace test {

// Returns the screens of all sections that visitors can open.
inline std::vector<preview::Screen> section_screens(const content::Content& content) {
    std::vector<preview::Screen> screens = preview::visitor_screens(content);
    std::erase_if(screens, [](const preview::Screen& screen) {
        return !screen.name.starts_with("section/") || screen.state.is_staff_unlocked;
    });
    return screens;
}

} // namespace test
