// Loads and validates the content files. The result is either Content or the list of everything
// that is wrong with the files.
#pragma once

#include "content/content.hpp"
#include "content/problem.hpp"
#include "content/source_files.hpp"
#include "content/translatable_text.hpp"

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

// Where the content files are.
struct ContentPaths {
    std::filesystem::path content; // content.yaml

    // If unset, the file site.yaml in the folder of `content` is used if it exists.
    std::optional<std::filesystem::path> site;

    std::filesystem::path translations; // folder of es.yaml and other translations

    // Folder of the translations that belong to the program, if it is another one. Texts of the
    // user interface that a school's own translation lacks are taken from there, so that an update
    // of the program does not remove a language from the screen. May be empty.
    std::filesystem::path shipped_translations = {};

    // Code of a language to offer in addition to those of the site; empty for none.
    std::string language = {};
};

// Information that the caller adds to the files.
struct LoadContext {
    // The date with which dates in the files are compared. The viewer leaves it unset, because the
    // computer's clock may be wrong: with an empty clock battery, all dates would seem to be in the
    // future. `help-kiosk check` sets it.
    std::optional<std::chrono::year_month_day> today;

    // The texts of the user interface, which are translated in the same files. If empty, they are
    // unknown, and translations of texts that are not part of the content are accepted.
    std::span<const std::string_view> ui_strings;

    // Whether to warn about sections that are hard to read. Only for the commands that print
    // warnings, because it takes as long as everything else.
    bool should_check_reading_grade = false;

    // Whether languages with missing translations are offered, too. The texts that are missing are
    // in English. Only to look at a translation before it is complete.
    bool should_offer_incomplete_languages = false;

    // Whether the files are those of a snapshot. It is saved as a whole, and one of an earlier
    // edition of the program has files without the line that marks their end.
    bool is_snapshot = false;

    // As in ContentPaths, whose value load() takes.
    std::filesystem::path shipped_translations = {};
};

struct LoadResult {
    std::shared_ptr<const Content> content;    // null if one of the problems is an error
    Site site;                                 // the valid part of it, also if there are errors
    std::vector<Problem> problems;             // of all files, sorted
    std::vector<TranslationCoverage> coverage; // of each language except English
    SourceFiles files;                         // the files that were read; load() only
    std::vector<TranslatableText> texts;       // all that content.yaml and site.yaml have
};

// Loads the content files. Problems with the files, also missing or unreadable ones, are part of
// the result and never thrown. A file that is not a regular file or is larger than `max_file_bytes`
// is refused without being read.
LoadResult load(const ContentPaths& paths, const LoadContext& load_context = {});

// Loads the content files, but takes site.yaml from memory, for example before it is saved.
LoadResult load(const ContentPaths& paths, const SourceFile& site,
                const LoadContext& load_context = {});

// Parses content files that are in memory.
LoadResult parse(const SourceFiles& files, const LoadContext& load_context = {});

// Returns the file of a language, or nullopt if there is none.
using TranslationLookup = std::function<std::optional<SourceFile>(std::string_view code)>;

// Parses content files that are in memory. `translation` is called for each language of the site
// except English.
LoadResult parse(const SourceFile& content, const std::optional<SourceFile>& site,
                 const TranslationLookup& translation, const LoadContext& load_context = {});

} // namespace content
