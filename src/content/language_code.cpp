#include "content/language_code.hpp"

#include <algorithm>
#include <cstddef>

namespace content {

bool is_language_code(std::string_view text) {
    constexpr std::size_t max_length = 16;
    const std::size_t language_length = std::min(text.find('-'), text.size());
    const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const auto is_subtag = [&](char letter) {
        return is_lower(letter) || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-';
    };
    return (language_length == 2 || language_length == 3) && text.size() <= max_length &&
           !text.ends_with('-') && std::ranges::all_of(text.substr(0, language_length), is_lower) &&
           std::ranges::all_of(text.substr(language_length), is_subtag);
}

} // namespace content
