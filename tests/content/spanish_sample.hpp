// The sample content with a Spanish translation, which tests change to make it invalid.
#pragma once

#include "content/sample_content.hpp"

namespace sample {

// Returns the sample content in English and Spanish, with this translation.
inline Files with_spanish(const std::string& translation) {
    return {.content = with("place: lobby", "place: lobby\n  languages: [en, es]"),
            .site = {},
            .translations = {{"es", translation}}};
}

// Returns all problems of a translation as printed, or an empty text for a valid one.
inline std::string spanish_problems(const std::string& translation,
                                    std::span<const std::string_view> ui_strings = {}) {
    return problems(with_spanish(translation), ui_strings);
}

// Returns the problems of the sample's translation with one replacement.
inline std::string spanish_problems_with(std::string_view old_text, std::string_view new_text,
                                         std::span<const std::string_view> ui_strings = {}) {
    return spanish_problems(with(old_text, new_text, spanish), ui_strings);
}

} // namespace sample
