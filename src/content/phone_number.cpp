#include "content/phone_number.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace content {

namespace {

constexpr std::array<std::string_view, 7> toll_free_prefixes{"800", "888", "877", "866",
                                                             "855", "844", "833"};

bool has_toll_free_prefix(std::string_view digits) {
    return std::ranges::find(toll_free_prefixes, digits.substr(0, 3)) != toll_free_prefixes.end();
}

// In the North American Numbering Plan, area codes, exchanges and short codes do not start with 0
// or 1.
bool is_dialable(std::string_view digits) {
    return std::ranges::all_of(digits, base::is_digit) && digits.front() >= '2';
}

// Removes `letter` from the front of `remainder`. Returns whether it was there.
bool skip(std::string_view& remainder, char letter) {
    const bool found = remainder.starts_with(letter);
    if (found) remainder.remove_prefix(1);
    return found;
}

void skip_separator(std::string_view& remainder) {
    if (!remainder.empty() &&
        std::string_view("-. ").find(remainder.front()) != std::string_view::npos)
        remainder.remove_prefix(1);
}

// Removes up to `count` characters from the front of `remainder` and returns them.
std::string_view take(std::string_view& remainder, std::size_t count) {
    const std::string_view taken = remainder.substr(0, count);
    remainder.remove_prefix(taken.size());
    return taken;
}

std::optional<std::string> parse_ten_digits(std::string_view remainder) {
    if (skip(remainder, '1')) skip_separator(remainder);
    const bool has_parenthesis = skip(remainder, '(');
    const std::string_view area = take(remainder, 3);
    if (has_parenthesis && !skip(remainder, ')')) return std::nullopt;
    skip_separator(remainder);
    const std::string_view exchange = take(remainder, 3);
    skip_separator(remainder);
    const bool is_number = area.size() == 3 && is_dialable(area) && exchange.size() == 3 &&
                           is_dialable(exchange) && remainder.size() == 4 &&
                           std::ranges::all_of(remainder, base::is_digit);
    if (!is_number) return std::nullopt;
    return std::string(area).append(exchange).append(remainder);
}

// Returns "4-1-1" for "411".
std::string hyphenated(std::string_view digits) {
    std::string result;
    for (const char digit : digits) {
        if (!result.empty()) result += '-';
        result += digit;
    }
    return result;
}

} // namespace

PhoneNumber::PhoneNumber(std::string digits, bool is_toll_free)
    : digits_(std::move(digits)), is_toll_free_(is_toll_free) {}

std::optional<PhoneNumber> PhoneNumber::parse(std::string_view written) {
    const bool has_short_code_length =
        written.size() == 3 || written.size() == 5 || written.size() == 6;
    if (has_short_code_length && is_dialable(written))
        return PhoneNumber(std::string(written), false);
    std::optional<std::string> digits = parse_ten_digits(written);
    if (!digits) return std::nullopt;
    const bool is_toll_free = has_toll_free_prefix(*digits);
    return PhoneNumber(*std::move(digits), is_toll_free);
}

std::string PhoneNumber::display_text() const {
    if (is_short_code()) return digits_;
    const std::string_view digits = digits_;
    return fmt::format("{}{}-{}-{}", is_toll_free_ ? "1-" : "", digits.substr(0, 3),
                       digits.substr(3, 3), digits.substr(6));
}

std::string PhoneNumber::dial_string() const {
    return is_short_code() ? digits_ : "+1" + digits_;
}

std::string PhoneNumber::spelled_out() const {
    return hyphenated(is_toll_free_ ? "1" + digits_ : digits_);
}

std::string tel_uri(const PhoneNumber& to) {
    return "tel:" + to.dial_string();
}

std::string smsto_uri(const PhoneNumber& to, std::string_view word) {
    std::string uri = "SMSTO:" + to.dial_string();
    if (!word.empty()) uri.append(":").append(word);
    return uri;
}

} // namespace content
