// Gettext's PO format, which Poedit and Weblate edit. Debian's library for it, libgettextpo, is not
// used: its license would make this program GPL, and it does not tell the line of a text, which the
// messages about a wrong translation need. Tests compare both functions with the programs of
// gettext.
#pragma once

#include "content/exchange/exchange_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace content::exchange {

// Returns the text of a PO file. A text whose English was changed is "fuzzy", with the old pair,
// and a text that is not used any more is obsolete.
std::string write_po(const ExchangeTable& table);

// Reads a PO file for a language. Returns nullopt after reporting what is wrong with it.
std::optional<ExchangeTable> read_po(parser::SourceText& source, std::string_view language_code);

} // namespace content::exchange
