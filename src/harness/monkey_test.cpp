#include "harness/monkey_test.hpp"

#include "harness/random_input.hpp"

namespace harness {

namespace {

constexpr display::WindowOptions::Size window_size{720, 1280};
constexpr std::size_t pause_count = 10;
// After this many events every font and every screen has been used.
constexpr std::size_t warm_up_event_count = 10'000;

// Adds staff screens with the PIN that RandomInput enters, and opening hours, so that the test
// also runs outside them.
std::shared_ptr<const content::Content> with_staff_and_hours(const content::Content& content) {
    using namespace std::chrono_literals;
    auto copy = std::make_shared<content::Content>(content);
    copy->site.staff_pin = RandomInput::staff_pin_hash;
    copy->site.hours = {{{true, true, true, true, true, false, false}, 7h, 17h + 30min}};
    return copy;
}

} // namespace

RunResult run_monkey_test(const std::shared_ptr<const content::Content>& content,
                          std::size_t event_count, std::uint64_t seed, bool is_full_screen) {
    SimulatedKiosk simulation(with_staff_and_hours(*content),
                              is_full_screen ? std::nullopt : std::optional(window_size));
    RandomInput input(seed);
    MemoryUsage early_memory;
    std::size_t injected_count = 0;
    for (std::size_t pause = 1; pause <= pause_count && simulation.violation().empty(); ++pause) {
        while (injected_count * pause_count < event_count * pause &&
               simulation.violation().empty()) {
            // The loop handles one to three actions in one iteration.
            const std::size_t batch_size = 1 + injected_count % 3;
            for (std::size_t i = 0; i < batch_size; ++i) injected_count += input.inject(simulation);
            simulation.run_pending();
        }
        if (!is_full_screen) simulation.resize(window_size.width, window_size.height);
        simulation.leave_alone();
        if (early_memory.heap_mb == 0 &&
            (injected_count >= warm_up_event_count || pause == pause_count))
            early_memory = simulation.memory_usage();
    }
    RunResult result = simulation.result();
    result.early_memory = early_memory;
    if (!result.violation.empty())
        result.violation += ", after " + std::to_string(injected_count) + " events";
    return result;
}

} // namespace harness
