// The last line of content.yaml and of each translation. A file that was cut off, for example
// because the disk was full or the power failed, is often still YAML, so the end is marked.
#pragma once

#include "content/parser/map_reader.hpp"

namespace content::parser {

// Reports a file whose last key is not "end: true", unless it may lack it. `reader` reads the
// outermost mapping `root`. If the line is missing, it returns false, and the reader reports no
// other missing keys: they may be in the part that was cut off.
bool check_file_end(const YamlNode& root, MapReader& reader);

} // namespace content::parser
