#include "base/written_number.hpp"

#include "base/decimal_digit.hpp"
#include "base/number_group.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace base {

namespace {

using Kind = WrittenNumber::Kind;

constexpr std::size_t max_phone_digits = 15; // ITU-T E.164
constexpr std::size_t min_phone_digits = 7;  // of a number without an area code

using Group = NumberGroup;
using Groups = std::span<const Group>;

// 911, 988 and other numbers of three digits that are complete.
bool is_service_code(std::string_view digits) {
    return digits == "988" ||
           (digits.size() == 3 && digits.front() >= '2' && digits.substr(1) == "11");
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

std::string join_digits(Groups groups) {
    std::string digits;
    for (const Group& group : groups) digits += group.digits;
    return digits;
}

enum class Parentheses { balanced, opened_before, unbalanced };

// Returns whether each parenthesis between the groups has its counterpart, perhaps because one is
// opened directly before the first group.
Parentheses check_parentheses(Groups groups) {
    int depth = 0;
    int min_depth = 0;
    for (const Group& group : groups.subspan(1)) {
        for (const char character : group.joiner) {
            if (character == joiner_opening) ++depth;
            if (character == joiner_closing) --depth;
            min_depth = std::min(min_depth, depth);
        }
    }
    if (depth == 0 && min_depth == 0) return Parentheses::balanced;
    return depth == -1 && min_depth == -1 && groups.front().opening_at ? Parentheses::opened_before
                                                                       : Parentheses::unbalanced;
}

bool has_balanced_parentheses(Groups groups) {
    return check_parentheses(groups) != Parentheses::unbalanced;
}

// Returns whether a text has the groups of a North American number: 414 555 0123, perhaps with the
// last four digits in two pairs. `begin` is the offset of the area code in the digits.
bool has_usual_boundaries(Groups groups, std::size_t begin) {
    std::size_t offset = 0;
    for (const Group& group : groups.first(groups.size() - 1)) {
        offset += group.digits.size();
        const bool is_usual =
            offset == begin || offset == begin + 3 || offset == begin + 6 || offset == begin + 8;
        if (!is_usual) return false;
    }
    return true;
}

bool is_toll_free(std::string_view area_code) {
    return area_code.front() == '8' && (area_code == "800" || area_code[1] == area_code[2]);
}

// Returns whether groups with a word are a number such as 1-800-RUNAWAY. Words that only follow a
// number after a space need a reason to belong to it.
bool is_spelled_number(Groups groups, std::size_t begin) {
    std::string area_code;
    for (const Group& group : groups) {
        if (area_code.size() >= begin + 3) break;
        if (group.is_word) return false;
        area_code += group.digits;
    }
    if (area_code.size() != begin + 3 || is_service_code(area_code.substr(begin))) return false;
    const bool can_have_spaces = begin == 1 || groups.front().opening_at.has_value() ||
                                 is_toll_free(area_code.substr(begin));
    return can_have_spaces || std::ranges::none_of(groups, [](const Group& group) {
               return group.is_word && group.joiner.find(joiner_space) != std::string::npos;
           });
}

// Each of these functions returns how many groups at the start are one phone number, or 0.

// A number of North America, with or without the country code 1.
std::size_t north_american_count(Groups groups) {
    if (groups.front().is_word) return 0;
    const std::size_t begin = groups.front().digits.front() == '1' ? 1 : 0;
    const std::size_t size = begin + 10;
    std::string digits;
    bool has_word = false;
    for (std::size_t count = 1; count <= groups.size(); ++count) {
        const Group& group = groups[count - 1];
        digits += group.digits;
        has_word = has_word || group.is_word;
        if (digits.size() < size) continue;
        // Letters after the tenth digit are dialed in vain, and allowed: 1-800-RUNAWAYS.
        constexpr std::size_t max_surplus = 3;
        const bool has_size =
            digits.size() == size || (group.is_word && digits.size() <= size + max_surplus &&
                                      group.joiner.find(joiner_space) == std::string::npos);
        const bool is_number = has_size && digits[begin] >= '2' && digits[begin + 3] >= '2' &&
                               has_balanced_parentheses(groups.first(count)) &&
                               (has_word ? is_spelled_number(groups.first(count), begin)
                                         : has_usual_boundaries(groups.first(count), begin));
        return is_number ? count : 0;
    }
    return 0;
}

// A number with a plus sign and a country code.
std::size_t international_count(Groups groups) {
    if (!groups.front().plus_at) return 0;
    std::size_t size = 0;
    std::size_t count = 0;
    for (; count < groups.size() && !groups[count].is_word; ++count) {
        if (size + groups[count].digits.size() > max_phone_digits) break;
        size += groups[count].digits.size();
    }
    constexpr std::size_t min_size = 8;
    return size >= min_size && has_balanced_parentheses(groups.first(count)) ? count : 0;
}

// One digit at a time: 9-8-8.
std::size_t spelled_out_count(Groups groups) {
    const auto is_single = [](const Group& group) {
        return !group.is_word && group.digits.size() == 1;
    };
    std::size_t count = 0;
    while (count < groups.size() && is_single(groups[count]) &&
           (count < 2 || groups[count].joiner == groups[1].joiner))
        ++count;
    constexpr std::size_t min_size = 3;
    return count >= min_size && count <= max_phone_digits ? count : 0;
}

// A number without its area code, 555-0123, or a short code in two halves, 741-741.
std::size_t pair_count(Groups groups) {
    if (groups.size() < 2 || groups[0].is_word || groups[1].is_word) return 0;
    const auto is_joiner = [](std::string_view joiner) { return joiner == "D" || joiner == "P"; };
    if (!is_joiner(groups[1].joiner) || (groups.size() > 2 && is_joiner(groups[2].joiner)))
        return 0;
    const std::string& first = groups[0].digits;
    const std::string& second = groups[1].digits;
    const bool is_local = first.size() == 3 && second.size() == 4 && first.front() >= '2';
    const bool is_doubled = first.size() == 3 && first == second && !is_service_code(first);
    return is_local || is_doubled ? 2 : 0;
}

std::size_t phone_count(Groups groups) {
    for (const auto count :
         {north_american_count, international_count, spelled_out_count, pair_count})
        if (const std::size_t found = count(groups); found > 0) return found;
    return 0;
}

// Returns whether groups that are no number of North America look like one of another country.
// Dates and ranges of years do not.
bool is_grouped(Groups groups) {
    const std::size_t size = join_digits(groups).size();
    constexpr std::size_t max_group_size = 4;
    const bool has_trunk_prefix = groups.front().digits.front() == '0';
    return groups.size() > 1 && size >= min_phone_digits && size <= max_phone_digits &&
           has_balanced_parentheses(groups) && std::ranges::all_of(groups, [&](const Group& group) {
               return !is_year(group.digits) && !is_service_code(group.digits) &&
                      (has_trunk_prefix || group.digits.size() <= max_group_size);
           });
}

WrittenNumber to_number(Groups groups, Kind kind) {
    const Group& first = groups.front();
    WrittenNumber number{first.begin, groups.back().end, kind, false, {}};
    if (kind != Kind::count) {
        if (first.plus_at) number.begin = std::min(number.begin, *first.plus_at);
        if (check_parentheses(groups) == Parentheses::opened_before)
            number.begin = std::min(number.begin, *first.opening_at);
    }
    number.groups.reserve(groups.size());
    for (const Group& group : groups) {
        number.has_letters = number.has_letters || group.is_word;
        number.groups.push_back(group.digits);
    }
    return number;
}

// Finds the numbers of groups that are joined with each other.
class SequenceReader {
public:
    explicit SequenceReader(std::vector<WrittenNumber>& numbers) : numbers_(numbers) {}

    void read(Groups groups) {
        std::size_t rest_begin = 0; // of the groups that are not part of a phone number
        for (std::size_t i = 0; i < groups.size();) {
            const std::size_t count = phone_count(groups.subspan(i));
            if (count > 0 || groups[i].is_word)
                add_rest(groups.subspan(rest_begin, i - rest_begin));
            if (count > 0) numbers_.push_back(to_number(groups.subspan(i, count), Kind::phone));
            i += std::max<std::size_t>(count, 1);
            if (count > 0 || groups[i - 1].is_word) rest_begin = i;
        }
        add_rest(groups.subspan(rest_begin));
    }

private:
    void add_rest(Groups groups) {
        if (groups.empty()) return;
        if (is_grouped(groups)) {
            numbers_.push_back(to_number(groups, Kind::grouped));
            return;
        }
        for (std::size_t i = 0; i < groups.size(); ++i)
            numbers_.push_back(to_number(groups.subspan(i, 1), Kind::count));
    }

    std::vector<WrittenNumber>& numbers_;
};

} // namespace

std::string WrittenNumber::digits() const {
    std::string digits = std::accumulate(groups.begin(), groups.end(), std::string());
    constexpr std::size_t national_size = 10;
    if (kind != Kind::phone) return digits;
    if (digits.size() > national_size && digits.front() == '1') digits.erase(0, 1);
    if (has_letters) digits.resize(national_size);
    return digits;
}

std::vector<WrittenNumber> find_numbers(std::span<const std::uint32_t> code_points) {
    std::vector<WrittenNumber> numbers;
    if (std::ranges::none_of(
            code_points, [](char32_t character) { return decimal_digit(character).has_value(); }))
        return numbers;
    const std::vector<Group> groups = split_number_groups(code_points);
    SequenceReader reader(numbers);
    for (std::size_t begin = 0; begin < groups.size();) {
        std::size_t end = begin + 1;
        while (end < groups.size() && groups[end].is_joined()) ++end;
        reader.read(Groups(groups).subspan(begin, end - begin));
        begin = end;
    }
    return numbers;
}

std::vector<WrittenNumber> find_numbers(std::string_view utf8) {
    // An ASCII text without a digit has no number.
    if (std::ranges::all_of(utf8, [](char byte) {
            return static_cast<unsigned char>(byte) < 0x80 && (byte < '0' || byte > '9');
        }))
        return {};
    std::vector<std::uint32_t> code_points;
    std::vector<std::size_t> offsets;
    code_points.reserve(utf8.size());
    offsets.reserve(utf8.size() + 1);
    for (std::size_t offset = 0; offset < utf8.size();) {
        offsets.push_back(offset);
        code_points.push_back(decode_next(utf8, offset));
    }
    offsets.push_back(utf8.size());
    std::vector<WrittenNumber> numbers = find_numbers(code_points);
    for (WrittenNumber& number : numbers) {
        number.begin = offsets[number.begin];
        number.end = offsets[number.end];
    }
    return numbers;
}

char keypad_digit(char upper_case_letter) {
    constexpr std::string_view keys = "22233344455566677778889999";
    return keys[static_cast<std::size_t>(upper_case_letter - 'A')];
}

} // namespace base
