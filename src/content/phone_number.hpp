// Phone numbers and short codes of the North American Numbering Plan. The displayed, dialed and
// spelled-out forms all derive from the same digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace content {

// A valid phone number or short code.
class PhoneNumber {
public:
    // Accepts three-digit codes such as 911, 988 and 211, five- and six-digit text codes, and
    // ten-digit numbers with or without a leading 1, in every form and script that
    // base::find_numbers() finds. Returns nullopt for anything else, also for letters: a wrong one
    // would not be noticed.
    static std::optional<PhoneNumber> parse(std::string_view written);

    // Digits only, without the leading 1.
    const std::string& digits() const { return digits_; }

    bool is_short_code() const { return digits_.size() < 10; }

    // Whether this is 911. It is never offered as a QR code, to avoid accidental calls.
    bool is_emergency() const { return digits_ == "911"; }

    // The form to read: "988", "741741", "1-888-373-7888", "414-220-7233".
    std::string display_text() const;

    // The form to dial, for URIs: "988", "+18883737888".
    std::string dial_string() const;

    // One digit at a time, for a text that helps to memorize the number: "9-8-8".
    std::string spelled_out() const;

    bool operator==(const PhoneNumber&) const = default;

private:
    explicit PhoneNumber(std::string digits, bool is_toll_free);

    std::string digits_;
    bool is_toll_free_ = false; // displayed with its leading 1
};

// Returns a URI for a call, as in RFC 3966: "tel:+18883737888".
std::string tel_uri(const PhoneNumber& to);

// Returns the text of a QR code that opens a text message: "SMSTO:741741:HOME". `word` may be
// empty.
std::string smsto_uri(const PhoneNumber& to, std::string_view word);

} // namespace content
