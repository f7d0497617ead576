// A phone number or short code. What is shown, scanned and spoken all derive from its digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace content {

class Number {
public:
    // Accepts 911, 988, 211 and other three-digit codes, five- and six-digit text codes, and ten-digit
    // numbers of the North American plan, with or without a leading 1, hyphens, dots, spaces and brackets.
    // nullopt: anything else.
    static std::optional<Number> parse(std::string_view written);

    const std::string& digits() const { return digits_; } // without the leading 1
    bool is_short() const { return digits_.size() < 10; }
    bool is_emergency() const { return digits_ == "911"; } // never offered as a code: pocket dials

    std::string shown() const;   // "988", "741741", "1-888-373-7888", "414-220-7233"
    std::string address() const; // "988", "+18883737888": for tel: and SMSTO:
    std::string spoken() const;  // "9-8-8": digit by digit, for a memory hook

    bool operator==(const Number&) const = default;

private:
    explicit Number(std::string digits, bool toll_free);

    std::string digits_;
    bool toll_free_ = false; // printed with its leading 1
};

std::string call_code(const Number& to);                        // "tel:+18883737888"
std::string text_code(const Number& to, std::string_view word); // "SMSTO:741741:HOME"

} // namespace content
