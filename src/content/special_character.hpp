// Characters that nobody sees, that look like another character, or that the kiosk does not draw.
#pragma once

#include <string>
#include <string_view>

namespace content {

enum class CharacterKind {
    ordinary,
    blank,              // looks like a space, and a line may break at it
    no_break_blank,     // looks like a space, and keeps two words on one line
    joiner,             // changes the shape of the letters beside it in some scripts
    word_break,         // lets a line break in scripts that have no spaces
    variation_selector, // chooses the shape of the character before it
    direction_mark,     // has a place in right-to-left texts only
    direction_override, // turns round the order of everything after it
    invisible,          // has no use on a screen
    control,            // from U+0080, mostly of a text that was saved as Windows-1252
    private_use,        // means something else in each font; Word writes bullets with them
    replacement,        // stands for a character that was lost
    emoji,
    lookalike, // a letter of another script, or a wide one, that looks like one of A to Z or 0 to 9
};

CharacterKind kind_of(char32_t character);

// Returns the code point, and what the character is if it is not an ordinary one: "U+00A0, a
// no-break space".
std::string describe(char32_t character);

// Returns the ASCII text to type instead of a lookalike, or the character that Windows-1252 has in
// place of a control character. Returns an empty text if there is none.
std::string meant_text(char32_t character);

// Returns whether nobody sees the character: neither a blank nor something that takes space.
bool is_unseen(char32_t character);

// Returns whether a text has nothing that a reader sees.
bool is_blank(std::string_view text);

// Returns whether a letter belongs to a script that is written from right to left.
bool is_right_to_left_letter(char32_t character);

// Returns whether a letter belongs to a script in which joiners change the shape of letters.
bool is_joining_letter(char32_t character);

// Returns whether a letter belongs to a script that is written without spaces between words.
bool is_letter_without_spaces(char32_t character);

} // namespace content
