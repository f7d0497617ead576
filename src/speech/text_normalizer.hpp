// Rewrites a text so that a voice says it right: phone numbers digit by digit, words to text
// spelled out, and what content.yaml says about pronunciation. The voice says the result as it is.
#pragma once

#include "base/written_number.hpp"
#include "content/content.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace speech {

class TextNormalizer {
public:
    // For texts in the language `language_code`. `content` is copied as far as it is needed.
    TextNormalizer(const content::Content& content, std::string_view language_code);

    // Returns the text as it is said: "Text HELP to 233733." becomes "Text help, H E L P, to 2 3 3,
    // 7 3 3." A space is between things that are said one by one, and a comma is a short pause.
    std::string normalize(std::string_view text) const;

private:
    bool is_phone_number(const base::WrittenNumber& number) const;
    const content::Pronunciation* find_pronunciation(std::string_view text,
                                                     std::size_t offset) const;
    std::string normalize_words(std::string_view text) const;

    // Digits of the numbers of all help lines, and of each group in which they are written. A text
    // that helps to remember a number says its groups: "Think of 414, then 933, then 2722."
    std::vector<std::string> phone_digits_;

    // Of this language, the longest text first.
    std::vector<content::Pronunciation> pronunciations_;
};

} // namespace speech
