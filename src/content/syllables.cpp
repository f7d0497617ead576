#include "content/syllables.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace content {

namespace {

bool is_vowel(char letter) {
    return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

int count_vowel_groups(std::string_view word) {
    int groups = 0;
    bool is_after_vowel = false;
    for (const char letter : word) {
        if (is_vowel(letter) && !is_after_vowel) ++groups;
        is_after_vowel = is_vowel(letter);
    }
    return groups;
}

// Counts adjacent vowels that belong to two syllables, as in vi-o-lence, me-di-a, u-su-al and
// be-ing.
int count_split_vowels(std::string_view word) {
    int splits = 0;
    for (std::size_t index = 1; index + 1 < word.size(); ++index) {
        const std::string_view pair = word.substr(index, 2);
        const char before = word[index - 1];
        // Not in na-tion, so-cial, re-li-gion and mil-lion.
        const bool is_i_split = (pair == "ia" || pair == "io") &&
                                std::string_view("tscgxl").find(before) == std::string_view::npos;
        const bool is_u_split = pair == "ua" && before != 'q' && before != 'g';
        if (is_i_split || is_u_split) ++splits;
    }
    if (word.size() > 3 && word.ends_with("ing") && is_vowel(word[word.size() - 4])) ++splits;
    return splits;
}

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
    return std::ranges::any_of(endings,
                               [word](std::string_view ending) { return word.ends_with(ending); });
}

// True for home, homes and named. False for people, places and wanted.
bool has_silent_e(std::string_view word) {
    static constexpr std::array<std::string_view, 8> spoken_es{"ses", "xes",  "zes",  "ces",
                                                               "ges", "ches", "shes", "ies"};
    static constexpr std::array<std::string_view, 3> spoken_ed{"ted", "ded", "ied"};
    if (word.ends_with("es")) return !ends_with_any(word, spoken_es);
    if (word.ends_with("ed")) return !ends_with_any(word, spoken_ed) && !word.ends_with("eed");
    if (word.size() < 3 || !word.ends_with('e') || is_vowel(word[word.size() - 2])) return false;
    return !(word.ends_with("le") && !is_vowel(word[word.size() - 3]));
}

int count_in_stem(std::string_view word) {
    // The second e of "every" is silent.
    if (word.starts_with("every")) return 2 + (word.size() > 5 ? count_in_stem(word.substr(5)) : 0);
    const int groups = count_vowel_groups(word) + count_split_vowels(word);
    return std::max(1, has_silent_e(word) ? groups - 1 : groups);
}

} // namespace

int count_syllables(std::string_view word) {
    std::string letters = base::to_lower_ascii(word);
    // Before these endings, an e is as silent as at the end of a word: safe-ty, some-thing,
    // home-less.
    static constexpr std::array<std::string_view, 9> endings{
        "thing", "times", "where", "less", "ness", "ment", "ful", "ly", "ty"};
    for (const std::string_view ending : endings) {
        if (letters.size() > ending.size() + 1 && letters.ends_with(ending)) {
            return count_syllables(
                       std::string_view(letters).substr(0, letters.size() - ending.size())) +
                   1;
        }
    }
    return count_in_stem(letters);
}

} // namespace content
