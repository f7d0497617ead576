#include "speech/text_normalizer.hpp"

#include "base/utf8.hpp"
#include "content/well_known_number.hpp"

#include <algorithm>
#include <iterator>

namespace speech {

namespace {

using base::WrittenNumber;

// Shorter words of capital letters are abbreviations, which voices spell.
constexpr std::size_t min_spelled_letters = 4;

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_letter_or_digit(char byte) {
    const char letter = base::to_lower_ascii(byte);
    const bool is_non_ascii = static_cast<unsigned char>(byte) >= 0x80;
    return (letter >= 'a' && letter <= 'z') || base::is_digit(byte) || is_non_ascii;
}

// Returns the characters with spaces between them: "2 3 3".
std::string spell(std::string_view characters) {
    std::string spelled;
    for (const char character : characters) {
        if (!spelled.empty()) spelled += ' ';
        spelled += character;
    }
    return spelled;
}

void append_after_pause(std::string& text, std::string_view next) {
    if (!text.empty()) text += ", ";
    text += next;
}

// Returns the sizes of the parts in which people say and remember a number without separators.
std::vector<std::size_t> part_sizes(std::size_t digit_count) {
    switch (digit_count) {
    case 6:
        return {3, 3};
    case 10:
        return {3, 3, 4};
    case 11:
        return {1, 3, 3, 4};
    default:
        return {digit_count};
    }
}

std::vector<std::string> split_digits(std::string_view digits) {
    std::vector<std::string> parts;
    for (const std::size_t size : part_sizes(digits.size())) {
        parts.emplace_back(digits.substr(0, size));
        digits.remove_prefix(size);
    }
    return parts;
}

std::string say_groups(const std::vector<std::string>& groups) {
    std::string said;
    for (const std::string& group : groups)
        for (const std::string& part : split_digits(group)) append_after_pause(said, spell(part));
    return said;
}

// Returns a word as it is said and then spelled: "help, H E L P".
std::string say_and_spell(std::string_view capitals) {
    return base::to_lower_ascii(capitals) + ", " + spell(capitals);
}

// Returns a number that is written with letters, such as "1-800-RUNAWAY", which is dialed letter by
// letter.
std::string say_with_letters(std::string_view written) {
    std::string said;
    for (std::size_t begin = 0; begin < written.size();) {
        const auto same_kind = [&](char byte) {
            return base::is_digit(written[begin]) ? base::is_digit(byte) : is_capital(byte);
        };
        std::size_t end = begin;
        while (end < written.size() && same_kind(written[end])) ++end;
        const std::string_view part = written.substr(begin, end - begin);
        if (part.size() > 1 && is_capital(part.front()))
            append_after_pause(said, say_and_spell(part));
        else if (!part.empty())
            append_after_pause(said, spell(part));
        begin = std::max(end, begin + 1);
    }
    return said;
}

std::size_t capitals_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_capital(text[end])) ++end;
    return end;
}

// Returns whether a word of capitals is beside another one, as in TAKE IT DOWN, which is no word to
// text.
bool is_in_phrase(std::string_view text, std::size_t begin, std::size_t end) {
    const auto is_capitals_at = [&](std::size_t first) {
        return capitals_end(text, first) >= first + 2;
    };
    const bool is_before_other =
        end + 1 < text.size() && text[end] == ' ' && is_capitals_at(end + 1);
    const bool is_after_other = begin >= 3 && text[begin - 1] == ' ' &&
                                is_capital(text[begin - 2]) && is_capital(text[begin - 3]);
    return is_before_other || is_after_other;
}

// Returns the end of the word to text that starts at `begin`, or `begin` if there is none.
std::size_t spelled_word_end(std::string_view text, std::size_t begin) {
    const std::size_t end = capitals_end(text, begin);
    const bool is_whole = (begin == 0 || !is_letter_or_digit(text[begin - 1])) &&
                          (end == text.size() || !is_letter_or_digit(text[end]));
    const bool is_spelled =
        end - begin >= min_spelled_letters && is_whole && !is_in_phrase(text, begin, end);
    return is_spelled ? end : begin;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

void add_number(std::vector<std::string>& phone_digits, const content::PhoneNumber& number) {
    phone_digits.push_back(number.digits());
    const std::vector<std::string> parts = split_digits(number.digits());
    phone_digits.insert(phone_digits.end(), parts.begin(), parts.end());
}

} // namespace

TextNormalizer::TextNormalizer(const content::Content& content, std::string_view language_code) {
    for (const content::HelpLine& help_line : content.help_lines) {
        if (help_line.call) add_number(phone_digits_, *help_line.call);
        if (help_line.text) add_number(phone_digits_, help_line.text->to);
        if (help_line.also) add_number(phone_digits_, help_line.also->number);
    }
    std::ranges::copy_if(content.pronunciations, std::back_inserter(pronunciations_),
                         [&](const content::Pronunciation& pronunciation) {
                             return pronunciation.language == language_code;
                         });
    std::ranges::stable_sort(pronunciations_, std::ranges::greater{},
                             [](const auto& pronunciation) { return pronunciation.text.size(); });
}

bool TextNormalizer::is_phone_number(const WrittenNumber& number) const {
    return number.kind == WrittenNumber::Kind::phone || contains(phone_digits_, number.digits()) ||
           content::find_well_known_number(number.digits()) != nullptr;
}

const content::Pronunciation* TextNormalizer::find_pronunciation(std::string_view text,
                                                                 std::size_t offset) const {
    if (offset > 0 && is_letter_or_digit(text[offset - 1])) return nullptr;
    const auto found =
        std::ranges::find_if(pronunciations_, [rest = text.substr(offset)](const auto& candidate) {
            return rest.starts_with(candidate.text) &&
                   (rest.size() == candidate.text.size() ||
                    !is_letter_or_digit(rest[candidate.text.size()]));
        });
    return found == pronunciations_.end() ? nullptr : &*found;
}

std::string TextNormalizer::normalize_words(std::string_view text) const {
    std::string said;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t word_end = spelled_word_end(text, offset);
        if (const auto* const pronunciation = find_pronunciation(text, offset)) {
            said += pronunciation->say;
            offset += pronunciation->text.size();
        } else if (word_end > offset) {
            said += say_and_spell(text.substr(offset, word_end - offset));
            if (word_end < text.size() && text[word_end] == ' ') said += ',';
            offset = word_end;
        } else {
            said += text[offset++];
        }
    }
    return said;
}

std::string TextNormalizer::normalize(std::string_view text) const {
    std::string said;
    std::size_t offset = 0;
    for (const WrittenNumber& number : base::find_numbers(text)) {
        if (!is_phone_number(number)) continue;
        said += normalize_words(text.substr(offset, number.begin - offset));
        said += number.has_letters
                    ? say_with_letters(text.substr(number.begin, number.end - number.begin))
                    : say_groups(number.groups);
        offset = number.end;
    }
    return said + normalize_words(text.substr(offset));
}

} // namespace speech
