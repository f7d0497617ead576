#include "text/script.hpp"

#include <algorithm>
#include <iterator>

namespace text {
namespace {

struct ScriptRange {
    CodePoint first, last;
    Script script;
};

// In order, so that it can be searched by halves.
constexpr ScriptRange script_ranges[] = {
    {0x0041, 0x005A, latin},
    {0x0061, 0x007A, latin},
    {0x00C0, 0x00D6, latin},
    {0x00D8, 0x00F6, latin},
    {0x00F8, 0x02AF, latin},
    {0x0370, 0x03FF, {"Grek", ""}},
    {0x0400, 0x052F, {"Cyrl", ""}},
    {0x0530, 0x058F, {"Armn", "Noto Sans Armenian"}},
    {0x0590, 0x05FF, {"Hebr", "Noto Sans Hebrew"}},
    {0x0600, 0x06FF, {"Arab", "Noto Sans Arabic"}},
    {0x0700, 0x074F, {"Syrc", "Noto Sans Syriac"}},
    {0x0750, 0x077F, {"Arab", "Noto Sans Arabic"}},
    {0x0780, 0x07BF, {"Thaa", "Noto Sans Thaana"}},
    {0x07C0, 0x07FF, {"Nkoo", "Noto Sans NKo"}},
    {0x0870, 0x08FF, {"Arab", "Noto Sans Arabic"}},
    {0x0900, 0x097F, {"Deva", "Noto Sans Devanagari"}},
    {0x0980, 0x09FF, {"Beng", "Noto Sans Bengali"}},
    {0x0A00, 0x0A7F, {"Guru", "Noto Sans Gurmukhi"}},
    {0x0A80, 0x0AFF, {"Gujr", "Noto Sans Gujarati"}},
    {0x0B00, 0x0B7F, {"Orya", "Noto Sans Oriya"}},
    {0x0B80, 0x0BFF, {"Taml", "Noto Sans Tamil"}},
    {0x0C00, 0x0C7F, {"Telu", "Noto Sans Telugu"}},
    {0x0C80, 0x0CFF, {"Knda", "Noto Sans Kannada"}},
    {0x0D00, 0x0D7F, {"Mlym", "Noto Sans Malayalam"}},
    {0x0D80, 0x0DFF, {"Sinh", "Noto Sans Sinhala"}},
    {0x0E00, 0x0E7F, {"Thai", "Noto Sans Thai"}},
    {0x0E80, 0x0EFF, {"Laoo", "Noto Sans Lao"}},
    {0x0F00, 0x0FFF, {"Tibt", "Noto Serif Tibetan"}},
    {0x1000, 0x109F, {"Mymr", "Noto Sans Myanmar"}},
    {0x10A0, 0x10FF, {"Geor", "Noto Sans Georgian"}},
    {0x1100, 0x11FF, {"Hang", "Noto Sans CJK KR"}},
    {0x1200, 0x139F, {"Ethi", "Noto Sans Ethiopic"}},
    {0x13A0, 0x13FF, {"Cher", "Noto Sans Cherokee"}},
    {0x1400, 0x167F, {"Cans", "Noto Sans Canadian Aboriginal"}},
    {0x1780, 0x17FF, {"Khmr", "Noto Sans Khmer"}},
    {0x1800, 0x18AF, {"Mong", "Noto Sans Mongolian"}},
    {0x1C90, 0x1CBF, {"Geor", "Noto Sans Georgian"}},
    {0x1D00, 0x1DBF, latin},
    {0x1E00, 0x1EFF, latin},
    {0x1F00, 0x1FFF, {"Grek", ""}},
    {0x2C60, 0x2C7F, latin},
    {0x2D80, 0x2DDF, {"Ethi", "Noto Sans Ethiopic"}},
    {0x2E80, 0x2FDF, {"Hani", "Noto Sans CJK SC"}},
    {0x3041, 0x309F, {"Hira", "Noto Sans CJK JP"}},
    {0x30A1, 0x30FF, {"Kana", "Noto Sans CJK JP"}},
    {0x3100, 0x312F, {"Bopo", "Noto Sans CJK TC"}},
    {0x3130, 0x318F, {"Hang", "Noto Sans CJK KR"}},
    {0x3400, 0x4DBF, {"Hani", "Noto Sans CJK SC"}},
    {0x4E00, 0x9FFF, {"Hani", "Noto Sans CJK SC"}},
    {0xA4D0, 0xA4FF, {"Lisu", "Noto Sans Lisu"}},
    {0xA640, 0xA69F, {"Cyrl", ""}},
    {0xA720, 0xA7FF, latin},
    {0xA900, 0xA92D, {"Kali", "Noto Sans Kayah Li"}},
    {0xA960, 0xA97F, {"Hang", "Noto Sans CJK KR"}},
    {0xA9E0, 0xA9FF, {"Mymr", "Noto Sans Myanmar"}},
    {0xAA60, 0xAA7F, {"Mymr", "Noto Sans Myanmar"}},
    {0xAB00, 0xAB2F, {"Ethi", "Noto Sans Ethiopic"}},
    {0xAB30, 0xAB6F, latin},
    {0xAC00, 0xD7FF, {"Hang", "Noto Sans CJK KR"}},
    {0xF900, 0xFAFF, {"Hani", "Noto Sans CJK SC"}},
    {0xFB00, 0xFB06, latin},
    {0xFB13, 0xFB17, {"Armn", "Noto Sans Armenian"}},
    {0xFB1D, 0xFB4F, {"Hebr", "Noto Sans Hebrew"}},
    {0xFB50, 0xFDFF, {"Arab", "Noto Sans Arabic"}},
    {0xFE70, 0xFEFC, {"Arab", "Noto Sans Arabic"}},
    {0x10D00, 0x10D3F, {"Rohg", "Noto Sans Hanifi Rohingya"}},
    {0x16B00, 0x16B8F, {"Hmng", "Noto Sans Pahawh Hmong"}},
    {0x1E100, 0x1E14F, {"Hmnp", "Noto Serif Hmong Nyiakeng"}},
    {0x1E900, 0x1E95F, {"Adlm", "Noto Sans Adlam"}},
    {0x20000, 0x3134F, {"Hani", "Noto Sans CJK SC"}},
};

} // namespace

const Script* script_of(CodePoint code_point) {
    const auto* range =
        std::lower_bound(std::begin(script_ranges), std::end(script_ranges), code_point,
                         [](const ScriptRange& one, CodePoint sought) { return one.last < sought; });
    return range != std::end(script_ranges) && range->first <= code_point ? &range->script : nullptr;
}

} // namespace text
