#include "text/script.hpp"

#include <hb.h>

#include <algorithm>
#include <iterator>

namespace text {
namespace {

static_assert(latin.tag == HB_SCRIPT_LATIN);
static_assert(arabic.tag == HB_SCRIPT_ARABIC);

// Scripts that the fonts of the faces do not have.
constexpr Script scripts[] = {
    {HB_SCRIPT_ADLAM, "Noto Sans Adlam"},
    {HB_SCRIPT_ARABIC, "Noto Sans Arabic"},
    {HB_SCRIPT_ARMENIAN, "Noto Sans Armenian"},
    {HB_SCRIPT_BENGALI, "Noto Sans Bengali"},
    {HB_SCRIPT_BOPOMOFO, "Noto Sans CJK TC"},
    {HB_SCRIPT_CANADIAN_SYLLABICS, "Noto Sans Canadian Aboriginal"},
    {HB_SCRIPT_CHEROKEE, "Noto Sans Cherokee"},
    {HB_SCRIPT_DEVANAGARI, "Noto Sans Devanagari"},
    {HB_SCRIPT_ETHIOPIC, "Noto Sans Ethiopic"},
    {HB_SCRIPT_GEORGIAN, "Noto Sans Georgian"},
    {HB_SCRIPT_GUJARATI, "Noto Sans Gujarati"},
    {HB_SCRIPT_GURMUKHI, "Noto Sans Gurmukhi"},
    {HB_SCRIPT_HAN, "Noto Sans CJK SC"},
    {HB_SCRIPT_HANGUL, "Noto Sans CJK KR"},
    {HB_SCRIPT_HANIFI_ROHINGYA, "Noto Sans Hanifi Rohingya"},
    {HB_SCRIPT_HEBREW, "Noto Sans Hebrew"},
    {HB_SCRIPT_HIRAGANA, "Noto Sans CJK JP"},
    {HB_SCRIPT_KANNADA, "Noto Sans Kannada"},
    {HB_SCRIPT_KATAKANA, "Noto Sans CJK JP"},
    {HB_SCRIPT_KAYAH_LI, "Noto Sans Kayah Li"},
    {HB_SCRIPT_KHMER, "Noto Sans Khmer"},
    {HB_SCRIPT_LAO, "Noto Sans Lao"},
    {HB_SCRIPT_LISU, "Noto Sans Lisu"},
    {HB_SCRIPT_MALAYALAM, "Noto Sans Malayalam"},
    {HB_SCRIPT_MONGOLIAN, "Noto Sans Mongolian"},
    {HB_SCRIPT_MYANMAR, "Noto Sans Myanmar"},
    {HB_SCRIPT_NKO, "Noto Sans NKo"},
    {HB_SCRIPT_NYIAKENG_PUACHUE_HMONG, "Noto Serif Hmong Nyiakeng"},
    {HB_SCRIPT_ORIYA, "Noto Sans Oriya"},
    {HB_SCRIPT_PAHAWH_HMONG, "Noto Sans Pahawh Hmong"},
    {HB_SCRIPT_SINHALA, "Noto Sans Sinhala"},
    {HB_SCRIPT_SYRIAC, "Noto Sans Syriac"},
    {HB_SCRIPT_TAMIL, "Noto Sans Tamil"},
    {HB_SCRIPT_TELUGU, "Noto Sans Telugu"},
    {HB_SCRIPT_THAANA, "Noto Sans Thaana"},
    {HB_SCRIPT_THAI, "Noto Sans Thai"},
    {HB_SCRIPT_TIBETAN, "Noto Serif Tibetan"},
};

bool is_arabic(CodePoint code_point) {
    return code_point >= 0x0600 && code_point <= 0x06FF;
}

bool is_danda(CodePoint code_point) {
    return code_point == 0x0964 || code_point == 0x0965;
}

// Unicode shares some punctuation, such as the Arabic question mark and the danda, between several
// scripts. After a number, where it has no letter of its script beside it, it would be drawn in any
// font that has it, so it gets the script of its block.
hb_script_t tag_of(CodePoint code_point) {
    if (is_arabic(code_point)) return HB_SCRIPT_ARABIC;
    if (is_danda(code_point)) return HB_SCRIPT_DEVANAGARI;
    return hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
}

} // namespace

std::optional<Script> script_of(CodePoint code_point) {
    const hb_script_t tag = tag_of(code_point);
    if (tag == HB_SCRIPT_COMMON || tag == HB_SCRIPT_INHERITED || tag == HB_SCRIPT_UNKNOWN)
        return std::nullopt;
    const auto* known = std::ranges::find(scripts, tag, &Script::tag);
    return Script{tag, known == std::end(scripts) ? "" : known->family};
}

} // namespace text
