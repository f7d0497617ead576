// Random input: all events that fingers, keyboards, mice, loose cables and window managers can make
// SDL report, in a random order.
#pragma once

#include "harness/random.hpp"
#include "harness/simulated_kiosk.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace harness {

class RandomInput {
public:
    // The hash of the staff PIN "2580", which this class sometimes enters. Its Argon2 parameters
    // are the smallest ones, so that verifying it takes no time.
    static constexpr const char* staff_pin_hash =
        "$argon2id$v=19$m=8,t=1,p=1$cmVoZWFyc2Fsc2FsdC4u$D8uo5vEVQJt6JIEU4dmYVQ";

    // The same seed gives the same input.
    explicit RandomInput(std::uint64_t seed) : random_(seed) {}

    // Injects one random action: a single event, or events that belong together, such as a drag.
    // The event loop may not have handled all of them when this returns. Returns the number of
    // events.
    std::size_t inject(SimulatedKiosk& simulation);

private:
    std::size_t tap(SimulatedKiosk& simulation);
    std::size_t drag(SimulatedKiosk& simulation);
    std::size_t palm(SimulatedKiosk& simulation);
    std::size_t finger(SimulatedKiosk& simulation);
    std::size_t key(SimulatedKiosk& simulation);
    std::size_t wheel(SimulatedKiosk& simulation);
    std::size_t mouse(SimulatedKiosk& simulation);
    std::size_t text_input(SimulatedKiosk& simulation);
    std::size_t window(SimulatedKiosk& simulation);
    std::size_t unused_event(SimulatedKiosk& simulation);
    std::size_t resize(SimulatedKiosk& simulation);
    std::size_t staff(SimulatedKiosk& simulation);
    std::size_t enter_pin(SimulatedKiosk& simulation, std::string_view pin);
    std::size_t time(SimulatedKiosk& simulation);

    SDL_FingerID any_finger();
    SDL_Event touch(Uint32 type, SDL_FingerID finger, SDL_FPoint position);

    // Returns a position in fractions of the screen, in most cases on a target.
    SDL_FPoint random_point(const ui::Kiosk& kiosk);

    // Returns a number that is not a valid position, such as NaN, infinity or -1.
    float invalid_float();

    Random random_;
};

} // namespace harness
