// Writes the verification of one help line into the text of content.yaml, and leaves everything
// else in the file as it is.
#pragma once

#include "content/content.hpp"
#include "content/source_files.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace content {

// Returns the text of the file with new values of the keys "on", "by" and "source" below "verified"
// of a help line. Comments, order and line endings stay as they are. Returns nullopt if the file
// has no such help line, or its "verified" has no "on" or "source". The caller has to load the
// result, because a text that spans several lines cannot be replaced in every case.
std::optional<std::string> edit_verification(const SourceFile& file, std::string_view help_line_id,
                                             const Verification& verification);

// Returns "{on: 2026-11-28, by: "Ana", source: "a page"}", without "by" if nobody has called.
std::string yaml_mapping(const Verification& verification);

} // namespace content
