// Parses a file of assets/translations: pairs of an English text and its translation.
#pragma once

#include "content/content.hpp"
#include "content/parser/map_reader.hpp"
#include "content/parser/translation_pair.hpp"

#include <string_view>

namespace content::parser {

struct ParsedTranslation {
    Translation translation;
    TranslationCoverage coverage;
};

// Parses the translation file of the language `language_code`. Warns about texts that are not
// translated and, if the texts of the user interface are known, about pairs that are not used.
ParsedTranslation read_translation(const YamlNode& node, const ParseContext& context,
                                   std::string_view language_code, const EnglishTexts& english);

// Returns whether a text has more letters that are written from right to left than others.
bool is_right_to_left(std::string_view text);

} // namespace content::parser
