// Parses a file of assets/translations: pairs of an English text and its translation.
#pragma once

#include "content/content.hpp"
#include "content/parser/map_reader.hpp"

#include <span>
#include <string_view>

namespace content::parser {

// All English texts that visitors may read.
struct EnglishTexts {
    std::span<const TranslatableText> content;

    // The texts of the user interface. If empty, they are unknown.
    std::span<const std::string_view> ui_strings;
};

struct ParsedTranslation {
    Translation translation;
    TranslationCoverage coverage;
};

// Parses the translation file of the language `language_code`. Warns about texts that are not
// translated and, if the texts of the user interface are known, about pairs that are not used.
ParsedTranslation read_translation(const YamlNode& node, const ParseContext& context,
                                   std::string_view language_code, const EnglishTexts& english);

} // namespace content::parser
