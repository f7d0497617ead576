#include "content/translation_check.hpp"

#include "content/parser/translation.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/parser/yaml_tree.hpp"

#include <utility>

namespace content {

TranslationCheck check_translation(const SourceFile& file, std::string_view language_code,
                                   const parser::EnglishTexts& english) {
    TranslationCheck result;
    parser::SourceText source(file, result.problems);
    const bool is_text = source.validate() && parser::check_structure(source);
    if (const auto root = is_text ? parser::parse_yaml(source) : std::nullopt) {
        std::vector<TranslatableText> unused;
        parser::ParsedTranslation parsed =
            parser::read_translation(*root, {source, unused}, language_code, english);
        result.translation = std::move(parsed.translation);
        result.coverage = std::move(parsed.coverage);
    }
    sort_problems(result.problems);
    return result;
}

} // namespace content
