#include "speech/outline_reader.hpp"

#include "base/replace_all.hpp"
#include "speech/text_normalizer.hpp"
#include "ui/reading_order.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace speech {

namespace {

using ui::OutlineNode;

// Returns whether a voice makes a pause after the text anyway. In Arabic and Burmese, too.
bool ends_sentence(std::string_view text) {
    constexpr auto ends = std::to_array<std::string_view>({".", "?", "!", ":", "؟", "။"});
    return std::ranges::any_of(ends, [text](std::string_view end) { return text.ends_with(end); });
}

// Adds a text that is read after a pause. Line breaks, and dots between two texts, are pauses, too.
void append_sentence(std::string& text, std::string_view next) {
    if (!text.empty()) text += ends_sentence(text) ? " " : ". ";
    for (const char character : base::replace_all(std::string(next), " · ", "\n")) {
        if (character == '\n')
            text += ends_sentence(text) ? " " : ". ";
        else
            text += character;
    }
}

// Returns the language whose own name is the text, such as "es" for "Español".
const content::Translation* find_language(const content::Content& content, std::string_view name) {
    const auto found = std::ranges::find(content.translations, name, &content::Translation::name);
    return found == content.translations.end() ? nullptr : &*found;
}

class OutlineReader {
public:
    OutlineReader(const ui::Outline& outline, const content::Content& content,
                  std::string_view language_code)
        : outline_(outline), content_(content), language_code_(language_code),
          normalizer_(content, language_code) {}

    std::vector<Utterance> read(const std::vector<int>& nodes) const {
        std::vector<Utterance> utterances;
        for (const int node : nodes) {
            Utterance utterance = read_node(node);
            if (!utterance.text.empty()) utterances.push_back(std::move(utterance));
        }
        return utterances;
    }

private:
    Utterance read_node(int index) const {
        const std::string text = shown_text(index);
        if (const content::Translation* const language = find_language(content_, text))
            return {text, language->code, index};
        return {normalizer_.normalize(text), language_code_, index};
    }

    // Returns the texts on a button, or the text of any other node. The choices of a text size have
    // a letter on them, and are called by their name.
    std::string shown_text(int index) const {
        std::string text;
        const OutlineNode& own = outline_[static_cast<std::size_t>(index)];
        if (own.role == ui::Role::radio) return own.text;
        for (const OutlineNode& node : outline_)
            if (node.parent == index && node.role != ui::Role::qr_code)
                append_sentence(text, node.text);
        if (text.empty() && own.role != ui::Role::qr_code) append_sentence(text, own.text);
        return text;
    }

    const ui::Outline& outline_;
    const content::Content& content_;
    std::string language_code_;
    TextNormalizer normalizer_;
};

} // namespace

std::vector<Utterance> read_outline(const ui::Outline& outline, const content::Content& content,
                                    std::string_view language_code) {
    return OutlineReader(outline, content, language_code).read(ui::reading_order(outline));
}

std::vector<Utterance> read_node(const ui::Outline& outline, const content::Content& content,
                                 std::string_view language_code, int node) {
    std::vector<int> nodes = ui::reading_order(outline);
    std::erase_if(nodes, [node](int other) { return other != node; });
    return OutlineReader(outline, content, language_code).read(nodes);
}

} // namespace speech
