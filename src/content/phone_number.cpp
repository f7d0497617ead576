#include "content/phone_number.hpp"

#include "base/written_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace content {

namespace {

constexpr std::array<std::string_view, 7> toll_free_prefixes{"800", "888", "877", "866",
                                                             "855", "844", "833"};

// A short code that starts with these digits is dialed as it is, without a 1.
bool is_toll_free_number(std::string_view digits) {
    return digits.size() == 10 &&
           std::ranges::find(toll_free_prefixes, digits.substr(0, 3)) != toll_free_prefixes.end();
}

// In the North American Numbering Plan, area codes, exchanges and short codes do not start with 0
// or 1.
bool is_dialable(std::string_view digits) {
    if (digits.front() < '2') return false;
    switch (digits.size()) {
    case 3:
    case 5:
    case 6:
        return true;
    case 10:
        return digits[3] >= '2';
    default:
        return false;
    }
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
    const std::vector<base::WrittenNumber> numbers = base::find_numbers(written);
    if (numbers.size() != 1) return std::nullopt;
    const base::WrittenNumber& number = numbers.front();
    const bool is_whole = number.begin == 0 && number.end == written.size();
    if (!is_whole || number.has_letters || !is_dialable(number.digits())) return std::nullopt;
    return PhoneNumber(number.digits(), is_toll_free_number(number.digits()));
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
