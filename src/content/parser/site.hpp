// Parses the site block of content.yaml and the file site.yaml, whose keys replace those of the
// block.
#pragma once

#include "content/parser/map_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace content::parser {

// A language that the site offers, and the position of its code in a file.
struct RequestedLanguage {
    std::string code;
    SourceText* source;
    SourceRange range;
};

// The keys that the files have set so far. The defaults are added at the end by build_site(),
// because some of them depend on other keys.
struct PartialSite {
    Site site;
    bool has_school = false;
    bool has_place = false;
    std::vector<RequestedLanguage> languages;
    std::optional<int> ask_after;   // seconds
    std::optional<int> leave_after; // seconds
    std::optional<bool> staff_button;
};

// Parses a site block or site.yaml. Each key that it has replaces the value in `partial_site`.
void read_site(const YamlNode& node, const ParseContext& context, PartialSite& partial_site);

// Returns the site with default values for the keys that are not set. The default timeouts of a
// nurse's office are longer, because staff and student read together there.
Site build_site(const PartialSite& partial_site);

} // namespace content::parser
