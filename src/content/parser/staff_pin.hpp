// Parses the hash of the staff PIN. The files never contain the PIN itself.
#pragma once

#include "content/parser/map_reader.hpp"

namespace content::parser {

// If the site has the key "staff_pin", replaces `hash` with its value. Reports a value that is not
// an encoded argon2id hash, for example the PIN itself, and a hash that takes too much time or
// memory to verify on a slow computer.
void read_staff_pin(MapReader& site, std::string& hash);

} // namespace content::parser
