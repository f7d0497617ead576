// The content that a subcommand works on.
#pragma once

#include "cli/options.hpp"
#include "content/content.hpp"

#include <memory>

namespace cli {

// Null when it has errors; all its problems are then on stderr, in the words of `check`. `language` is offered
// even where the site does not; empty: none.
std::shared_ptr<const content::Content> open_content(const SourceOptions& sources,
                                                     const std::string& language = {});

} // namespace cli
