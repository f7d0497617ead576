// A phone number or short code. What is shown, scanned and spoken all derive from its digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace content {

class PhoneNumber {
public:
    // Accepts 911, 988, 211 and other three-digit codes, five- and six-digit text codes, and ten-digit
    // numbers of the North American plan, with or without a leading 1, hyphens, dots, spaces and brackets.
    // nullopt: anything else.
    static std::optional<PhoneNumber> parse(std::string_view written);

    const std::string& digits() const { return digits_; } // without the leading 1
    bool is_short_code() const { return digits_.size() < 10; }
    bool is_emergency() const { return digits_ == "911"; } // never offered as a code: pocket dials

    std::string display_text() const; // "988", "741741", "1-888-373-7888", "414-220-7233"
    std::string dial_string() const;  // "988", "+18883737888": for tel: and SMSTO:
    std::string spelled_out() const;  // "9-8-8": digit by digit, for a memory hook

    bool operator==(const PhoneNumber&) const = default;

private:
    explicit PhoneNumber(std::string digits, bool is_toll_free);

    std::string digits_;
    bool is_toll_free_ = false; // printed with its leading 1
};

std::string tel_uri(const PhoneNumber& to);                          // "tel:+18883737888"
std::string smsto_uri(const PhoneNumber& to, std::string_view word); // "SMSTO:741741:HOME"

} // namespace content
