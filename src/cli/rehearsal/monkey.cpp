#include "cli/rehearsal/monkey.hpp"

#include "cli/rehearsal/mischief.hpp"

namespace cli {

namespace {

constexpr platform::WindowWish::Size monkeys_window{720, 1280};
constexpr std::size_t rests = 10;
constexpr std::size_t settled_events = 10'000; // events after which every font and screen has been used

// A school's, with a staff page: the monkey knows the way there, and sets the clock on the wall, so that it
// comes at night as well.
std::shared_ptr<const content::Content> with_all(const content::Content& content) {
    using namespace std::chrono_literals;
    auto with = std::make_shared<content::Content>(content);
    with->site.staff_pin = Mischief::staff_pin_hash;
    with->site.hours = {{{true, true, true, true, true, false, false}, 7h, 17h + 30min}};
    return with;
}

} // namespace

Outcome set_monkey_loose(const std::shared_ptr<const content::Content>& content, std::size_t events,
                         std::uint64_t seed, bool full_screen) {
    Station station(with_all(*content), full_screen ? std::nullopt : std::optional(monkeys_window));
    Mischief mischief(seed);
    Memory early;
    std::size_t happened = 0;
    for (std::size_t rest = 1; rest <= rests && station.fault().empty(); ++rest) {
        while (happened * rests < events * rest && station.fault().empty()) {
            const std::size_t together = 1 + happened % 3; // several before the loop gets to see them
            for (std::size_t i = 0; i < together; ++i) happened += mischief.happen(station);
            station.turn();
        }
        if (!full_screen) station.resize(monkeys_window.width, monkeys_window.height);
        station.leave();
        if (early.heap_mb == 0 && (happened >= settled_events || rest == rests)) early = station.memory();
    }
    Outcome outcome = station.outcome();
    outcome.early = early;
    if (!outcome.fault.empty()) outcome.fault += ", after " + std::to_string(happened) + " events";
    return outcome;
}

} // namespace cli
