#include "base/number_group.hpp"

#include "base/decimal_digit.hpp"
#include "base/written_number.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace base {

namespace {

// What a character may do in a number. The separators have letters, so that what stands between two
// groups is a short word that can be looked up.
enum class NumberCharacter : char {
    digit = '0',
    letter = 'A', // capital, as on the keys of a phone
    space = joiner_space,
    dash = 'D',
    dot = 'P',
    bullet = 'B',
    slash = 'L',
    opening = joiner_opening,
    closing = joiner_closing,
    plus = '+',
    invisible = 'I',
    other = '?'
};

// What may stand between two groups of one number, perhaps after a closing parenthesis. A dot with
// a space ends a sentence, and two dashes are a dash in a sentence.
constexpr auto joiners = std::to_array<std::string_view>(
    {"",    "S", "SS", "D",  "SD",  "DS", "SDS", "P",  "B",   "SB",  "BS",
     "SBS", "L", "SL", "LS", "SLS", "O",  "SO",  "DO", "SDO", "SDSO"});

struct ClassRange {
    char32_t first, last;
    NumberCharacter character_class;
};

constexpr auto class_ranges = std::to_array<ClassRange>({
    {'A', 'Z', NumberCharacter::letter},
    {'\t', '\r', NumberCharacter::space},
    {' ', ' ', NumberCharacter::space},
    {0xA0, 0xA0, NumberCharacter::space},
    {0x1680, 0x1680, NumberCharacter::space},
    {0x2000, 0x200A, NumberCharacter::space},
    {0x202F, 0x202F, NumberCharacter::space},
    {0x205F, 0x205F, NumberCharacter::space},
    {0x3000, 0x3000, NumberCharacter::space},
    {'-', '-', NumberCharacter::dash},
    {0x058A, 0x058A, NumberCharacter::dash},
    {0x05BE, 0x05BE, NumberCharacter::dash},
    {0x1806, 0x1806, NumberCharacter::dash},
    {0x2010, 0x2015, NumberCharacter::dash},
    {0x2043, 0x2043, NumberCharacter::dash},
    {0x2212, 0x2212, NumberCharacter::dash},
    {0xFE58, 0xFE58, NumberCharacter::dash},
    {0xFE63, 0xFE63, NumberCharacter::dash},
    {0xFF0D, 0xFF0D, NumberCharacter::dash},
    {'.', '.', NumberCharacter::dot},
    {0x2024, 0x2024, NumberCharacter::dot},
    {0xFF0E, 0xFF0E, NumberCharacter::dot},
    {0xB7, 0xB7, NumberCharacter::bullet},
    {0x2022, 0x2022, NumberCharacter::bullet},
    {0x2027, 0x2027, NumberCharacter::bullet},
    {0x2219, 0x2219, NumberCharacter::bullet},
    {0x22C5, 0x22C5, NumberCharacter::bullet},
    {0x30FB, 0x30FB, NumberCharacter::bullet},
    {'/', '/', NumberCharacter::slash},
    {0x2044, 0x2044, NumberCharacter::slash},
    {0x2215, 0x2215, NumberCharacter::slash},
    {0xFF0F, 0xFF0F, NumberCharacter::slash},
    {'(', '(', NumberCharacter::opening},
    {'[', '[', NumberCharacter::opening},
    {0xFF08, 0xFF08, NumberCharacter::opening},
    {')', ')', NumberCharacter::closing},
    {']', ']', NumberCharacter::closing},
    {0xFF09, 0xFF09, NumberCharacter::closing},
    {'+', '+', NumberCharacter::plus},
    {0xFF0B, 0xFF0B, NumberCharacter::plus},
    {0xAD, 0xAD, NumberCharacter::invisible},
    {0x061C, 0x061C, NumberCharacter::invisible},
    {0x180E, 0x180E, NumberCharacter::invisible},
    {0x200B, 0x200F, NumberCharacter::invisible},
    {0x202A, 0x202E, NumberCharacter::invisible},
    {0x2060, 0x2064, NumberCharacter::invisible},
    {0x2066, 0x206F, NumberCharacter::invisible},
    {0xFEFF, 0xFEFF, NumberCharacter::invisible},
});

NumberCharacter class_of(char32_t character) {
    if (decimal_digit(character)) return NumberCharacter::digit;
    const auto* const range = std::ranges::find_if(class_ranges, [&](const ClassRange& each) {
        return each.first <= character && character <= each.last;
    });
    return range == class_ranges.end() ? NumberCharacter::other : range->character_class;
}

// Splits a text into groups.
class GroupReader {
public:
    std::vector<NumberGroup> read(std::span<const std::uint32_t> code_points) {
        for (std::size_t i = 0; i < code_points.size(); ++i) {
            const NumberCharacter character_class = class_of(code_points[i]);
            if (character_class == NumberCharacter::digit ||
                character_class == NumberCharacter::letter)
                add_to_group(i, code_points[i], character_class == NumberCharacter::letter);
            else if (character_class != NumberCharacter::invisible)
                add_to_joiner(i, character_class, code_points[i]);
        }
        return std::move(groups_);
    }

private:
    void add_to_group(std::size_t offset, char32_t character, bool is_word) {
        const bool is_next = joiner_.empty() && !groups_.empty();
        if (!is_next || groups_.back().is_word != is_word)
            groups_.push_back({offset, offset, is_word, {}, joiner_, plus_at_, opening_at_});
        groups_.back().end = offset + 1;
        groups_.back().digits += is_word ? keypad_digit(static_cast<char>(character))
                                         : static_cast<char>('0' + *decimal_digit(character));
        joiner_.clear();
        plus_at_.reset();
        opening_at_.reset();
    }

    void add_to_joiner(std::size_t offset, NumberCharacter character_class, char32_t character) {
        // The capital letter at the start of an ordinary word is not a word of its own.
        const bool is_lower_case = character >= 'a' && character <= 'z';
        if (is_lower_case && joiner_.empty() && !groups_.empty() && groups_.back().is_word) {
            joiner_ = groups_.back().joiner;
            groups_.pop_back();
        }
        joiner_ += static_cast<char>(character_class);
        if (character_class == NumberCharacter::plus) {
            plus_at_ = offset;
        } else if (character_class == NumberCharacter::opening) {
            opening_at_ = offset;
        } else {
            plus_at_.reset();
            opening_at_.reset();
        }
    }

    std::vector<NumberGroup> groups_;
    std::string joiner_;
    std::optional<std::size_t> plus_at_;
    std::optional<std::size_t> opening_at_;
};

} // namespace

bool NumberGroup::is_joined() const {
    std::string_view rest = joiner;
    if (rest.starts_with(joiner_closing)) rest.remove_prefix(1);
    return std::ranges::find(joiners, rest) != joiners.end();
}

std::vector<NumberGroup> split_number_groups(std::span<const std::uint32_t> code_points) {
    return GroupReader().read(code_points);
}

} // namespace base
