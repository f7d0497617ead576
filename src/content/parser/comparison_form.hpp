// Compares texts by what a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace content::parser {

// Returns a form of a text that is the same for all texts that look the same: letters are composed
// with their marks (NFC of the Unicode Standard, Annex 15), every kind of space is one space, and
// characters that nobody sees are left out. A Mac writes "é" in file names as two characters.
std::string comparison_form(std::string_view text);

} // namespace content::parser
