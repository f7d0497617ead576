// Checks one pair of an English text and its translation, from any file that contains such pairs.
#pragma once

#include "content/parser/source_text.hpp"
#include "content/translatable_text.hpp"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content::parser {

// All English texts that visitors may read. What the spans refer to must outlive this object.
struct EnglishTexts {
    std::span<const TranslatableText> content;

    // The texts of the user interface. If empty, they are unknown.
    std::span<const std::string_view> ui_strings;

    // Translations by their English text. A text of the user interface that the file does not have
    // is taken from here. May be null.
    const std::map<std::string, std::string, std::less<>>* shipped = nullptr;
};

// Finds English texts of the content and of the user interface. Where a text is used decides how
// long its translation may be and which rules apply to it.
class KnownTexts {
public:
    explicit KnownTexts(const EnglishTexts& english);

    // Returns the use of a text of the content that leaves the least room, or nullptr.
    const TranslatableText* find(std::string_view text) const;

    // A word may be used as another text, too, so this is asked of all uses.
    bool is_word_to_text(std::string_view text) const { return words_to_text_.contains(text); }

    // Returns all known texts that look the same as `text`. A reader sees no difference between a
    // space and a no-break space, or between "é" as one character and as two.
    std::set<std::string_view> spellings_of(std::string_view text) const;

private:
    std::map<std::string_view, const TranslatableText*> texts_;
    std::map<std::string, std::set<std::string_view>> spellings_; // by their comparison form
    std::set<std::string_view> words_to_text_;
};

// An English text and its translation.
struct TextPair {
    std::string english;
    std::string target;
    SourceRange english_range;
    SourceRange target_range;
    bool has_no_word = false; // of a word to text: a text message in this language needs no word
};

// Reports what is wrong with a translation: numbers or placeholders that differ, a text that is too
// long, a forbidden term, a word to text that is none, and Burmese that is not Unicode. `source` is
// the file that both ranges of the pair are in.
void check_pair(const TextPair& pair, SourceText& source, const KnownTexts& known);

} // namespace content::parser
