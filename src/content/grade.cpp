#include "content/grade.hpp"

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

struct Counts {
    int words = 0;
    int sentences = 0;
    int syllables = 0;
    int long_words = 0; // of three syllables or more
};

bool is_upper(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_letter(char letter) {
    const bool beyond_ascii = (static_cast<unsigned char>(letter) & 0x80U) != 0;
    return is_upper(letter) || (letter >= 'a' && letter <= 'z') || letter == '\'' || beyond_ascii;
}

// Typographic quotes and dashes as ASCII ones.
std::string plain(std::string_view text) {
    static constexpr auto marks = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"}, {"–", "-"}, {"—", "-"}, {"…", "."}});
    std::string result(text);
    for (const auto& [mark, ascii] : marks) {
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark, at)) {
            result.replace(at, mark.size(), ascii);
        }
    }
    return result;
}

// "I" and "I'm" are no names.
bool is_name(std::string_view word, bool first_of_sentence) {
    const bool is_i = word.front() == 'I' && (word.size() == 1 || word[1] == '\'');
    return is_upper(word.front()) && !first_of_sentence && !is_i;
}

// Phone numbers, times, web and mail addresses.
bool is_no_word(std::string_view piece) {
    const std::string_view inside = piece.substr(0, piece.find_last_not_of(".!?,;:)\"'") + 1);
    return inside.find_first_of("0123456789@.") != std::string_view::npos;
}

bool ends_sentence(std::string_view piece) {
    const std::size_t last = piece.find_last_not_of(")\"'");
    return last != std::string_view::npos &&
           std::string_view(".!?").find(piece[last]) != std::string_view::npos;
}

void count_word(std::string_view word, Counts& counts) {
    const int syllables = count_syllables(word);
    ++counts.words;
    counts.syllables += syllables;
    if (syllables >= 3) ++counts.long_words;
}

// A piece is what stands between spaces. "Drop-in" is two words. A quotation starts a sentence of its own.
void count_piece(std::string_view piece, bool first_of_sentence, Counts& counts) {
    if (is_no_word(piece)) return;
    first_of_sentence = first_of_sentence || piece.front() == '"';
    for (std::size_t at = 0; at < piece.size();) {
        std::size_t end = at;
        while (end < piece.size() && is_letter(piece[end])) ++end;
        const std::string_view word = piece.substr(at, end - at);
        if (!word.empty() && !is_name(word, first_of_sentence)) count_word(word, counts);
        at = end + 1;
    }
}

void count_text(std::string_view text, Counts& counts) {
    bool first_of_sentence = true;
    int words_before = counts.words;
    const auto end_sentence = [&] {
        if (counts.words > words_before) ++counts.sentences;
        words_before = counts.words;
        first_of_sentence = true;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view piece = text.substr(at, end - at);
        at = end + 1;
        if (piece.empty()) continue;
        count_piece(piece, first_of_sentence, counts);
        first_of_sentence = false;
        if (ends_sentence(piece)) end_sentence();
    }
    end_sentence();
}

using Texts = std::vector<std::string_view>;

struct TextsOf {
    Texts operator()(const Heading&) const { return {}; }
    Texts operator()(const Text& text) const { return {text.text}; }
    Texts operator()(const Note& note) const { return {note.text}; }
    Texts operator()(const Steps& steps) const { return {steps.steps.begin(), steps.steps.end()}; }
    Texts operator()(const Lines&) const { return {}; }
    Texts operator()(const List& list) const {
        Texts texts;
        for (const Item& item : list.items) texts.push_back(item.text);
        return texts;
    }
};

} // namespace

Grade grade(std::span<const std::string_view> texts) {
    Counts counts;
    for (const std::string_view text : texts) count_text(plain(text), counts);
    Grade grade;
    grade.words = counts.words;
    if (counts.words == 0) return grade;

    const double words = counts.words;
    const double sentences = counts.sentences;
    grade.flesch_kincaid = std::max(0.0, 0.39 * words / sentences + 11.8 * counts.syllables / words - 15.59);
    constexpr double smog_sample = 30; // sentences; the formula scales others to it
    grade.smog = 3.1291 + 1.0430 * std::sqrt(counts.long_words * smog_sample / sentences);
    return grade;
}

Grade grade(const Section& section, Audience audience) {
    Texts texts;
    if (section.audience == audience) texts.push_back(section.lead);
    for (const Block& block : section.blocks) {
        if (block.audience != audience) continue;
        const Texts more = std::visit(TextsOf{}, block.body);
        texts.insert(texts.end(), more.begin(), more.end());
    }
    return grade(texts);
}

double hardest_grade(Audience audience) {
    return audience == Audience::staff ? 8 : 6;
}

} // namespace content
