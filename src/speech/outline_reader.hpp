// What is read aloud of a screen: its outline as texts for a voice, in reading order.
#pragma once

#include "content/content.hpp"
#include "ui/outline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace speech {

// What a voice says without a long pause.
struct Utterance {
    std::string text;          // as TextNormalizer::normalize() returns it
    std::string language_code; // of the voice
    int node = 0;              // index in the outline of the node that is read
    int sentence = 0;          // its index in the text of the node; 0 for a button

    bool operator==(const Utterance&) const = default;
};

// Returns everything on the screen in the order of ui::reading_order(): each sentence of a text,
// and a button with all texts on it at once. `language_code` is the language of the screen; names
// of other languages are read in those.
std::vector<Utterance> read_outline(const ui::Outline& outline, const content::Content& content,
                                    std::string_view language_code);

// Returns what read_outline() returns for one node: nothing if the node is not read.
std::vector<Utterance> read_node(const ui::Outline& outline, const content::Content& content,
                                 std::string_view language_code, int node);

} // namespace speech
