// Files that the kiosk does not read, but whose names are nearly those of files that it reads:
// site.yml, Site.yaml, "site (1).yaml", content.yaml.txt, translations/spanish.yaml.
#pragma once

#include "content/load.hpp"
#include "content/problem.hpp"

#include <filesystem>
#include <vector>

namespace content {

// Returns a warning for each such file or folder beside the files in `paths`. Hidden files and the
// backup copies of editors and packages are left out. What cannot be read is left out, too.
std::vector<Problem> find_misnamed_files(const ContentPaths& paths);

// Returns whether a file beside `expected`, which does not exist, is probably meant to be it.
bool has_misnamed_file(const std::filesystem::path& expected);

} // namespace content
