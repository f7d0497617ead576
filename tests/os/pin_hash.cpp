#include "os/pin_hash.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using os::hash_pin;
using os::verify_pin;

namespace {

std::vector<char> digits(std::string_view pin) {
    return {pin.begin(), pin.end()};
}

} // namespace

TEST_CASE("a hash is of one PIN, and no two are alike") {
    const std::string hash = os::hash_pin(digits("2580"));
    CHECK(hash.starts_with("$argon2id$v=19$m=16384,t=4,p=1$"));
    CHECK(os::verify_pin(digits("2580"), hash));
    for (const char* other : {"2581", "258", "25800", ""}) CHECK_FALSE(os::verify_pin(digits(other), hash));
    CHECK(os::hash_pin(digits("2580")) != hash);
}

TEST_CASE("what is no hash fits no PIN") {
    for (const char* hash : {"", "2580", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"})
        CHECK_FALSE(os::verify_pin(digits("2580"), hash));
}
