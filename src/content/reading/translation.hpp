// A file of assets/translations: pairs of an English text and what is shown for it.
#pragma once

#include "content/coverage.hpp"
#include "content/reading/fields.hpp"

#include <span>
#include <string_view>

namespace content::reading {

// All English texts that a visitor may meet.
struct English {
    std::span<const Said> content;
    std::span<const std::string_view> interface; // empty: not known
};

struct Translated {
    Translation translation;
    Coverage coverage;
};

// `code`: the language that the file was found for.
Translated read_translation(const Node& node, const Reading& reading, std::string_view code,
                            const English& english);

} // namespace content::reading
