// `help-kiosk bench`: prints the results of the benchmark or of the stress tests.
#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/other_program.hpp"
#include "display/window.hpp"
#include "harness/benchmark.hpp"
#include "harness/monkey_test.hpp"
#include "harness/process_usage.hpp"
#include "harness/soak_test.hpp"
#include "reload/content_reloader.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace commands {

namespace {

using Clock = std::chrono::steady_clock;

struct BenchOptions {
    cli::ContentOptions content_options;
    std::optional<cli::PixelSize> size;
    std::size_t start_count = 5;
    double idle_seconds = 10;
    std::size_t monkey_event_count = 0;
    std::size_t soak_visit_count = 0;
    std::size_t seed = 1;
};

// Prints each result as soon as it is known, even if stdout is a pipe.
void use_line_buffering() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
}

// Returns the command that starts the viewer with the same content and window size.
std::vector<std::string> viewer_command(const cli::ContentOptions& options,
                                        const cli::PixelSize& size) {
    std::vector<std::string> command{find_program(viewer_program), "--window",
                                     fmt::format("{}x{}", size.width, size.height)};
    const auto add_option = [&command](const char* name, const std::string& value) {
        if (value.empty()) return;
        command.emplace_back(name);
        command.push_back(value);
    };
    add_option("--content", options.content);
    add_option("--site", options.site);
    add_option("--translations", options.translations);
    return command;
}

void print_start_time(const BenchOptions& options, const cli::PixelSize& size) {
    const harness::Percentiles start_ms = harness::measure_start_ms(
        viewer_command(options.content_options, size), options.start_count);
    fmt::print("start of process to first frame  {:8.1f} ms, {}x{}, median of {} {}\n",
               start_ms.median, size.width, size.height, options.start_count,
               options.start_count == 1 ? "start" : "starts");
}

void print_redraw_times(harness::Benchmark& benchmark) {
    constexpr std::array<display::WindowOptions::Size, 3> sizes{
        {{1920, 1080}, {1080, 1920}, {3840, 2160}}};
    std::string header = fmt::format("{:24}", "screen");
    std::vector<std::string> rows;
    for (const display::WindowOptions::Size& size : sizes) {
        header += fmt::format("{:>16}", fmt::format("{}x{}", size.width, size.height));
        const auto times = benchmark.measure_redraws(size);
        rows.resize(times.size());
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (rows[i].empty()) rows[i] = fmt::format("{:24}", times[i].screen);
            rows[i] += fmt::format(
                "{:>16}", fmt::format("{:.1f} / {:.1f}", times[i].ms.median, times[i].ms.p95));
        }
    }
    fmt::print("\nfull redraw with present, ms, median / p95\n{}\n", header);
    for (const std::string& row : rows) fmt::print("{}\n", row);
}

int run_benchmark(const BenchOptions& options) {
    use_line_buffering();
    const cli::PixelSize size = options.size.value_or(cli::PixelSize{1920, 1080});
    display::require_display();
    // The content is loaded and watched as in the viewer.
    reload::ContentReloader reloader(
        cli::find_content_paths(options.content_options), ui::ui_strings, std::nullopt,
        [](const std::string& text) { fmt::print(stderr, "{}", text); });
    const auto update = reloader.wait_for_first(std::chrono::seconds{10});
    if (!update || !update->content) return 1;
    print_start_time(options, size);
    harness::Benchmark benchmark(update->content, {size.width, size.height});
    fmt::print("memory on home                   {:8.1f} MB PSS\n", harness::pss_mb());
    const harness::ProcessUsage idle = benchmark.measure_idle(
        std::chrono::milliseconds(static_cast<int>(options.idle_seconds * 1000)));
    fmt::print("idle on home for {:.0f} s        {:8.2f} ms of CPU, {} wake-ups\n",
               options.idle_seconds, idle.cpu_ms, idle.wakeup_count);
    const harness::Percentiles tap_ms = benchmark.measure_tap_ms();
    fmt::print("tap to changed picture           {:8.1f} ms median, {:.1f} p95\n", tap_ms.median,
               tap_ms.p95);
    print_redraw_times(benchmark);
    return 0;
}

std::string memory_line(const char* when, const harness::MemoryUsage& memory) {
    return fmt::format("memory {:<24} {:10.2f} MB of heap, {:.1f} MB PSS\n", when, memory.heap_mb,
                       memory.pss_mb);
}

// Returns the first requirement that a stress test of any length has not met, or an empty string.
std::string find_regression(const harness::RunResult& result) {
    constexpr double max_iteration_ms = 100;
    constexpr double max_heap_growth = 1.05;
    if (!result.violation.empty()) return result.violation;
    if (result.p999_ms > max_iteration_ms)
        return fmt::format(
            "one in 1000 iterations of the event loop took {:.0f} ms, more than {:.0f}",
            result.p999_ms, max_iteration_ms);
    if (result.late_memory.heap_mb > result.early_memory.heap_mb * max_heap_growth)
        return fmt::format("the heap grew from {:.2f} to {:.2f} MB, by more than 5 %",
                           result.early_memory.heap_mb, result.late_memory.heap_mb);
    return {};
}

// Prints the result of a stress test. Returns the exit code.
int print_result(const std::string& title, const harness::RunResult& result, double seconds) {
    const double simulated_seconds = std::chrono::duration<double>(result.simulated_time).count();
    fmt::print("{}\n", title);
    fmt::print("screens shown                   {:10}\n", result.screens.size());
    fmt::print(
        "frames                          {:10}, 99.9 % of loop iterations within {:.0f} ms\n",
        result.frame_count, result.p999_ms);
    fmt::print("time                            {:10.0f} s for {:.0f} s of simulated time, {:.0f} "
               "times as fast\n",
               seconds, simulated_seconds, simulated_seconds / seconds);
    fmt::print("{}{}", memory_line("after the warm-up", result.early_memory),
               memory_line("at the end", result.late_memory));
    const std::string regression = find_regression(result);
    if (regression.empty()) return 0;
    fmt::print(stderr, "help-kiosk: {}\n", regression);
    return 1;
}

int run_stress_tests(const BenchOptions& options) {
    use_line_buffering();
    const auto content = cli::load_content_or_report(options.content_options);
    if (!content) return 1;
    int exit_code = 0;
    const auto run_timed = [&exit_code](const std::string& title, const auto& run_test) {
        const auto started_at = Clock::now();
        const harness::RunResult result = run_test();
        const double seconds = std::chrono::duration<double>(Clock::now() - started_at).count();
        exit_code |= print_result(title, result, seconds);
    };
    for (const bool is_full_screen : {true, false}) {
        if (options.monkey_event_count == 0) break;
        const std::size_t event_count = options.monkey_event_count / 2;
        run_timed(fmt::format("{} random events, {}", event_count,
                              is_full_screen ? "full screen" : "in a window"),
                  [&] {
                      return harness::run_monkey_test(content, event_count, options.seed,
                                                      is_full_screen);
                  });
    }
    if (options.soak_visit_count > 0)
        run_timed(fmt::format("{} random visits, {} languages", options.soak_visit_count,
                              content->site.languages.size()),
                  [&] {
                      return harness::run_soak_test(content, options.soak_visit_count,
                                                    options.seed);
                  });
    return exit_code;
}

} // namespace

void add_bench_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<BenchOptions>();
    cli::Command command =
        command_line.add_command("bench", "Measure start, memory, idle, taps and redraws");
    cli::add_content_options(command, options->content_options);
    cli::add_size_option(command, "--window", options->size);
    command.add_number("--starts", options->start_count, std::size_t{1}, std::size_t{1000},
                       "How often to start the viewer");
    command.add_number("--idle", options->idle_seconds, 1.0, 3600.0,
                       "Seconds to measure the idle kiosk");
    constexpr std::size_t min_count = 1;
    constexpr std::size_t max_count = 1'000'000'000;
    command.add_number("--monkey", options->monkey_event_count, min_count, max_count,
                       "Instead, inject this many random events, without a display");
    command.add_number("--soak", options->soak_visit_count, min_count, max_count,
                       "Instead, make this many random visits, without a display");
    command.add_number("--seed", options->seed, std::size_t{0},
                       std::numeric_limits<std::size_t>::max(),
                       "The same seed gives the same events and visits");
    command.set_action([options] {
        const bool is_stress_test = options->monkey_event_count + options->soak_visit_count > 0;
        return is_stress_test ? run_stress_tests(*options) : run_benchmark(*options);
    });
}

} // namespace commands
