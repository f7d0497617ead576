// From content files to Content, or to everything that is wrong with them.
#pragma once

#include "content/content.hpp"
#include "content/coverage.hpp"
#include "content/source_files.hpp"
#include "content/problem.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct ContentPaths {
    std::filesystem::path content;             // content.yaml
    std::optional<std::filesystem::path> site; // unset: site.yaml beside `content`, if it is there
    std::filesystem::path translations;        // the folder with es.yaml and the like
    std::string language = {};                 // a code to offer even where the site does not; empty: none
};

// What the files cannot know.
struct LoadContext {
    // Unset where the clock may be wrong. A kiosk with a flat clock battery must not lose its content because
    // every date seems to lie ahead; `check` on a desk compares.
    std::optional<std::chrono::year_month_day> today;

    // The program's own words, which are translated in the same files. Empty: not known, and then pairs that
    // fit no text of the content are taken for the program's.
    std::span<const std::string_view> ui_strings;
};

struct LoadResult {
    std::shared_ptr<const Content> content;    // null when a problem is an error
    Site site;                                 // as far as it can be understood, even then
    std::vector<Problem> problems;             // of all files, sorted
    std::vector<TranslationCoverage> coverage; // of each language but English
    SourceFiles files;                         // what was read
};

// Reads the files. Never throws because of what is in them, or because they are missing. Files that are not
// regular, or larger than largest_document, are refused unread.
LoadResult load(const ContentPaths& paths, const LoadContext& load_context = {});

// The same, with a site.yaml that is not on the disk, or not yet.
LoadResult load(const ContentPaths& paths, const SourceFile& site, const LoadContext& load_context = {});

// The same from memory. `translation` finds the file of a language; nullopt: there is none.
LoadResult parse(const SourceFiles& files, const LoadContext& load_context = {});
using TranslationLookup = std::function<std::optional<SourceFile>(std::string_view code)>;
LoadResult parse(const SourceFile& content, const std::optional<SourceFile>& site,
                 const TranslationLookup& translation, const LoadContext& load_context = {});

} // namespace content
