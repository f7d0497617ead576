#include "text/itemized_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace text {
namespace {

constexpr CodePoint left_to_right_isolate = 0x2066;
constexpr CodePoint right_to_left_isolate = 0x2067;
constexpr CodePoint pop_isolate = 0x2069;
constexpr CodePoint left_to_right_override = 0x202D;
constexpr CodePoint right_to_left_override = 0x202E;
constexpr CodePoint pop_direction = 0x202C;

bool needs_bidi(const CodePoints& code_points, bool is_right_to_left) {
    constexpr CodePoint hebrew =
        0x0590; // All code points below it run from left to right or are neutral.
    return is_right_to_left ||
           std::any_of(code_points.begin(), code_points.end(),
                       [](CodePoint code_point) { return code_point >= hebrew; });
}

// Reverses each sequence of items of a level or higher, from the highest level down to 1: rule L2
// of UAX #9.
void reorder_visually(std::vector<Item>& items) {
    BidiLevel max_level = 0;
    for (const Item& item : items) max_level = std::max(max_level, item.level);
    for (BidiLevel level = max_level; level > 0; --level) {
        const auto is_reversed = [=](const Item& item) { return item.level >= level; };
        for (auto begin = std::find_if(items.begin(), items.end(), is_reversed);
             begin != items.end();) {
            const auto end = std::find_if_not(begin, items.end(), is_reversed);
            std::reverse(begin, end);
            begin = std::find_if(end, items.end(), is_reversed);
        }
    }
}

} // namespace

ItemizedText::ItemizedText(const CodePoints& decoded, const TextSpec& spec, FontManager& fonts,
                           std::vector<char32_t>& missing)
    : fonts_(fonts), code_points_(decoded), breaks_(break_opportunities(decoded)) {
    std::vector<BidiLevel> levels(decoded.size());
    if (needs_bidi(decoded, spec.is_right_to_left)) {
        isolate_digits(decoded);
        levels = embedding_levels(code_points_, spec.is_right_to_left);
    }
    items_ = itemize(code_points_, levels, spec, fonts, missing);
}

// Puts each number between isolate characters, so that it is ordered from left to right. Otherwise
// 612-555-0134 would read 0134-555-612 in an Arabic text. In Arabic digits it would do so even
// between isolate characters, so the direction of all characters is overridden.
void ItemizedText::isolate_digits(const CodePoints& decoded) {
    const std::vector<BreakKind> breaks = std::move(breaks_);
    code_points_.clear();
    breaks_.clear();
    const auto add = [&](CodePoint code_point, BreakKind break_kind) {
        code_points_.push_back(code_point);
        breaks_.push_back(break_kind);
    };
    std::size_t offset = 0;
    const auto copy_to = [&](std::size_t end) {
        for (; offset < end; ++offset) add(decoded[offset], breaks[offset]);
    };
    for (const DigitGroup& group : digit_groups(decoded)) {
        copy_to(group.begin);
        add(group.is_right_to_left ? right_to_left_isolate : left_to_right_isolate,
            BreakKind::none);
        add(group.is_right_to_left ? right_to_left_override : left_to_right_override,
            BreakKind::none);
        copy_to(group.end);
        add(pop_direction, BreakKind::none);
        add(pop_isolate, BreakKind::none);
    }
    copy_to(decoded.size());
}

bool ItemizedText::can_split(std::size_t offset) const {
    constexpr CodePoint zero_width_joiner = 0x200D;
    constexpr CodePoint burmese_virama = 0x1039;
    constexpr CodePoint khmer_coeng = 0x17D2;
    const CodePoint before = code_points_[offset - 1];
    return !is_combining(code_points_[offset]) && before != zero_width_joiner &&
           before != burmese_virama && before != khmer_coeng;
}

std::size_t ItemizedText::visible_end(std::size_t begin, std::size_t end) const {
    while (end > begin && (is_space(code_points_[end - 1]) || is_formatting(code_points_[end - 1])))
        --end;
    return end;
}

std::vector<Run> ItemizedText::runs(std::size_t begin, std::size_t end) const {
    std::vector<Item> joined;
    for (const Item& item : visual_order(begin, visible_end(begin, end))) {
        if (item.font == no_font) continue;
        const bool can_merge = !joined.empty() && joined.back().has_same_font(item) &&
                               are_adjacent(joined.back(), item);
        if (!can_merge) {
            joined.push_back(item);
        } else {
            joined.back().begin = std::min(joined.back().begin, item.begin);
            joined.back().end = std::max(joined.back().end, item.end);
        }
    }
    std::vector<Run> line;
    int x = 0;
    for (const Item& item : joined) {
        Run run = measure(item, x);
        if (run.text.empty()) continue; // It had only marks that no font has.
        x += run.width;
        line.push_back(std::move(run));
    }
    return line;
}

std::vector<Item> ItemizedText::visual_order(std::size_t begin, std::size_t end) const {
    auto first =
        std::upper_bound(items_.begin(), items_.end(), begin,
                         [](std::size_t offset, const Item& item) { return offset < item.end; });
    std::vector<Item> line;
    for (; first != items_.end() && first->begin < end; ++first) {
        line.push_back(*first);
        line.back().begin = std::max(first->begin, begin);
        line.back().end = std::min(first->end, end);
    }
    reorder_visually(line);
    return line;
}

// Returns whether only formatting characters are between the two items in the text.
bool ItemizedText::are_adjacent(const Item& left, const Item& right) const {
    const Item& first = left.is_right_to_left() ? right : left;
    const Item& second = left.is_right_to_left() ? left : right;
    if (first.end > second.begin) return false;
    const auto iterator_at = [&](std::size_t offset) {
        return code_points_.begin() + static_cast<std::ptrdiff_t>(offset);
    };
    return std::all_of(iterator_at(first.end), iterator_at(second.begin), is_formatting);
}

Run ItemizedText::measure(const Item& item, int x) const {
    Run run{{}, x, 0, item.font, item.is_right_to_left(), item.script};
    for (std::size_t i = item.begin; i < item.end; ++i)
        if (!is_formatting(code_points_[i])) base::append_utf8(run.text, code_points_[i]);
    run.width = fonts_.width(run);
    return run;
}

} // namespace text
