// Reads the blocks of a section.
#pragma once

#include "content/parser/map_reader.hpp"

#include <span>
#include <string>
#include <vector>

namespace content::parser {

// The shape of a block in advice, as of expect_kind().
inline constexpr std::string_view block_shape = "{text: %}";

// Reads one block: a mapping with one key that says its kind, and perhaps "audience". Reports an
// invalid one.
Block read_block(const YamlNode& node, const ParseContext& context,
                 std::span<const HelpLine> help_lines);

// Reads the required key "icon". Reports an unknown icon and returns an empty text.
std::string read_icon(MapReader& reader);

} // namespace content::parser
