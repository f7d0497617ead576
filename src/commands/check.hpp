// The checks behind `help-kiosk check`: whether the content has errors, and how easy it is to read.
#pragma once

#include "content/load.hpp"

#include <iosfwd>
#include <string>

namespace commands {

// Returns one line each for the sections with their reading grades, the help lines and the
// languages. Requires that `loaded.content` is set.
std::string content_summary(const content::LoadResult& loaded);

// How `check` prints its result.
enum class OutputFormat { text, json };

// Loads and validates the content, and returns the exit code: 0 if it has no errors, otherwise 1.
// As text, all problems go to `err`, and the summary goes to `out` if there are no errors. As JSON,
// problems and summary are one object on `out`.
int run_check(const content::ContentPaths& paths, const content::LoadContext& context,
              OutputFormat format, std::ostream& out, std::ostream& err);

} // namespace commands
