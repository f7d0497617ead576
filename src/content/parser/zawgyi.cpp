#include "content/parser/zawgyi.hpp"

#include "base/utf8.hpp"

#include <cstddef>

namespace content::parser {

namespace {

constexpr char32_t vowel_e = 0x1031;
constexpr char32_t virama = 0x1039;

// Letters of Burmese and of the other languages that are written in this script. Zawgyi has forms
// of Burmese letters at 1060 to 1097, where Unicode has letters of Mon, Karen and Shan.
bool is_consonant(char32_t character) {
    return (character >= 0x1000 && character <= 0x102A) || character == 0x103F ||
           character == 0x104E || (character >= 0x1050 && character <= 0x1055) ||
           (character >= 0x105A && character <= 0x105D) || character == 0x1061 ||
           character == 0x1065 || character == 0x1066 ||
           (character >= 0x106E && character <= 0x1070) ||
           (character >= 0x1075 && character <= 0x1081) || character == 0x108E ||
           (character >= 0xA9E0 && character <= 0xA9FE) ||
           (character >= 0xAA60 && character <= 0xAA7A);
}

bool is_medial(char32_t character) {
    return (character >= 0x103B && character <= 0x103E) || character == 0x1060 ||
           character == 0x105E || character == 0x105F || character == 0x1082;
}

} // namespace

bool looks_like_zawgyi(std::string_view text) {
    char32_t before = U' ';
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t character = base::decode_next(text, offset);
        // Unicode stores this vowel after its consonant, Zawgyi in front of it, where it is seen.
        if (character == vowel_e && !is_consonant(before) && !is_medial(before)) return true;
        // Unicode stacks the next letter with it. In Zawgyi it is the visible mark on a final one.
        if (before == virama && !is_consonant(character)) return true;
        before = character;
    }
    return before == virama;
}

} // namespace content::parser
