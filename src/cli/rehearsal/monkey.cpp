#include "cli/rehearsal/monkey.hpp"

#include "cli/rehearsal/mischief.hpp"

namespace cli {

namespace {

constexpr platform::WindowWish::Size window{720, 1280};
constexpr std::size_t rests = 10;

} // namespace

Outcome set_monkey_loose(const std::shared_ptr<const content::Content>& content, std::size_t events,
                         std::uint64_t seed, bool full_screen) {
    Station station(content, full_screen ? std::nullopt : std::optional(window));
    Mischief mischief(seed);
    Memory early;
    std::size_t happened = 0;
    for (std::size_t rest = 1; rest <= rests && station.fault().empty(); ++rest) {
        while (happened * rests < events * rest && station.fault().empty()) {
            const std::size_t together = 1 + happened % 3; // several before the loop gets to see them
            for (std::size_t i = 0; i < together; ++i) happened += mischief.happen(station);
            station.turn();
        }
        if (!full_screen) station.resize(window.width, window.height);
        station.leave();
        if (rest == 1) early = station.memory();
    }
    Outcome outcome = station.outcome();
    outcome.early = early;
    if (!outcome.fault.empty()) outcome.fault += ", after " + std::to_string(happened) + " events";
    return outcome;
}

} // namespace cli
