// The names that lead to a file: each folder and each symbolic link on the way. If one of them is
// replaced, the path leads to another file.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace reload {

// A name in a folder. The path of the folder contains no link.
using FolderEntry = std::pair<std::filesystem::path, std::string>;

// Adds the names on the way from the root to the file, in the order of the folders: for /etc/a that
// is a link to ../b/c they are ("/", "etc"), ("/etc", "a"), ("/", "b") and ("/b", "c"). Stops at
// the first name that does not exist, which is included.
void add_entries_on_the_way(const std::filesystem::path& file, std::set<FolderEntry>& entries);

} // namespace reload
