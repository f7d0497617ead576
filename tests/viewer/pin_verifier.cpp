// Tests the verification of PINs on a background thread.
#include "viewer/pin_verifier.hpp"

#include "os/pin_hash.hpp"
#include "os/wakeup.hpp"

#include <SDL.h>
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace {

std::vector<char> digits(std::string_view pin) {
    return {pin.begin(), pin.end()};
}

viewer::PinVerifier::Result wait_for_result(viewer::PinVerifier& verifier) {
    for (auto result = verifier.take_result();; result = verifier.take_result()) {
        if (result) return *result;
        std::this_thread::sleep_for(1ms);
    }
}

} // namespace

TEST_CASE("each result of a PinVerifier contains the PIN that was verified") {
    const std::string hash = os::hash_pin(digits("2580"));
    viewer::PinVerifier verifier;
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

TEST_CASE("destroying a PinVerifier waits for the check in progress") {
    SDL_Init(SDL_INIT_EVENTS);
    const os::EventQueueAccess access;
    SDL_FlushEvent(SDL_USEREVENT);
    const std::string hash = os::hash_pin(digits("2580"));
    {
        viewer::PinVerifier verifier;
        verifier.start(digits("2580"), hash);
        CHECK(SDL_HasEvent(SDL_USEREVENT) == SDL_FALSE); // the thread is not done yet
    }
    CHECK(SDL_HasEvent(SDL_USEREVENT) == SDL_TRUE); // the last thing that the thread does
}
