#include "cli/places.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace cli {

namespace {

namespace fs = std::filesystem;

// The first place that exists; the last one if none does, for load() to complain about.
fs::path first_existing(const std::vector<fs::path>& places) {
    const auto exists = [](const fs::path& place) {
        std::error_code unreadable; // counts as not there
        return fs::exists(place, unreadable);
    };
    const auto found = std::ranges::find_if(places, exists);
    return found == places.end() ? places.back() : *found;
}

// Of a program that was not installed: it lies in build/<preset>/.
fs::path source_tree() {
    std::error_code unknown; // counts as not there
    return fs::read_symlink("/proc/self/exe", unknown).parent_path().parent_path().parent_path();
}

} // namespace

content::Sources find_sources(const SourceOptions& given) {
    const fs::path source = source_tree();
    const fs::path installed = KIOSK_INSTALLED_DATA;
    content::Sources sources;
    sources.content = given.content.empty()
                          ? first_existing({"content.yaml", KIOSK_INSTALLED_CONTENT, source / "content.yaml"})
                          : fs::path(given.content);
    if (!given.site.empty()) sources.site = given.site;
    const fs::path beside = sources.content.parent_path();
    sources.translations = given.translations.empty()
                               ? first_existing({beside / "assets/translations", beside / "translations",
                                                 installed / "translations", source / "assets/translations"})
                               : fs::path(given.translations);
    return sources;
}

} // namespace cli
