// What Cairo cannot write into a PDF file: the language of the document.
#pragma once

#include <string>
#include <string_view>

namespace print {

// Returns `pdf` with an update appended (ISO 32000-1, 7.5.6) that gives its catalog the language,
// and tells viewers to show the title of the document instead of the file name. `pdf` must have a
// cross-reference table. Throws std::runtime_error if it has no catalog.
std::string add_document_language(std::string pdf, std::string_view language);

} // namespace print
