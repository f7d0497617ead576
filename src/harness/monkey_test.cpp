#include "harness/monkey_test.hpp"

#include "harness/random_input.hpp"

namespace harness {

namespace {

constexpr display::WindowOptions::Size window_size{720, 1280};
constexpr std::size_t pause_count = 10;
constexpr std::size_t warm_up_event_count = 10'000; // events after which every font and screen has been used

// A school's, with a staff page: the monkey knows the way there, and sets the clock on the wall, so that it
// comes at night as well.
std::shared_ptr<const content::Content> with_staff_and_hours(const content::Content& content) {
    using namespace std::chrono_literals;
    auto copy = std::make_shared<content::Content>(content);
    copy->site.staff_pin = RandomInput::staff_pin_hash;
    copy->site.hours = {{{true, true, true, true, true, false, false}, 7h, 17h + 30min}};
    return copy;
}

} // namespace

RunResult run_monkey_test(const std::shared_ptr<const content::Content>& content, std::size_t events,
                          std::uint64_t seed, bool is_full_screen) {
    SimulatedKiosk simulation(with_staff_and_hours(*content),
                              is_full_screen ? std::nullopt : std::optional(window_size));
    RandomInput input(seed);
    MemoryUsage early_memory;
    std::size_t injected_count = 0;
    for (std::size_t pause = 1; pause <= pause_count && simulation.violation().empty(); ++pause) {
        while (injected_count * pause_count < events * pause && simulation.violation().empty()) {
            const std::size_t batch_size = 1 + injected_count % 3; // several before the loop gets to see them
            for (std::size_t i = 0; i < batch_size; ++i) injected_count += input.inject(simulation);
            simulation.run_pending();
        }
        if (!is_full_screen) simulation.resize(window_size.width, window_size.height);
        simulation.leave_alone();
        if (early_memory.heap_mb == 0 && (injected_count >= warm_up_event_count || pause == pause_count))
            early_memory = simulation.memory_usage();
    }
    RunResult result = simulation.result();
    result.early_memory = early_memory;
    if (!result.violation.empty()) result.violation += ", after " + std::to_string(injected_count) + " events";
    return result;
}

} // namespace harness
