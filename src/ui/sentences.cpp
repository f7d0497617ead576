#include "ui/sentences.hpp"

#include "text/code_points.hpp"

#include <algorithm>
#include <array>

namespace ui {

namespace {

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

// Returns the length of the mark at `offset` that may end a sentence, also in Arabic and Burmese,
// or 0 if there is none.
std::size_t end_mark_size(std::string_view text, std::size_t offset) {
    constexpr auto marks = std::to_array<std::string_view>({".", "?", "!", "…", "؟", "။"});
    for (const std::string_view mark : marks)
        if (text.substr(offset).starts_with(mark)) return mark.size();
    return 0;
}

std::size_t skip_closing_quotes(std::string_view text, std::size_t offset) {
    constexpr auto quotes = std::to_array<std::string_view>({"\"", ")", "”", "’", "»"});
    for (const std::string_view quote : quotes)
        if (text.substr(offset).starts_with(quote)) return offset + quote.size();
    return offset;
}

// Returns whether the word before a period is an abbreviation: "U.S", "EE", "UU" or "Dr".
bool is_abbreviation(std::string_view word) {
    constexpr auto known = std::to_array<std::string_view>({"Dr", "Mr", "Mrs", "Ms", "St"});
    const bool is_short = word.size() <= 2 && std::ranges::all_of(word, is_capital);
    return is_short || word.find('.') != std::string_view::npos ||
           std::ranges::find(known, word) != known.end();
}

// Returns whether a sentence ends with the mark at `offset`, after which the next one begins at
// `next`.
bool ends_sentence(std::string_view text, std::size_t offset, std::size_t next) {
    if (text[next] >= 'a' && text[next] <= 'z') return false;
    const std::size_t space = text.rfind(' ', offset);
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    return text[offset] != '.' || !is_abbreviation(text.substr(word, offset - word));
}

bool has_parts(std::string_view text) {
    return text.find('\n') != std::string_view::npos || text.find(" · ") != std::string_view::npos;
}

} // namespace

std::vector<std::string_view> split_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    for (std::size_t offset = 0; offset < text.size() && !has_parts(text); ++offset) {
        const std::size_t mark_size = end_mark_size(text, offset);
        if (mark_size == 0) continue;
        const std::size_t end = skip_closing_quotes(text, offset + mark_size);
        const std::size_t next = text.find_first_not_of(' ', end);
        if (next == end || next == std::string_view::npos || !ends_sentence(text, offset, next))
            continue;
        sentences.push_back(text.substr(begin, next - begin));
        begin = next;
    }
    sentences.push_back(text.substr(begin));
    return sentences;
}

render::Rect sentence_rect(const OutlineNode& node, int sentence) {
    const std::vector<std::string_view> sentences = split_sentences(node.text);
    const auto index = static_cast<std::size_t>(std::max(sentence, 0));
    if (!node.layout || node.layout->spec.text != node.text || sentences.size() < 2 ||
        index >= sentences.size())
        return node.rect;
    const auto characters_before = [&](std::size_t bytes) {
        return text::decode_text(std::string_view(node.text).substr(0, bytes)).size();
    };
    const auto bytes_before = static_cast<std::size_t>(sentences[index].data() - node.text.data());
    const std::size_t begin = characters_before(bytes_before),
                      end = characters_before(bytes_before + sentences[index].size());
    render::Rect rect = node.rect;
    rect.h = 0;
    for (const text::Line& line : node.layout->lines) {
        if (line.end <= begin || line.begin >= end) continue;
        if (rect.h == 0) rect.y = node.rect.y + line.y;
        rect.h = node.rect.y + line.y + line.height - rect.y;
    }
    return rect.h > 0 ? rect : node.rect;
}

} // namespace ui
