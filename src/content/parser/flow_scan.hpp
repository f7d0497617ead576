// Scans values in braces and brackets.
#pragma once

#include "content/parser/value_scan.hpp"

namespace content::parser {

// As scan_value(), for a value that starts with { or [.
ScannedValue scan_flow(const SourceLines& lines, SourcePosition start, int parent_indent);

} // namespace content::parser
