// The PIN of the staff page, of which a file only ever has the hash.
#pragma once

#include "content/parser/map_reader.hpp"

namespace content::parser {

// The key "staff_pin", if it is given: replaces `hash`. A PIN itself, and what cannot be checked in a moment on
// a small machine, are reported.
void read_staff_pin(MapReader& site, std::string& hash);

} // namespace content::parser
