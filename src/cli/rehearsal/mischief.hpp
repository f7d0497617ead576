// Whatever hands, keyboards, mice, cables and window managers can make SDL report, in a random order.
#pragma once

#include "cli/rehearsal/dice.hpp"
#include "cli/rehearsal/station.hpp"

#include <string_view>

namespace cli {

class Mischief {
public:
    // What it knows of the station: the PIN of the staff page, "2580". The hash is one that costs nothing to
    // check.
    static constexpr const char* staff_pin_hash =
        "$argon2id$v=19$m=8,t=1,p=1$cmVoZWFyc2Fsc2FsdC4u$D8uo5vEVQJt6JIEU4dmYVQ";

    explicit Mischief(std::uint64_t seed) : dice_(seed) {}

    // One thing to happen: one event, or those that belong together as the moves of a finger do. The loop has
    // not turned afterwards. Returns how many events it was.
    std::size_t happen(Station& station);

private:
    std::size_t tap(Station& station);
    std::size_t drag(Station& station);
    std::size_t palm(Station& station);
    std::size_t finger(Station& station);
    std::size_t key(Station& station);
    std::size_t wheel(Station& station);
    std::size_t mouse(Station& station);
    std::size_t words(Station& station);
    std::size_t window(Station& station);
    std::size_t something(Station& station);
    std::size_t resize(Station& station);
    std::size_t staff(Station& station);
    std::size_t type_pin(Station& station, std::string_view pin);
    std::size_t time(Station& station);

    SDL_FingerID any_finger();
    SDL_Event touch(Uint32 type, SDL_FingerID finger, SDL_FPoint at);
    SDL_FPoint somewhere(const ui::Kiosk& kiosk); // shares of the screen; mostly on something to touch
    float nonsense();

    Dice dice_;
};

} // namespace cli
