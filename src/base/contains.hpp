// Whether a text contains another one, which is a member function only from C++23 on.
#pragma once

#include <string_view>

namespace base {

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

} // namespace base
