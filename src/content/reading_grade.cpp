#include "content/reading_grade.hpp"

#include "base/replace_all.hpp"
#include "content/syllables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace content {

namespace {

struct WordCounts {
    int words = 0;
    int sentences = 0;
    int syllables = 0;
    int long_words = 0; // with three or more syllables
};

bool is_upper(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_letter(char letter) {
    const bool is_non_ascii = (static_cast<unsigned char>(letter) & 0x80U) != 0;
    return is_upper(letter) || (letter >= 'a' && letter <= 'z') || letter == '\'' || is_non_ascii;
}

// Returns the text with ASCII characters instead of typographic quotes, dashes and ellipses.
std::string with_ascii_punctuation(std::string_view text) {
    static constexpr auto marks = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"}, {"–", "-"}, {"—", "-"}, {"…", "."}});
    std::string result(text);
    for (const auto& [mark, ascii] : marks)
        result = base::replace_all(std::move(result), mark, ascii);
    return result;
}

// A word with a capital letter inside a sentence is a name, except "I" and forms like "I'm".
bool is_name(std::string_view word, bool is_first_in_sentence) {
    const bool is_i = word.front() == 'I' && (word.size() == 1 || word[1] == '\'');
    return is_upper(word.front()) && !is_first_in_sentence && !is_i;
}

// Phone numbers, times, web addresses and e-mail addresses.
bool is_number_or_address(std::string_view piece) {
    const std::string_view trimmed = piece.substr(0, piece.find_last_not_of(".!?,;:)\"'") + 1);
    return trimmed.find_first_of("0123456789@.") != std::string_view::npos;
}

bool is_sentence_end(std::string_view piece) {
    const std::size_t last = piece.find_last_not_of(")\"'");
    return last != std::string_view::npos &&
           std::string_view(".!?").find(piece[last]) != std::string_view::npos;
}

void count_word(std::string_view word, WordCounts& counts) {
    const int syllables = count_syllables(word);
    ++counts.words;
    counts.syllables += syllables;
    if (syllables >= 3) ++counts.long_words;
}

// A piece is the text between two spaces. A hyphenated piece like "Drop-in" is two words. A
// quotation starts a new sentence.
void count_piece(std::string_view piece, bool is_first_in_sentence, WordCounts& counts) {
    if (is_number_or_address(piece)) return;
    is_first_in_sentence = is_first_in_sentence || piece.front() == '"';
    for (std::size_t offset = 0; offset < piece.size();) {
        std::size_t end = offset;
        while (end < piece.size() && is_letter(piece[end])) ++end;
        const std::string_view word = piece.substr(offset, end - offset);
        if (!word.empty() && !is_name(word, is_first_in_sentence)) count_word(word, counts);
        offset = end + 1;
    }
}

void count_text(std::string_view text, WordCounts& counts) {
    bool is_first_in_sentence = true;
    int words_before = counts.words;
    const auto end_sentence = [&] {
        if (counts.words > words_before) ++counts.sentences;
        words_before = counts.words;
        is_first_in_sentence = true;
    };
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t end = std::min(text.find(' ', offset), text.size());
        const std::string_view piece = text.substr(offset, end - offset);
        offset = end + 1;
        if (piece.empty()) continue;
        count_piece(piece, is_first_in_sentence, counts);
        is_first_in_sentence = false;
        if (is_sentence_end(piece)) end_sentence();
    }
    end_sentence();
}

using Texts = std::vector<std::string_view>;

// Returns the texts of a block that are sentences.
struct CollectTexts {
    Texts operator()(const HeadingBlock&) const { return {}; }
    Texts operator()(const TextBlock& block) const { return {block.text}; }
    Texts operator()(const NoteBlock& note) const { return {note.text}; }
    Texts operator()(const StepsBlock& block) const {
        return {block.steps.begin(), block.steps.end()};
    }
    Texts operator()(const GroupBlock& group) const {
        return {group.texts.begin(), group.texts.end()};
    }
    Texts operator()(const HelpLinesBlock&) const { return {}; }
    Texts operator()(const CaptionBlock& caption) const { return {caption.text}; }
    Texts operator()(const ListBlock& block) const {
        Texts texts;
        for (const ListItem& item : block.items) texts.push_back(item.text);
        return texts;
    }
};

} // namespace

ReadingGrade reading_grade(std::span<const std::string_view> texts) {
    WordCounts counts;
    for (const std::string_view text : texts) count_text(with_ascii_punctuation(text), counts);
    ReadingGrade grade;
    grade.word_count = counts.words;
    if (counts.words == 0) return grade;

    const double words = counts.words;
    const double sentences = counts.sentences;
    // The constants are those of Kincaid et al. (1975) and McLaughlin (1969).
    grade.flesch_kincaid =
        std::max(0.0, 0.39 * words / sentences + 11.8 * counts.syllables / words - 15.59);
    constexpr double smog_sample = 30; // sentences in the sample for which the formula was made
    grade.smog = 3.1291 + 1.0430 * std::sqrt(counts.long_words * smog_sample / sentences);
    return grade;
}

ReadingGrade reading_grade(const Section& section, Audience audience) {
    Texts texts;
    if (section.audience == audience) texts.push_back(section.lead);
    for (const SectionTab& tab : section.tabs) {
        for (const Block& block : tab.blocks) {
            if (block.audience != audience) continue;
            const Texts more = std::visit(CollectTexts{}, block.body);
            texts.insert(texts.end(), more.begin(), more.end());
        }
    }
    return reading_grade(texts);
}

double max_reading_grade(Audience audience) {
    return audience == Audience::staff ? 8 : 6;
}

} // namespace content
