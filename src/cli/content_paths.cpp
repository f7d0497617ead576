#include "cli/content_paths.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace cli {

namespace {

namespace fs = std::filesystem;

// The first place that exists; the last one if none does, for load() to complain about.
fs::path first_existing(const std::vector<fs::path>& candidates) {
    const auto exists = [](const fs::path& candidate) {
        std::error_code unreadable; // counts as not there
        return fs::exists(candidate, unreadable);
    };
    const auto found = std::ranges::find_if(candidates, exists);
    return found == candidates.end() ? candidates.back() : *found;
}

// Of a program that was not installed: it lies in build/<preset>/.
fs::path source_tree() {
    std::error_code unknown; // counts as not there
    return fs::read_symlink("/proc/self/exe", unknown).parent_path().parent_path().parent_path();
}

} // namespace

content::ContentPaths find_content_paths(const ContentOptions& options) {
    const fs::path source_folder = source_tree();
    const fs::path installed_folder = KIOSK_INSTALLED_DATA;
    content::ContentPaths paths;
    paths.content =
        options.content.empty()
            ? first_existing({"content.yaml", KIOSK_INSTALLED_CONTENT, source_folder / "content.yaml"})
            : fs::path(options.content);
    if (!options.site.empty()) paths.site = options.site;
    const fs::path content_folder = paths.content.parent_path();
    paths.translations =
        options.translations.empty()
            ? first_existing({content_folder / "assets/translations", content_folder / "translations",
                              installed_folder / "translations", source_folder / "assets/translations"})
            : fs::path(options.translations);
    return paths;
}

} // namespace cli
