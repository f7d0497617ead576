// Makes the papers of the kiosk's content as PDF files.
#pragma once

#include "print/paper_job.hpp"

#include <string>
#include <vector>

namespace print {

struct PrintedPaper {
    std::string pdf;                   // the bytes of the file
    std::vector<std::string> left_out; // as of list_left_out()
    std::vector<std::string> notes;    // sentences for the person who prints it
};

// Makes a paper in the language of `translation`. Throws std::runtime_error,
// which says what to do, if something does not fit or an option is wrong.
PrintedPaper make_paper(const content::Content& content, const content::Translation& translation,
                        const PrintOptions& options);

} // namespace print
