// Parses random text as a phone number. All forms of an accepted number must have the same digits.
#include "content/phone_number.hpp"

#include "fuzz/fuzz.hpp"

#include <algorithm>

using content::PhoneNumber;

namespace {

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input = fuzz::text(data, size);
    const auto phone_number = PhoneNumber::parse(input);
    if (!phone_number) return 0;
    const std::string& digits = phone_number->digits();
    fuzz::require(digits_of(digits) == digits, "digits() has other characters: " + input);
    fuzz::require(phone_number->is_short_code() ? digits.size() >= 3 && digits.size() <= 6
                                                : digits.size() == 10,
                  "digits() has a wrong length: " + input);
    const std::string long_form = (phone_number->is_short_code() ? "" : "1") + digits;
    fuzz::require(digits_of(phone_number->dial_string()) == long_form,
                  "dial_string() is another number: " + input);
    fuzz::require(digits_of(phone_number->display_text()) == digits ||
                      digits_of(phone_number->display_text()) == long_form,
                  "display_text() is another number: " + input);
    fuzz::require(digits_of(phone_number->spelled_out()) == digits ||
                      digits_of(phone_number->spelled_out()) == long_form,
                  "spelled_out() is another number: " + input);
    fuzz::require(PhoneNumber::parse(phone_number->display_text()) == phone_number,
                  "parse() gives another number for the display text: " +
                      phone_number->display_text());
    fuzz::require(tel_uri(*phone_number) == "tel:" + phone_number->dial_string(),
                  "tel_uri() is another number: " + input);
    return 0;
}
