// `help-kiosk check`: whether the content is fit to be shown, and how easy it is to read.
#pragma once

#include "cli/command_line.hpp"
#include "content/load.hpp"

#include <iosfwd>
#include <string>

namespace commands {

void add_check_command(cli::CommandLine& command_line);

// Sections, lines of help and languages, a line each; `loaded.content` must be set.
std::string content_summary(const content::LoadResult& loaded);

enum class OutputFormat { text, json };

// Content without an error: 0, with a summary on `out` and the warnings on `err`. Else 1, with all problems on
// `err`. As JSON, both are one object on `out`.
int run_check(const content::ContentPaths& paths, const content::LoadContext& context, OutputFormat format,
              std::ostream& out, std::ostream& err);

} // namespace commands
