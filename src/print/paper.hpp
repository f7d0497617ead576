// Makes the papers of the kiosk's content as PDF files.
#pragma once

#include "print/paper_job.hpp"

#include <string>

namespace print {

// Returns the PDF file of a paper in the language of `translation`. Throws std::runtime_error,
// which says what to do, if something does not fit or an option is wrong.
std::string make_paper(const content::Content& content, const content::Translation& translation,
                       const PrintOptions& options);

} // namespace print
