// The English texts that a translation consists of, with what a translator needs to know.
#pragma once

#include "content/content.hpp"

#include <string>
#include <string_view>

namespace content {

// The maximum length of a kind of text. Translations may be longer by half, because most languages
// need more characters than English.
struct TextLimit {
    int max_characters;     // 0: no limit of its own
    std::string_view where; // used in messages: "on a tab"

    int max_translated_characters() const { return max_characters * 3 / 2; }
};

// A text that visitors may read, and that translations therefore should contain.
struct TranslatableText {
    std::string text;
    TextLimit limit;
    Audience audience;

    // The name of a screen that shows the text, such as "section/help/2", as `help-kiosk draw`
    // takes it. Empty if it is unknown.
    std::string screen = {};

    // Whether a translation is complete without it. True for names and for words to text.
    bool is_optional = false;

    // Whether it is sent in a text message. Then so is its translation, and the same rule applies.
    bool is_word_to_text = false;
};

} // namespace content
