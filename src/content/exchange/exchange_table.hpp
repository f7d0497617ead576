// The texts of one language as they are exchanged with translators, whatever the format of the
// file.
#pragma once

#include "content/parser/source_text.hpp"
#include "content/translation_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content::exchange {

// Stands for a word to text that a language does not need, because an empty translation means that
// nobody has translated the text yet.
inline constexpr std::string_view no_word = "-";

// An English text with its translation, and what helps to translate it.
struct ExchangedText {
    std::string english;
    std::string target;         // empty: not translated yet
    std::optional<OldPair> old; // the pair that the English text had before it was changed
    bool is_stale = false;      // the English text is not used any more
    std::string screen = {}; // a screen that shows it, as `help-kiosk draw` takes it; may be empty
    int max_characters = 0;  // of the translation; 0: as few as possible
    bool is_word_to_text = false;
    bool is_optional = false;

    // Where the texts are in the file that was read.
    parser::SourceRange english_range = {};
    parser::SourceRange target_range = {};
};

struct ExchangeTable {
    std::string language_code;
    std::vector<ExchangedText> texts; // each English text once
};

// Returns the name of the picture of a screen: "section_help_2.png" for "section/help/2".
std::string picture_name(std::string_view screen);

// Returns what a translator has to know about a text beyond its place and room; may be empty.
std::string note_of(const ExchangedText& text);

// Returns the room for a translation, in words.
std::string room_of(const ExchangedText& text);

// Returns whether the bytes are a text in UTF-8. Otherwise reports what the file is, and how to
// save it. `format` is what was expected: "a PO file".
bool check_encoding(parser::SourceText& source, std::string_view format);

// Reports an English text that is in the file twice. Returns whether there is none.
bool check_unique(const ExchangeTable& table, parser::SourceText& source);

// Reports a file that is cut off: it has fewer texts than it says. Returns whether it is whole.
// `range` is the place in the file that says how many it has.
bool check_count(std::string_view written_count, std::size_t text_count, parser::SourceRange range,
                 parser::SourceText& source);

} // namespace content::exchange
