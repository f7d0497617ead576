// What the content says and a paper does not.
#pragma once

#include "content/content.hpp"
#include "print/paper_job.hpp"
#include "print/words.hpp"

#include <string>
#include <vector>

namespace print {

// Returns one line for each text of the content that is for the readers of this kind of paper and
// not on it, in the order of the content. A help line or a section that is not on the paper at all
// is one line.
std::vector<std::string> list_left_out(const content::Content& content, Kind kind,
                                       const Words& words);

} // namespace print
