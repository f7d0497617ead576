// The script (writing system) of a character, which HarfBuzz needs for shaping, and the font family
// made for it. The script is the Unicode property of UAX #24, and comes from HarfBuzz, which
// SDL_ttf loads anyway.
#pragma once

#include "text/code_points.hpp"

#include <optional>
#include <string_view>

namespace text {

struct Script {
    std::uint32_t tag; // ISO 15924 code, such as "Latn", with its first letter in the highest byte,
                       // as in HarfBuzz
    std::string_view
        family; // font family to try first; empty if the fonts of each face have the script
};

inline constexpr Script latin{0x4C61746E, ""};
inline constexpr Script arabic{0x41726162, ""};

// Returns nullopt for characters that several scripts share, such as digits and punctuation.
std::optional<Script> script_of(CodePoint code_point);

} // namespace text
