#include "cli/content_paths.hpp"

#include "content/misnamed_files.hpp"
#include "ui/strings.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace cli {

namespace {

namespace fs = std::filesystem;

// Returns the first path that exists. Returns the last one if none does, for load() to report.
fs::path first_existing(const std::vector<fs::path>& candidates) {
    const auto exists = [](const fs::path& candidate) {
        std::error_code unreadable; // an error counts as a missing file
        return fs::exists(candidate, unreadable);
    };
    const auto found = std::ranges::find_if(candidates, exists);
    return found == candidates.end() ? candidates.back() : *found;
}

// Returns the source tree that this program was built in, because a program that is not installed
// is in build/<preset>/.
fs::path source_tree() {
    std::error_code unknown; // an error counts as a missing file
    return fs::read_symlink("/proc/self/exe", unknown).parent_path().parent_path().parent_path();
}

// A content.yml in the current folder is a mistake to report, not a reason to use other content.
fs::path find_default_content() {
    const fs::path here = "content.yaml";
    std::error_code unreadable; // an error counts as a missing file
    if (!fs::exists(here, unreadable) && content::has_misnamed_file(here)) return here;
    return first_existing({here, KIOSK_INSTALLED_CONTENT, source_tree() / here});
}

} // namespace

content::ContentPaths find_content_paths(const ContentOptions& options) {
    const fs::path source_folder = source_tree();
    const fs::path installed_folder = KIOSK_INSTALLED_DATA;
    content::ContentPaths paths;
    paths.content = options.content.empty() ? find_default_content() : fs::path(options.content);
    if (!options.site.empty()) paths.site = options.site;
    const fs::path content_folder = paths.content.parent_path();
    paths.translations =
        options.translations.empty()
            ? first_existing({content_folder / "assets/translations",
                              content_folder / "translations", installed_folder / "translations",
                              source_folder / "assets/translations"})
            : fs::path(options.translations);
    paths.shipped_translations =
        first_existing({installed_folder / "translations", source_folder / "assets/translations"});
    std::error_code missing; // then they are different
    if (fs::equivalent(paths.shipped_translations, paths.translations, missing))
        paths.shipped_translations.clear();
    return paths;
}

std::shared_ptr<const content::Content> load_content_or_report(const ContentOptions& options,
                                                               const std::string& language) {
    content::ContentPaths paths = find_content_paths(options);
    paths.language = language;
    const content::LoadResult result = content::load(paths, {std::nullopt, ui::ui_strings});
    for (const content::Problem& problem : result.problems)
        if (problem.severity == content::Severity::error || problem.line == 0)
            std::fputs(content::to_string(problem).c_str(), stderr);
    return result.content;
}

} // namespace cli
