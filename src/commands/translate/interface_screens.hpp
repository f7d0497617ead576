// Finds out which screen shows a text of the interface, so that a translator can look at it.
#pragma once

#include "content/load.hpp"

#include <map>
#include <string>

namespace commands {

// Returns the names of screens by texts of the interface, for those texts that a screen shows as
// they are. Draws all screens of visitors in English. Requires that `loaded.content` is set. Empty
// if no font can be read.
std::map<std::string, std::string> find_interface_screens(const content::LoadResult& loaded);

} // namespace commands
