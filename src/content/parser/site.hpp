// The site block of content.yaml, and site.yaml, whose keys replace it one by one.
#pragma once

#include "content/parser/map_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace content::parser {

struct RequestedLanguage {
    std::string code;
    SourceText* source; // where it was asked for
    SourceRange range;
};

// What the files have given so far. What they leave open depends on what they say last.
struct PartialSite {
    Site site;
    bool has_school = false;
    bool has_place = false;
    std::vector<RequestedLanguage> languages;
    std::optional<int> ask_after;   // seconds
    std::optional<int> leave_after; // seconds
};

void read_site(const YamlNode& node, const ParseContext& context, PartialSite& partial_site);

// The site with its defaults filled in. A nurse's office waits longer: two people read together there.
Site build_site(const PartialSite& partial_site);

} // namespace content::parser
