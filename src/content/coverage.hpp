// How much of a language is there.
#pragma once

#include <string>

namespace content {

struct TranslationCoverage {
    std::string language_code;
    int text_count = 0; // to translate, each counted once
    int translated_count = 0;
};

} // namespace content
