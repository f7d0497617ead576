#include "platform/pin.hpp"

#include "platform/doorkeeper.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace std::chrono_literals;
using platform::hash_pin;
using platform::is_pin;

namespace {

std::vector<char> digits(std::string_view pin) {
    return {pin.begin(), pin.end()};
}

platform::Doorkeeper::Answer wait_for(platform::Doorkeeper& doorkeeper) {
    for (auto answer = doorkeeper.answer();; answer = doorkeeper.answer()) {
        if (answer) return *answer;
        std::this_thread::sleep_for(1ms);
    }
}

} // namespace

TEST_CASE("a hash is of one PIN, and no two are alike") {
    const std::string hash = hash_pin(digits("2580"));
    CHECK(hash.starts_with("$argon2id$v=19$m=16384,t=4,p=1$"));
    CHECK(is_pin(digits("2580"), hash));
    for (const char* other : {"2581", "258", "25800", ""}) CHECK_FALSE(is_pin(digits(other), hash));
    CHECK(hash_pin(digits("2580")) != hash);
}

TEST_CASE("what is no hash fits no PIN") {
    for (const char* hash : {"", "2580", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"})
        CHECK_FALSE(is_pin(digits("2580"), hash));
}

TEST_CASE("the doorkeeper answers one question after the other, and says to which") {
    const std::string hash = hash_pin(digits("2580"));
    platform::Doorkeeper doorkeeper;
    CHECK_FALSE(doorkeeper.answer().has_value());
    for (const char* pin : {"2580", "1397", "2580"}) {
        doorkeeper.ask(digits(pin), hash);
        CHECK(doorkeeper.is_busy());
        const auto answer = wait_for(doorkeeper);
        CHECK(answer.pin == digits(pin));
        CHECK(answer.right == (std::string_view(pin) == "2580"));
        CHECK_FALSE(doorkeeper.is_busy());
    }
}

TEST_CASE("a doorkeeper that is sent home finishes its work") {
    platform::Doorkeeper().ask(digits("2580"), hash_pin(digits("2580")));
}
