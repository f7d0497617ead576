// Requirements that the result of parsing must meet, whatever the files contain.
#pragma once

#include "base/utf8.hpp"
#include "content/load.hpp"
#include "fuzz/fuzz.hpp"

#include <algorithm>

namespace fuzz {

// Returns a small valid content.yaml with the languages English and Spanish.
inline content::SourceFile sample_content() {
    static const std::string text = file("tests/fuzz/corpus/content/two-languages.yaml");
    return {"content.yaml", text};
}

// Requires either valid content or at least one error, and problems that can be printed.
inline void check_result(const content::LoadResult& loaded) {
    const auto& problems = loaded.problems;
    const bool has_error =
        std::any_of(problems.begin(), problems.end(), [](const content::Problem& problem) {
            return problem.severity == content::Severity::error;
        });
    require((loaded.content != nullptr) != has_error,
            "the result has neither content nor an error, or both");
    for (const content::Problem& problem : problems) {
        const std::string printed = content::to_string(problem);
        require(!base::find_invalid_utf8(printed).has_value(),
                "the problem is not UTF-8: " + printed);
    }
    if (!loaded.content) return;
    const content::Content& content = *loaded.content;
    require(!content.site.languages.empty() &&
                content.translations.size() == content.site.languages.size(),
            "a language has no translation");
    for (const content::StripTab& tab : content.strip)
        require(content.find_help_line(tab.line) != nullptr, "a tab has no help line");
    for (const content::HelpLine& help_line : content.help_lines)
        require(help_line.call || help_line.text, "a help line has no number");
    require(content.site.idle.leave_after.count() >= 20, "leave_after is less than 20 seconds");
}

} // namespace fuzz
