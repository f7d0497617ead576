#include "text/line_layout.hpp"

#include <algorithm>

namespace text {
namespace {

// Returns the largest count from 1 to `max_count` that fits, or 1 if none does. The search starts
// at `guess` and looks near it first, because each test measures a line.
template <class Fits>
std::size_t largest_fitting(std::size_t max_count, std::size_t guess, const Fits& can_fit) {
    std::size_t fitting = 1;
    std::size_t failing = max_count + 1;
    std::size_t step = 1;
    for (std::size_t next = std::min(std::max<std::size_t>(guess, 2), max_count);
         fitting + 1 < failing; step *= 2) {
        if (can_fit(next))
            fitting = next;
        else
            failing = next;
        if (failing > max_count)
            next = std::min(fitting + step, max_count);
        else if (fitting == 1)
            next = failing > step + 2 ? failing - step : 2;
        else
            next = fitting + (failing - fitting) / 2;
    }
    return fitting;
}

class LineFitter {
public:
    LineFitter(const ItemizedText& itemized_text, const TextSpec& spec)
        : itemized_text_(itemized_text), max_width_(spec.max_width), space_width_(spec.em_px / 4) {}

    LineLayout fit_lines();

private:
    struct Word {
        std::size_t begin;
        std::size_t end; // after the spaces that follow the word
        int width;       // without these spaces, in pixels
        int space_width; // estimated width of these spaces, in pixels
    };
    // The words of a line, by their index, and its offsets in the text.
    struct LineRange {
        std::size_t first_word;
        std::size_t word_count;
        std::size_t begin;
        std::size_t end;
    };
    using Offsets = std::vector<std::size_t>;

    const std::vector<Run>& runs(std::size_t begin, std::size_t end);
    int width(std::size_t begin, std::size_t end);
    bool can_fit(std::size_t begin, std::size_t end) { return width(begin, end) <= max_width_; }
    Word word(std::size_t begin, std::size_t end);
    Offsets syllables(const Word& word) const;
    Offsets letters(const Word& word) const;
    void add_word(std::size_t begin, std::size_t end);
    void add_pieces(const Offsets& edges);
    std::size_t likely_count(std::size_t first, int available_width) const;
    std::size_t take_syllables(std::size_t line_begin, Word& next);
    std::vector<LineRange> break_lines();
    void avoid_single_last_word(std::vector<LineRange>& lines);

    const ItemizedText& itemized_text_;
    int max_width_;
    int space_width_;
    std::vector<Word> words_;
    LineLayout layout_;

    // The range that was measured last. It is often the line that is then taken.
    struct {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::vector<Run> runs;
    } measured_;
};

const std::vector<Run>& LineFitter::runs(std::size_t begin, std::size_t end) {
    if (measured_.begin != begin || measured_.end != end)
        measured_ = {begin, end, itemized_text_.runs(begin, end)};
    return measured_.runs;
}

int LineFitter::width(std::size_t begin, std::size_t end) {
    const std::vector<Run>& measured = runs(begin, end);
    return measured.empty() ? 0 : measured.back().x + measured.back().width;
}

LineFitter::Word LineFitter::word(std::size_t begin, std::size_t end) {
    const auto spaces = static_cast<int>(end - itemized_text_.visible_end(begin, end));
    return {begin, end, width(begin, end), spaces * space_width_};
}

// Returns the offsets where the syllables of the word begin, and its end.
LineFitter::Offsets LineFitter::syllables(const Word& word) const {
    Offsets edges{word.begin};
    for (std::size_t offset = word.begin + 1; offset < word.end; ++offset)
        if (itemized_text_.break_before(offset) == BreakKind::syllable) edges.push_back(offset);
    edges.push_back(word.end);
    return edges;
}

// Returns the offsets where the letters of the word begin, and its end.
LineFitter::Offsets LineFitter::letters(const Word& word) const {
    Offsets edges{word.begin};
    for (std::size_t offset = word.begin + 1;
         offset < itemized_text_.visible_end(word.begin, word.end); ++offset)
        if (itemized_text_.can_split(offset)) edges.push_back(offset);
    edges.push_back(word.end);
    return edges;
}

void LineFitter::add_word(std::size_t begin, std::size_t end) {
    const Word whole = word(begin, end);
    if (whole.width <= max_width_)
        words_.push_back(whole);
    else
        add_pieces(syllables(whole));
}

// Cuts a word that is too wide for a line into pieces that are as wide as possible. It is cut only
// at `edges`, and a part between two edges that is still too wide is cut at any letter.
void LineFitter::add_pieces(const Offsets& edges) {
    std::size_t count = 1;
    for (std::size_t first = 0; first + 1 < edges.size(); first += count) {
        const auto can_fit_piece = [&](std::size_t candidate_count) {
            return can_fit(edges[first], edges[first + candidate_count]);
        };
        count = largest_fitting(edges.size() - 1 - first, count, can_fit_piece);
        const Word piece = word(edges[first], edges[first + count]);
        const Offsets finer = piece.width <= max_width_ ? Offsets() : letters(piece);
        if (finer.size() <= 2) {
            words_.push_back(piece);
        } else {
            layout_.has_split_word = true;
            add_pieces(finer);
        }
    }
}

// Returns how many words probably fit, by the sum of their widths. Kerning and ligatures between
// words make the real width slightly different.
std::size_t LineFitter::likely_count(std::size_t first, int available_width) const {
    std::size_t count = 0;
    for (; first + count < words_.size() && available_width >= words_[first + count].width; ++count)
        available_width -= words_[first + count].width + words_[first + count].space_width;
    return count;
}

// Adds as many syllables of the next word as fit to a line that would otherwise be less than half
// full. Returns the end of the line.
std::size_t LineFitter::take_syllables(std::size_t line_begin, Word& next) {
    const Offsets edges = syllables(next);
    const auto can_fit_line = [&](std::size_t count) { return can_fit(line_begin, edges[count]); };
    if (edges.size() > 2 && can_fit_line(1))
        next = word(edges[largest_fitting(edges.size() - 2, 1, can_fit_line)], next.end);
    return next.begin;
}

LineLayout LineFitter::fit_lines() {
    std::size_t begin = 0;
    for (std::size_t offset = 1; offset <= itemized_text_.size(); ++offset) {
        if (offset < itemized_text_.size() &&
            itemized_text_.break_before(offset) != BreakKind::word)
            continue;
        add_word(begin, offset);
        begin = offset;
    }
    std::vector<LineRange> lines = break_lines();
    avoid_single_last_word(lines);
    for (const LineRange& line : lines)
        layout_.lines.push_back({runs(line.begin, line.end), line.begin, line.end});
    return std::move(layout_);
}

// Gives each line as many words as fit.
std::vector<LineFitter::LineRange> LineFitter::break_lines() {
    const int tolerance = max_width_ / 16 + 4 * space_width_;
    std::vector<LineRange> lines;
    for (std::size_t first = 0; first < words_.size();) {
        const std::size_t begin = words_[first].begin;
        const auto can_fit_line = [&](std::size_t count) {
            return can_fit(begin, words_[first + count - 1].end);
        };
        const std::size_t likely = likely_count(first, max_width_);
        const std::size_t possible = likely_count(first, max_width_ + tolerance);
        const std::size_t next =
            first + largest_fitting(std::max<std::size_t>(possible, 1), likely, can_fit_line);
        std::size_t end = words_[next - 1].end;
        if (next < words_.size() && width(begin, end) < max_width_ / 2)
            end = take_syllables(begin, words_[next]);
        lines.push_back({first, next - first, begin, end});
        first = next;
    }
    return lines;
}

// Moves the last word of a line down to the last line if a single word is there, unless that leaves
// a single word between longer lines. Here a word is what has spaces around it: "toll-free" is one,
// although a line may break at its hyphen.
void LineFitter::avoid_single_last_word(std::vector<LineRange>& lines) {
    if (lines.size() < 2) return;
    LineRange &last = lines.back(), &before = lines[lines.size() - 2];
    const auto ends_with_space = [&](std::size_t index) { return words_[index].space_width > 0; };
    const auto spaced_word_begin = [&](std::size_t index) {
        while (index > before.first_word && !ends_with_space(index - 1)) --index;
        return index;
    };
    for (std::size_t i = last.first_word; i + 1 < last.first_word + last.word_count; ++i)
        if (ends_with_space(i)) return;
    const std::size_t single = spaced_word_begin(last.first_word);
    if (single == before.first_word) return;
    const std::size_t moved = spaced_word_begin(single - 1);
    const bool leaves_single =
        moved > before.first_word && spaced_word_begin(moved - 1) == before.first_word;
    if (leaves_single && lines.size() > 2) return;
    for (const std::size_t first : {moved, single}) {
        const std::size_t begin = words_[first].begin;
        if (first == before.first_word || !can_fit(begin, last.end)) continue;
        before.end = last.begin = begin;
        return;
    }
}

} // namespace

LineLayout layout_lines(const ItemizedText& itemized_text, const TextSpec& spec) {
    if (spec.max_width <= 0 || itemized_text.size() == 0)
        return {{{itemized_text.runs(0, itemized_text.size()), 0, itemized_text.size()}}, false};
    return LineFitter(itemized_text, spec).fit_lines();
}

} // namespace text
