// A file of assets/translations: pairs of an English text and what is shown for it.
#pragma once

#include "content/coverage.hpp"
#include "content/parser/map_reader.hpp"

#include <span>
#include <string_view>

namespace content::parser {

// All English texts that a visitor may meet.
struct EnglishTexts {
    std::span<const TranslatableText> content;
    std::span<const std::string_view> ui_strings; // empty: not known
};

struct ParsedTranslation {
    Translation translation;
    TranslationCoverage coverage;
};

// `code`: the language that the file was found for.
ParsedTranslation read_translation(const YamlNode& node, const ParseContext& context,
                                   std::string_view language_code, const EnglishTexts& english);

} // namespace content::parser
