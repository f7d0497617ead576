// The content that a subcommand works on.
#pragma once

#include "cli/options.hpp"
#include "content/content.hpp"

#include <memory>

namespace cli {

// Null when it has errors; all its problems are then on stderr, in the words of `check`.
std::shared_ptr<const content::Content> open_content(const SourceOptions& sources);

} // namespace cli
