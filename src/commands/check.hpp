// The checks behind `help-kiosk check`: whether the content has errors, and how easy it is to read.
#pragma once

#include "content/load.hpp"
#include "reload/snapshot_file.hpp"

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

namespace commands {

// Returns "es Español, complete: 250 texts, not reviewed", or how many texts are missing, and how
// many pairs are stale: their English text is not used any more. `all` has the languages of the
// site, also those that are not offered.
std::string describe_language(const content::Translation& language,
                              const std::vector<content::TranslationCoverage>& all);

// Returns one line each for the sections with their reading grades, the help lines and the
// languages, and which help lines to call and facts to find out. Requires that `loaded.content` is
// set. Without `today`, no call is too old.
std::string content_summary(const content::LoadResult& loaded,
                            std::optional<std::chrono::year_month_day> today);

// How `check` prints its result.
enum class OutputFormat { text, json };

// Loads and validates the content, and returns the exit code: 0 if it has no errors, otherwise 1.
// As text, all problems go to `err`, and the summary goes to `out` if there are no errors. As JSON,
// problems and summary are one object on `out`.
int run_check(const content::ContentPaths& paths, const content::LoadContext& context,
              OutputFormat format, std::ostream& out, std::ostream& err);

// Accepts the content for a running kiosk that does not show it by itself, because something is
// missing in it, and says so on `err`. Returns the exit code. Throws std::runtime_error if the
// folder of the content cannot be written to.
int accept_content(const content::ContentPaths& paths, const content::LoadContext& context,
                   std::ostream& err);

// Returns what to print if a running kiosk, which has saved the content of `snapshot`, does not
// show the loaded content by itself. Otherwise, or if the snapshot cannot be read, returns an empty
// text.
std::string waiting_note(const content::LoadResult& loaded, const reload::SnapshotFile& snapshot,
                         const std::filesystem::path& content_file);

} // namespace commands
