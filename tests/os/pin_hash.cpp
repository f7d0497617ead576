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

TEST_CASE("a hash matches only its PIN, and two hashes of the same PIN differ") {
    const std::string hash = hash_pin(digits("2580"));
    CHECK(hash.starts_with("$argon2id$v=19$m=16384,t=4,p=1$"));
    CHECK(verify_pin(digits("2580"), hash));
    for (const char* other : {"2581", "258", "25800", ""})
        CHECK_FALSE(verify_pin(digits(other), hash));
    CHECK(hash_pin(digits("2580")) != hash);
}

TEST_CASE("an invalid hash matches no PIN") {
    for (const char* hash : {"", "2580", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"})
        CHECK_FALSE(verify_pin(digits("2580"), hash));
}
