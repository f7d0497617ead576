#include "text/filling.hpp"

#include <algorithm>

namespace text {
namespace {

// The largest count from 1 to `most` that fits, or 1; looks around `guess` first.
template <class Fits>
std::size_t largest(std::size_t most, std::size_t guess, const Fits& fits) {
    std::size_t fitting = 1;
    std::size_t failing = most + 1;
    std::size_t step = 1;
    for (std::size_t next = std::min(std::max<std::size_t>(guess, 2), most); fitting + 1 < failing; step *= 2) {
        if (fits(next))
            fitting = next;
        else
            failing = next;
        if (failing > most)
            next = std::min(fitting + step, most);
        else if (fitting == 1)
            next = failing > step + 2 ? failing - step : 2;
        else
            next = fitting + (failing - fitting) / 2;
    }
    return fitting;
}

class Filler {
public:
    Filler(const Passage& passage, const Setting& setting)
        : passage_(passage), max_width_(setting.max_width), space_(setting.px / 4) {}

    Filling fill();

private:
    struct Word {
        std::size_t begin, end; // with the spaces after it
        int width;              // without them
        int space;              // their likely width
    };
    using Places = std::vector<std::size_t>;

    const std::vector<Run>& runs(std::size_t begin, std::size_t end);
    int width(std::size_t begin, std::size_t end);
    bool fits(std::size_t begin, std::size_t end) { return width(begin, end) <= max_width_; }
    Word word(std::size_t begin, std::size_t end);
    Places syllables(const Word& word) const;
    Places letters(const Word& word) const;
    void add_word(std::size_t begin, std::size_t end);
    void add_pieces(const Places& edges);
    std::size_t likely_count(std::size_t first, int room) const;
    std::size_t take_syllables(std::size_t line_begin, Word& next);

    const Passage& passage_;
    int max_width_;
    int space_;
    std::vector<Word> words_;
    Filling filling_;

    struct { // the last that was asked for: most often a line that is then taken
        std::size_t begin = 0, end = 0;
        std::vector<Run> runs;
    } measured_;
};

const std::vector<Run>& Filler::runs(std::size_t begin, std::size_t end) {
    if (measured_.begin != begin || measured_.end != end) measured_ = {begin, end, passage_.runs(begin, end)};
    return measured_.runs;
}

int Filler::width(std::size_t begin, std::size_t end) {
    const std::vector<Run>& measured = runs(begin, end);
    return measured.empty() ? 0 : measured.back().x + measured.back().width;
}

Filler::Word Filler::word(std::size_t begin, std::size_t end) {
    const auto spaces = static_cast<int>(end - passage_.visible_end(begin, end));
    return {begin, end, width(begin, end), spaces * space_};
}

// Where the word's syllables begin, and its end.
Filler::Places Filler::syllables(const Word& word) const {
    Places edges{word.begin};
    for (std::size_t place = word.begin + 1; place < word.end; ++place)
        if (passage_.line_start(place) == Break::syllable) edges.push_back(place);
    edges.push_back(word.end);
    return edges;
}

// Where the word's letters begin, and its end.
Filler::Places Filler::letters(const Word& word) const {
    Places edges{word.begin};
    for (std::size_t place = word.begin + 1; place < passage_.visible_end(word.begin, word.end); ++place)
        if (passage_.may_be_cut(place)) edges.push_back(place);
    edges.push_back(word.end);
    return edges;
}

void Filler::add_word(std::size_t begin, std::size_t end) {
    const Word whole = word(begin, end);
    if (whole.width <= max_width_)
        words_.push_back(whole);
    else
        add_pieces(syllables(whole));
}

// Of a word too wide for a line: as wide as one can be, cut only at the edges, and where even that is too wide
// at any letter.
void Filler::add_pieces(const Places& edges) {
    std::size_t count = 1;
    for (std::size_t first = 0; first + 1 < edges.size(); first += count) {
        const auto piece_fits = [&](std::size_t wished) { return fits(edges[first], edges[first + wished]); };
        count = largest(edges.size() - 1 - first, count, piece_fits);
        const Word piece = word(edges[first], edges[first + count]);
        const Places finer = piece.width <= max_width_ ? Places() : letters(piece);
        if (finer.size() <= 2) {
            words_.push_back(piece);
        } else {
            filling_.split_word = true;
            add_pieces(finer);
        }
    }
}

// By the widths of single words, which is nearly right.
std::size_t Filler::likely_count(std::size_t first, int room) const {
    std::size_t count = 0;
    for (; first + count < words_.size() && room >= words_[first + count].width; ++count)
        room -= words_[first + count].width + words_[first + count].space;
    return count;
}

// What fits of the next word goes on a line that would stay half empty. Returns where that line ends.
std::size_t Filler::take_syllables(std::size_t line_begin, Word& next) {
    const Places edges = syllables(next);
    const auto line_fits = [&](std::size_t count) { return fits(line_begin, edges[count]); };
    if (edges.size() > 2 && line_fits(1)) next = word(edges[largest(edges.size() - 2, 1, line_fits)], next.end);
    return next.begin;
}

Filling Filler::fill() {
    std::size_t begin = 0;
    for (std::size_t place = 1; place <= passage_.size(); ++place) {
        if (place < passage_.size() && passage_.line_start(place) != Break::word) continue;
        add_word(begin, place);
        begin = place;
    }
    const int doubt = max_width_ / 16 + 4 * space_;
    for (std::size_t first = 0; first < words_.size();) {
        begin = words_[first].begin;
        const auto line_fits = [&](std::size_t count) { return fits(begin, words_[first + count - 1].end); };
        const std::size_t likely = likely_count(first, max_width_);
        const std::size_t possible = likely_count(first, max_width_ + doubt);
        const std::size_t next = first + largest(std::max<std::size_t>(possible, 1), likely, line_fits);
        std::size_t end = words_[next - 1].end;
        if (next < words_.size() && width(begin, end) < max_width_ / 2)
            end = take_syllables(begin, words_[next]);
        filling_.lines.push_back(runs(begin, end));
        first = next;
    }
    return std::move(filling_);
}

} // namespace

Filling fill(const Passage& passage, const Setting& setting) {
    if (setting.max_width <= 0 || passage.size() == 0) return {{passage.runs(0, passage.size())}, false};
    return Filler(passage, setting).fill();
}

} // namespace text
