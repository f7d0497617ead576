#include "speech/outline_reader.hpp"

#include "base/replace_all.hpp"
#include "speech/sentence_end.hpp"
#include "speech/text_normalizer.hpp"
#include "ui/reading_order.hpp"
#include "ui/sentences.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace speech {

namespace {

using ui::OutlineNode;

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

bool is_button(ui::Role role) {
    return role == ui::Role::button || role == ui::Role::tab || role == ui::Role::radio;
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
            if (is_button(outline_[static_cast<std::size_t>(node)].role))
                add({shown_text(node), language_code_, node}, utterances);
            else
                add_sentences(node, utterances);
        }
        return utterances;
    }

private:
    // Adds what is said of a text that is shown.
    void add(Utterance shown, std::vector<Utterance>& utterances) const {
        if (const content::Translation* const language = find_language(content_, shown.text))
            shown.language_code = language->code;
        else
            shown.text = normalizer_.normalize(shown.text);
        if (!shown.text.empty()) utterances.push_back(std::move(shown));
    }

    void add_sentences(int index, std::vector<Utterance>& utterances) const {
        const std::string& shown = outline_[static_cast<std::size_t>(index)].text;
        int number = 0;
        for (const std::string_view sentence : ui::split_sentences(shown)) {
            std::string text;
            append_sentence(text, sentence.substr(0, sentence.find_last_not_of(' ') + 1));
            add({text, language_code_, index, number++}, utterances);
        }
    }

    // Returns the texts on a button, or else its name. The choices of a text size have
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
