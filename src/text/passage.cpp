#include "text/passage.hpp"

#include "content/utf8.hpp"

#include <algorithm>

namespace text {
namespace {

constexpr Character left_to_right_isolate = 0x2066;
constexpr Character pop_isolate = 0x2069;

bool needs_bidi(const Characters& characters, bool right_to_left) {
    constexpr Character hebrew = 0x0590; // the first that does not simply run left to right
    return right_to_left ||
           std::any_of(characters.begin(), characters.end(), [](Character one) { return one >= hebrew; });
}

// Each level's stretches are turned round, from the highest level down: rule L2 of the bidirectional algorithm.
void turn_round(std::vector<Item>& items) {
    Level highest = 0;
    for (const Item& item : items) highest = std::max(highest, item.level);
    for (Level level = highest; level > 0; --level) {
        const auto turns = [=](const Item& item) { return item.level >= level; };
        for (auto begin = std::find_if(items.begin(), items.end(), turns); begin != items.end();) {
            const auto end = std::find_if_not(begin, items.end(), turns);
            std::reverse(begin, end);
            begin = std::find_if(end, items.end(), turns);
        }
    }
}

} // namespace

Passage::Passage(const Characters& decoded, const Setting& setting, Fonts& fonts,
                 std::vector<char32_t>& missing)
    : fonts_(fonts), characters_(decoded), line_starts_(text::line_starts(decoded)) {
    std::vector<Level> direction(decoded.size());
    if (needs_bidi(decoded, setting.right_to_left)) {
        isolate_digits(decoded);
        direction = levels(characters_, setting.right_to_left);
    }
    items_ = items(characters_, direction, setting, fonts, missing);
}

// Otherwise 612-555-0134 stands as 0134-555-612 in Arabic.
void Passage::isolate_digits(const Characters& decoded) {
    const std::vector<Break> starts = std::move(line_starts_);
    characters_.clear();
    line_starts_.clear();
    const auto add = [&](Character character, Break start) {
        characters_.push_back(character);
        line_starts_.push_back(start);
    };
    std::size_t place = 0;
    const auto copy_to = [&](std::size_t end) {
        for (; place < end; ++place) add(decoded[place], starts[place]);
    };
    for (const DigitGroup& group : digit_groups(decoded)) {
        copy_to(group.begin);
        add(left_to_right_isolate, Break::none);
        copy_to(group.end);
        add(pop_isolate, Break::none);
    }
    copy_to(decoded.size());
}

bool Passage::may_be_cut(std::size_t place) const {
    constexpr Character zero_width_joiner = 0x200D;
    constexpr Character burmese_stacker = 0x1039;
    constexpr Character khmer_stacker = 0x17D2;
    const Character before = characters_[place - 1];
    return !extends(characters_[place]) && before != zero_width_joiner && before != burmese_stacker &&
           before != khmer_stacker;
}

std::size_t Passage::visible_end(std::size_t begin, std::size_t end) const {
    while (end > begin && (is_space(characters_[end - 1]) || is_formatting(characters_[end - 1]))) --end;
    return end;
}

std::vector<Run> Passage::runs(std::size_t begin, std::size_t end) const {
    std::vector<Item> joined;
    for (const Item& item : in_order(begin, visible_end(begin, end))) {
        if (item.font == no_font) continue;
        const bool continues = !joined.empty() && joined.back().looks_like(item) && adjoin(joined.back(), item);
        if (!continues) {
            joined.push_back(item);
        } else {
            joined.back().begin = std::min(joined.back().begin, item.begin);
            joined.back().end = std::max(joined.back().end, item.end);
        }
    }
    std::vector<Run> line;
    int x = 0;
    for (const Item& item : joined) {
        Run run = measured(item, x);
        if (run.text.empty()) continue; // only marks that no font has
        x += run.width;
        line.push_back(std::move(run));
    }
    return line;
}

std::vector<Item> Passage::in_order(std::size_t begin, std::size_t end) const {
    auto first = std::upper_bound(items_.begin(), items_.end(), begin,
                                  [](std::size_t place, const Item& item) { return place < item.end; });
    std::vector<Item> line;
    for (; first != items_.end() && first->begin < end; ++first) {
        line.push_back(*first);
        line.back().begin = std::max(first->begin, begin);
        line.back().end = std::min(first->end, end);
    }
    turn_round(line);
    return line;
}

// Whether nothing but formatting stands between them in the text.
bool Passage::adjoin(const Item& left, const Item& right) const {
    const Item& first = left.right_to_left() ? right : left;
    const Item& second = left.right_to_left() ? left : right;
    if (first.end > second.begin) return false;
    const auto at = [&](std::size_t place) { return characters_.begin() + static_cast<std::ptrdiff_t>(place); };
    return std::all_of(at(first.end), at(second.begin), is_formatting);
}

Run Passage::measured(const Item& item, int x) const {
    Run run{{}, x, 0, item.font, item.right_to_left(), item.script};
    for (std::size_t i = item.begin; i < item.end; ++i)
        if (!is_formatting(characters_[i])) content::append_character(run.text, characters_[i]);
    run.width = fonts_.width(run);
    return run;
}

} // namespace text
