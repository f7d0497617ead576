#include "content/number.hpp"

#include "content/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace content {

namespace {

constexpr std::array<std::string_view, 7> toll_free_prefixes{"800", "888", "877", "866", "855", "844", "833"};

bool is_toll_free(std::string_view digits) {
    return std::ranges::find(toll_free_prefixes, digits.substr(0, 3)) != toll_free_prefixes.end();
}

// In North America neither an area code, an exchange nor a code to dial or text starts with 0 or 1.
bool is_dialled(std::string_view digits) {
    return std::ranges::all_of(digits, is_digit) && digits.front() >= '2';
}

bool skip(std::string_view& rest, char letter) {
    const bool found = rest.starts_with(letter);
    if (found) rest.remove_prefix(1);
    return found;
}

void skip_separator(std::string_view& rest) {
    if (!rest.empty() && std::string_view("-. ").find(rest.front()) != std::string_view::npos)
        rest.remove_prefix(1);
}

std::string_view take(std::string_view& rest, std::size_t count) {
    const std::string_view taken = rest.substr(0, count);
    rest.remove_prefix(taken.size());
    return taken;
}

std::optional<std::string> ten_digits(std::string_view rest) {
    if (skip(rest, '1')) skip_separator(rest);
    const bool bracket = skip(rest, '(');
    const std::string_view area = take(rest, 3);
    if (bracket && !skip(rest, ')')) return std::nullopt;
    skip_separator(rest);
    const std::string_view exchange = take(rest, 3);
    skip_separator(rest);
    const bool is_number = area.size() == 3 && is_dialled(area) && exchange.size() == 3 &&
                           is_dialled(exchange) && rest.size() == 4 && std::ranges::all_of(rest, is_digit);
    if (!is_number) return std::nullopt;
    return std::string(area).append(exchange).append(rest);
}

// "411" -> "4-1-1"
std::string hyphenated(std::string_view digits) {
    std::string spoken;
    for (const char digit : digits) {
        if (!spoken.empty()) spoken += '-';
        spoken += digit;
    }
    return spoken;
}

} // namespace

Number::Number(std::string digits, bool toll_free) : digits_(std::move(digits)), toll_free_(toll_free) {}

std::optional<Number> Number::parse(std::string_view written) {
    const bool is_code = written.size() == 3 || written.size() == 5 || written.size() == 6;
    if (is_code && is_dialled(written)) return Number(std::string(written), false);
    std::optional<std::string> digits = ten_digits(written);
    if (!digits) return std::nullopt;
    const bool toll_free = is_toll_free(*digits);
    return Number(*std::move(digits), toll_free);
}

std::string Number::shown() const {
    if (is_short()) return digits_;
    const std::string_view digits = digits_;
    return fmt::format("{}{}-{}-{}", toll_free_ ? "1-" : "", digits.substr(0, 3), digits.substr(3, 3),
                       digits.substr(6));
}

std::string Number::address() const {
    return is_short() ? digits_ : "+1" + digits_;
}

std::string Number::spoken() const {
    return hyphenated(toll_free_ ? "1" + digits_ : digits_);
}

std::string call_code(const Number& to) {
    return "tel:" + to.address();
}

std::string text_code(const Number& to, std::string_view word) {
    std::string code = "SMSTO:" + to.address();
    if (!word.empty()) code.append(":").append(word);
    return code;
}

} // namespace content
