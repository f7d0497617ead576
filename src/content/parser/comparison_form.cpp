#include "content/parser/comparison_form.hpp"

#include "base/utf8.hpp"
#include "content/special_character.hpp"

#include <hb.h>

#include <algorithm>
#include <cstddef>

namespace content::parser {

namespace {

hb_unicode_combining_class_t combining_class(char32_t character) {
    return hb_unicode_combining_class(hb_unicode_funcs_get_default(), character);
}

void append_decomposed(std::u32string& result, char32_t character) {
    hb_codepoint_t first = 0;
    hb_codepoint_t second = 0;
    if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), character, &first, &second)) {
        result += character;
        return;
    }
    append_decomposed(result, first);
    if (second != 0) result += static_cast<char32_t>(second); // which never decomposes
}

// Sorts the marks on each letter into the order of the Unicode Standard.
void sort_marks(std::u32string& text) {
    const auto is_mark = [](char32_t character) { return combining_class(character) != 0; };
    for (auto start = text.begin(); start != text.end();) {
        start = std::find_if(start, text.end(), is_mark);
        const auto end = std::find_if_not(start, text.end(), is_mark);
        std::stable_sort(start, end, [](char32_t one, char32_t other) {
            return combining_class(one) < combining_class(other);
        });
        start = end;
    }
}

std::u32string compose(const std::u32string& text) {
    std::u32string result;
    std::size_t letter = std::u32string::npos; // the letter that the next mark belongs to
    int last_class = 0;                        // of the mark before; 0 directly after the letter
    for (const char32_t character : text) {
        const int own_class = combining_class(character);
        const bool is_blocked = letter == std::u32string::npos ||
                                (letter + 1 < result.size() && last_class >= own_class);
        hb_codepoint_t composed = 0;
        if (!is_blocked && hb_unicode_compose(hb_unicode_funcs_get_default(), result[letter],
                                              character, &composed)) {
            result[letter] = composed;
            continue;
        }
        if (own_class == 0) letter = result.size();
        last_class = own_class;
        result += character;
    }
    return result;
}

} // namespace

std::string comparison_form(std::string_view text) {
    // Printable ASCII is its own form. To find that out takes less time than to compose characters,
    // and the kiosk waits for it when it starts.
    if (std::ranges::all_of(text, [](char byte) { return byte >= ' ' && byte <= '~'; }))
        return std::string(text);
    std::u32string decomposed;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t character = base::decode_next(text, offset);
        const CharacterKind kind = kind_of(character);
        if (kind == CharacterKind::blank || kind == CharacterKind::no_break_blank) {
            decomposed += U' ';
        } else if (!is_unseen(character)) {
            append_decomposed(decomposed, character);
        }
    }
    sort_marks(decomposed);
    std::string result;
    for (const char32_t character : compose(decomposed)) base::append_utf8(result, character);
    return result;
}

} // namespace content::parser
