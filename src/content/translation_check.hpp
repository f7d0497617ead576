// Checks a single translation file against the English texts.
#pragma once

#include "content/content.hpp"
#include "content/parser/translation_pair.hpp"
#include "content/problem.hpp"
#include "content/source_files.hpp"

#include <string_view>
#include <vector>

namespace content {

struct TranslationCheck {
    std::vector<Problem> problems; // sorted
    Translation translation;       // as far as it could be read
    TranslationCoverage coverage;
};

// Reads a file as the kiosk does.
TranslationCheck check_translation(const SourceFile& file, std::string_view language_code,
                                   const parser::EnglishTexts& english);

} // namespace content
