// Writing systems: the shaper must be told which one a run is in, and each has a font family made for it.
#pragma once

#include "text/code_points.hpp"

#include <string_view>

namespace text {

struct Script {
    std::string_view tag;    // ISO 15924, four letters
    std::string_view family; // to try first; empty: the face's own has it

    constexpr std::uint32_t harfbuzz_tag() const { // the tag as HarfBuzz has it
        std::uint32_t value = 0;
        for (const char letter : tag) value = value << 8 | static_cast<unsigned char>(letter);
        return value;
    }
};

inline constexpr Script latin{"Latn", ""};

// Null: shared by several scripts, such as digits and punctuation.
const Script* script_of(CodePoint code_point);

} // namespace text
