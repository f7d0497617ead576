// The site block of content.yaml, and site.yaml, whose keys replace it one by one.
#pragma once

#include "content/reading/fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace content::reading {

struct LanguageCode {
    std::string code;
    Source* source; // where it was asked for
    Span where;
};

// What the files have given so far. What they leave open depends on what they say last.
struct SiteDraft {
    Site site;
    bool has_school = false;
    bool has_place = false;
    std::vector<LanguageCode> languages;
    std::optional<int> ask_after;   // seconds
    std::optional<int> leave_after; // seconds
};

void read_site(const Node& node, const Reading& reading, SiteDraft& draft);

// The site with its defaults filled in. A nurse's office waits longer: two people read together there.
Site finish(const SiteDraft& draft);

} // namespace content::reading
