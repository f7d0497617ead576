// Whatever hands, keyboards, mice, cables and window managers can make SDL report, in a random order.
#pragma once

#include "harness/random.hpp"
#include "harness/simulated_kiosk.hpp"

#include <string_view>

namespace harness {

class RandomInput {
public:
    // What it knows of the station: the PIN of the staff page, "2580". The hash is one that costs nothing to
    // check.
    static constexpr const char* staff_pin_hash =
        "$argon2id$v=19$m=8,t=1,p=1$cmVoZWFyc2Fsc2FsdC4u$D8uo5vEVQJt6JIEU4dmYVQ";

    explicit RandomInput(std::uint64_t seed) : random_(seed) {}

    // One thing to happen: one event, or those that belong together as the moves of a finger do. The loop has
    // not turned afterwards. Returns how many events it was.
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
    SDL_Event touch(Uint32 type, SDL_FingerID finger, SDL_FPoint at);
    SDL_FPoint random_point(const ui::Kiosk& kiosk); // shares of the screen; mostly on something to touch
    float invalid_float();

    Random random_;
};

} // namespace harness
