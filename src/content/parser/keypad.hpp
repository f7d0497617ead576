// Parses the keys of a keypad in site.yaml.
#pragma once

#include "content/parser/map_reader.hpp"

#include <vector>

namespace content::parser {

// Reads the key "keypad" of a site into `keypad`, which stays as it is if the site has none.
void read_keypad(MapReader& site, std::vector<KeypadKey>& keypad);

} // namespace content::parser
