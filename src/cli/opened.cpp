#include "cli/opened.hpp"

#include "cli/content_paths.hpp"
#include "content/load.hpp"
#include "ui/strings.hpp"

#include <cstdio>

namespace cli {

std::shared_ptr<const content::Content> load_content_or_report(const ContentOptions& options,
                                                               const std::string& language) {
    content::ContentPaths paths = find_content_paths(options);
    paths.language = language;
    const content::LoadResult loaded = content::load(paths, {std::nullopt, ui::ui_strings});
    for (const content::Problem& problem : loaded.problems)
        if (problem.severity == content::Severity::error)
            std::fputs(content::to_string(problem).c_str(), stderr);
    return loaded.content;
}

} // namespace cli
