#include "cli/opened.hpp"

#include "cli/places.hpp"
#include "content/load.hpp"
#include "ui/words.hpp"

#include <cstdio>

namespace cli {

std::shared_ptr<const content::Content> open_content(const SourceOptions& options,
                                                     const std::string& language) {
    content::Sources sources = find_sources(options);
    sources.language = language;
    const content::Loaded loaded = content::load(sources, {std::nullopt, ui::words});
    for (const content::Problem& problem : loaded.problems)
        if (problem.severity == content::Severity::error)
            std::fputs(content::to_string(problem).c_str(), stderr);
    return loaded.content;
}

} // namespace cli
