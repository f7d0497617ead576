#include "platform/pin.hpp"

#include "platform/doorkeeper.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace std::chrono_literals;
using platform::hash_pin;
using platform::verify_pin;

namespace {

std::vector<char> digits(std::string_view pin) {
    return {pin.begin(), pin.end()};
}

platform::PinVerifier::Result wait_for_result(platform::PinVerifier& verifier) {
    for (auto result = verifier.take_result();; result = verifier.take_result()) {
        if (result) return *result;
        std::this_thread::sleep_for(1ms);
    }
}

} // namespace

TEST_CASE("a hash is of one PIN, and no two are alike") {
    const std::string hash = hash_pin(digits("2580"));
    CHECK(hash.starts_with("$argon2id$v=19$m=16384,t=4,p=1$"));
    CHECK(verify_pin(digits("2580"), hash));
    for (const char* other : {"2581", "258", "25800", ""}) CHECK_FALSE(verify_pin(digits(other), hash));
    CHECK(hash_pin(digits("2580")) != hash);
}

TEST_CASE("what is no hash fits no PIN") {
    for (const char* hash : {"", "2580", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"})
        CHECK_FALSE(verify_pin(digits("2580"), hash));
}

TEST_CASE("the doorkeeper answers one question after the other, and says to which") {
    const std::string hash = hash_pin(digits("2580"));
    platform::PinVerifier verifier;
    CHECK_FALSE(verifier.take_result().has_value());
    for (const char* pin : {"2580", "1397", "2580"}) {
        verifier.start(digits(pin), hash);
        CHECK(verifier.is_busy());
        const auto result = wait_for_result(verifier);
        CHECK(result.pin == digits(pin));
        CHECK(result.is_correct == (std::string_view(pin) == "2580"));
        CHECK_FALSE(verifier.is_busy());
    }
}

TEST_CASE("a doorkeeper that is sent home finishes its work") {
    platform::PinVerifier().start(digits("2580"), hash_pin(digits("2580")));
}
