// The home screen and the sections.
#pragma once

#include "content/reading/fields.hpp"

#include <span>
#include <vector>

namespace content::reading {

Home read_home(const Node& node, const Reading& reading);

std::vector<Section> read_sections(const Node& node, const Reading& reading, std::span<const HelpLine> lines);

} // namespace content::reading
