// Where the content files are, and the content in them.
#pragma once

#include "content/content.hpp"
#include "content/load.hpp"

#include <memory>
#include <string>

namespace cli {

// The files given on the command line. Empty: the default of find_content_paths().
struct ContentOptions {
    std::string content;      // the content file
    std::string site;         // this building's settings
    std::string translations; // the folder of the translations
};

// Returns the paths of the content files. The defaults are:
// - content: ./content.yaml, also if it does not exist but a file such as content.yml does; else
// the installed one, else that of the tree which this program was built in;
// - translations: beside the content file, else the installed ones, else those of that tree;
// - site: left to content::load(), which looks for site.yaml beside the content file.
// A path that is given is returned as it is, whether it exists or not: content::load() reports what
// is wrong with it.
content::ContentPaths find_content_paths(const ContentOptions& options);

// Loads the content for a command. Returns null if it has errors; they are then on stderr, in the
// format of `check`. Warnings about files that are not read are on stderr in any case. `language`
// is the code of a language to offer even if site.yaml does not; empty: none.
std::shared_ptr<const content::Content> load_content_or_report(const ContentOptions& options,
                                                               const std::string& language = {});

} // namespace cli
