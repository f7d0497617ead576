#include "content/number.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <utility>

namespace content {

namespace {

constexpr std::array<std::string_view, 7> toll_free_prefixes{"800", "888", "877", "866", "855", "844", "833"};

bool is_toll_free(std::string_view digits) {
    return std::ranges::find(toll_free_prefixes, digits.substr(0, 3)) != toll_free_prefixes.end();
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
    // In North America neither an area code, an exchange nor a code to dial or text starts with 0 or 1.
    static const std::regex code("[2-9](\\d\\d|\\d{4,5})");
    static const std::regex full(
        "(?:1[-. ]?)?(?:\\(([2-9]\\d\\d)\\)|([2-9]\\d\\d))[-. ]?([2-9]\\d\\d)[-. ]?(\\d{4})");
    constexpr std::size_t longest = 20;
    if (written.size() > longest) return std::nullopt;

    const std::string text(written);
    if (std::regex_match(text, code)) return Number(text, false);
    std::smatch part;
    if (!std::regex_match(text, part, full)) return std::nullopt;
    const std::string area = part.str(1) + part.str(2); // with brackets or without: one of them is empty
    const std::string digits = area + part.str(3) + part.str(4);
    return Number(digits, is_toll_free(digits));
}

std::string Number::shown() const {
    if (is_short()) return digits_;
    const std::string grouped = digits_.substr(0, 3) + '-' + digits_.substr(3, 3) + '-' + digits_.substr(6);
    return toll_free_ ? "1-" + grouped : grouped;
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
