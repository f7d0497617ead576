// The content that a subcommand works on.
#pragma once

#include "cli/options.hpp"
#include "content/content.hpp"

#include <memory>

namespace cli {

// Null when it has errors; all its problems are then on stderr, in the words of `check`. `language` is offered
// even where the site does not; empty: none.
std::shared_ptr<const content::Content> load_content_or_report(const ContentOptions& options,
                                                               const std::string& language = {});

} // namespace cli
