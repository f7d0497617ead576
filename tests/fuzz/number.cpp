// A phone number may be written in any way. What is taken for one is shown, scanned and spoken as the same
// number.
#include "content/number.hpp"

#include "fuzz/fuzz.hpp"

#include <algorithm>

using content::Number;

namespace {

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string written = fuzz::text(data, size);
    const auto number = Number::parse(written);
    if (!number) return 0;
    const std::string& digits = number->digits();
    fuzz::require(digits_of(digits) == digits, "digits that are none: " + written);
    fuzz::require(number->is_short() ? digits.size() >= 3 && digits.size() <= 6 : digits.size() == 10,
                  "a number of another length: " + written);
    const std::string long_form = (number->is_short() ? "" : "1") + digits;
    fuzz::require(digits_of(number->address()) == long_form, "dials another number: " + written);
    fuzz::require(digits_of(number->shown()) == digits || digits_of(number->shown()) == long_form,
                  "shows another number: " + written);
    fuzz::require(digits_of(number->spoken()) == digits || digits_of(number->spoken()) == long_form,
                  "speaks another number: " + written);
    fuzz::require(Number::parse(number->shown()) == number, "does not know its own form: " + number->shown());
    fuzz::require(call_code(*number) == "tel:" + number->address(), "calls another number: " + written);
    return 0;
}
