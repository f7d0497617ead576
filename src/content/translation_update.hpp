// Brings a translation file up to date with the English texts, and exchanges its texts with
// translators.
#pragma once

#include "content/exchange/exchange_table.hpp"
#include "content/parser/translation_pair.hpp"
#include "content/translatable_text.hpp"
#include "content/translation_file.hpp"

#include <string>
#include <vector>

namespace content {

// Returns the texts that a translation may contain, each once, in the order in which visitors meet
// them: home, the sections, the slips, the interface. Of several uses of a text it has the one that
// leaves the least room.
std::vector<TranslatableText> list_translatable_texts(const parser::EnglishTexts& english);

// What update_pairs() has done.
struct UpdateReport {
    int kept_count = 0;             // pairs whose English text is still used
    std::vector<FilePair> changed;  // new texts that are similar to a text of an old pair
    std::vector<std::string> added; // other new texts
    std::vector<std::string> stale; // English texts that are not used any more
};

// Adds an empty pair for each English text that has none. A pair that is not used any more becomes
// the old pair of a new text that is similar; otherwise it stays, unless it was never translated.
// The old pair of a text that has been translated since is left out. In a file without pairs, the
// pairs are grouped by comments.
UpdateReport update_pairs(TranslationFile& file, const parser::EnglishTexts& english);

// Returns the texts of a file, with all English texts that it lacks.
exchange::ExchangeTable make_exchange_table(const TranslationFile& file,
                                            const parser::EnglishTexts& english);

// Changes the pairs of a file to the translations of a table. A text that is not in the table stays
// as it is, and so does one whose translation is empty. A translation of an English text that is
// not used any more is added at the end, so that update_pairs() can use it. What is wrong with a
// new translation is reported at its place in `source`; after an error, the file is of no use.
// Returns the number of changes. The file must be up to date.
int apply_exchange_table(const exchange::ExchangeTable& table, parser::SourceText& source,
                         const parser::EnglishTexts& english, TranslationFile& file);

} // namespace content
