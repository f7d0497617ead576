// Where the content files are, unless the command line says so.
#pragma once

#include "cli/options.hpp"
#include "content/load.hpp"

namespace cli {

// The content file: ./content.yaml, else the installed one, else the one this program was built from.
// Translations: beside the content file, else the installed ones, else those this program was built with.
// site.yaml is left to load(), which looks beside the content file.
//
// What is given is taken as it is, whether it exists or not: load() says what is wrong with it.
content::ContentPaths find_content_paths(const ContentOptions& options);

} // namespace cli
