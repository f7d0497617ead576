#include "commands/bench.hpp"

#include "viewer/font_loading.hpp"
#include "cli/opened.hpp"
#include "cli/options.hpp"
#include "cli/content_paths.hpp"
#include "harness/monkey_test.hpp"
#include "harness/soak_test.hpp"
#include "os/clock.hpp"
#include "reload/content_reloader.hpp"
#include "viewer/event_loop.hpp"
#include "preview/offscreen_canvas.hpp"
#include "harness/process_usage.hpp"
#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

namespace commands {

namespace {

using Clock = std::chrono::steady_clock;

struct BenchOptions {
    cli::ContentOptions content_options;
    std::optional<cli::PixelSize> size;
    double idle_seconds = 10;
    std::size_t monkey_event_count = 0, soak_visit_count = 0;
    std::size_t seed = 1;
};

double milliseconds(Clock::duration span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

struct Percentiles {
    double median, p95;
};

Percentiles percentiles(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all[all.size() * 95 / 100]};
}

ui::Panel panel_of(const cli::PixelSize& size) {
    return {size.width, size.height, 24, std::nullopt};
}

// Full redraws of one screen into the window, with what presenting costs.
Percentiles time_redraws(display::Window& window, ui::Kiosk& kiosk) {
    constexpr int runs = 12;
    kiosk.draw(window.renderer()); // paints the pictures it is put together from
    window.present();
    std::vector<double> all;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock::now();
        kiosk.draw(window.renderer());
        window.present();
        all.push_back(milliseconds(Clock::now() - start));
    }
    return percentiles(std::move(all));
}

void bench_redraws(const std::shared_ptr<const content::Content>& content, display::Window& window,
                   text::Typesetter& typesetter) {
    constexpr cli::PixelSize sizes[] = {{1920, 1080}, {1080, 1920}, {3840, 2160}};
    fmt::print("\nfull redraw with present, ms, median / p95\n{:24}{:>16}{:>16}{:>16}\n", "screen", "1920x1080",
               "1080x1920", "3840x2160");
    std::vector<std::string> rows;
    for (const preview::Screen& screen : preview::visitor_screens(*content))
        rows.push_back(fmt::format("{:24}", screen.name));
    for (const cli::PixelSize& size : sizes) {
        window.resize(size.width, size.height);
        SDL_PumpEvents();
        SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
        std::size_t row = 0;
        for (const preview::Screen& screen : preview::visitor_screens(*content)) {
            const auto kiosk = preview::open_screen(content, screen, {}, panel_of(size), typesetter);
            const Percentiles times = time_redraws(window, *kiosk);
            rows[row++] += fmt::format("{:>16}", fmt::format("{:.1f} / {:.1f}", times.median, times.p95));
        }
    }
    for (const std::string& row : rows) fmt::print("{}\n", row);
}

void push_finger(Uint32 type, const render::Rect& target, const ui::Panel& panel) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = 1;
    event.tfinger.x = static_cast<float>((target.x + target.w / 2) / panel.width_px);
    event.tfinger.y = static_cast<float>((target.y + target.h / 2) / panel.height_px);
    SDL_PushEvent(&event);
}

// From a finger's event in the queue to the changed picture on the display: down (the pressed look) and up (the
// next page), on every card of home in turn, and back.
Percentiles time_taps(viewer::EventLoop& loop, ui::Kiosk& kiosk) {
    constexpr int rounds = 10;
    std::vector<double> all;
    const auto tap = [&](const render::Rect& target) {
        for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
            const auto start = Clock::now();
            push_finger(type, target, kiosk.theme().panel());
            loop.run_once(base::Instant{50});
            all.push_back(milliseconds(Clock::now() - start));
        }
    };
    const auto rect_of = [&](auto wanted) -> std::optional<render::Rect> {
        for (const ui::OutlineNode& node : kiosk.outline())
            if (node.event && wanted(*node.event)) return node.rect;
        return std::nullopt;
    };
    for (int round = 0; round < rounds; ++round) {
        for (const content::Section& section : kiosk.content().sections) {
            const auto card = rect_of([&](const session::Event& event) {
                return event == session::Event(session::OpenSection{section.id});
            });
            if (!card) continue;
            tap(*card);
            if (const auto home =
                    rect_of([](const session::Event& e) { return e == session::Event(session::GoHome{}); }))
                tap(*home);
        }
    }
    return percentiles(std::move(all));
}

void bench_idle(viewer::EventLoop& loop, double seconds) {
    const harness::ProcessUsage before = harness::process_usage();
    const auto end = Clock::now() + std::chrono::milliseconds(static_cast<int>(seconds * 1000));
    while (Clock::now() < end)
        loop.run_once(base::Instant{static_cast<int>(std::max(1.0, milliseconds(end - Clock::now())))});
    const harness::ProcessUsage after = harness::process_usage();
    fmt::print("idle on home for {:.0f} s        {:8.2f} ms of CPU, {} wake-ups\n", seconds,
               after.cpu_ms - before.cpu_ms,
               after.wakeup_count - before.wakeup_count - 1); // the last one ends the measuring
}

int run_benchmark(const BenchOptions& options) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // each figure as it is found, also into a pipe
    // As `run` does it.
    reload::ContentReloader reloader(cli::find_content_paths(options.content_options), ui::ui_strings,
                                       std::nullopt,
                                       [](const std::string& text) { fmt::print(stderr, "{}", text); });
    viewer::FontsFuture fonts = viewer::load_fonts_async();
    display::WindowOptions window_options;
    const cli::PixelSize size = options.size.value_or(cli::PixelSize{1920, 1080});
    window_options.size = {size.width, size.height};
    window_options.inches = 24;
    display::Window window(window_options);
    const std::unique_ptr<text::Typesetter> loaded_fonts = fonts.get();
    text::Typesetter& typesetter = *loaded_fonts;
    const auto update = reloader.wait_for_first(std::chrono::seconds{10});
    if (!update || !update->content) return 1;
    const std::shared_ptr<const content::Content> content = update->content;
    ui::Kiosk kiosk(content, window.panel(), typesetter, os::read_clock());
    viewer::EventLoop loop(window, kiosk);
    loop.run_once(base::Instant{0});
    fmt::print("start of process to first frame  {:8.1f} ms, {}x{}\n", harness::ms_since_start(), size.width,
               size.height);
    loop.run_once(base::Instant{200});
    fmt::print("memory on home                   {:8.1f} MB PSS\n", harness::pss_mb());
    bench_idle(loop, options.idle_seconds);
    const Percentiles tap_times = time_taps(loop, kiosk);
    fmt::print("tap to changed picture           {:8.1f} ms median, {:.1f} p95\n", tap_times.median,
               tap_times.p95);
    bench_redraws(content, window, typesetter);
    return 0;
}

std::string memory_line(const char* when, const harness::MemoryUsage& memory) {
    return fmt::format("memory {:<24} {:10.2f} MB of heap, {:.1f} MB PSS\n", when, memory.heap_mb,
                       memory.pss_mb);
}

// What a rehearsal of any length promises. Empty: it was kept.
std::string find_regression(const harness::RunResult& result) {
    constexpr double max_iteration_ms = 100, max_heap_growth = 1.05;
    if (!result.violation.empty()) return result.violation;
    if (result.p999_ms > max_iteration_ms)
        return fmt::format("a turn of the loop took {:.0f} ms, more than {:.0f}", result.p999_ms,
                           max_iteration_ms);
    if (result.late_memory.heap_mb > result.early_memory.heap_mb * max_heap_growth)
        return fmt::format("the heap grew from {:.2f} to {:.2f} MB, by more than a twentieth",
                           result.early_memory.heap_mb, result.late_memory.heap_mb);
    return {};
}

// Prints what came of it. 0: nothing was wrong.
int print_result(const char* title, const harness::RunResult& result, double seconds) {
    const double simulated_seconds = std::chrono::duration<double>(result.simulated_time).count();
    fmt::print("{}\n", title);
    fmt::print("screens seen                    {:10}\n", result.screens.size());
    fmt::print("frames                          {:10}, the slowest of 999 in 1000 turns took {:.0f} ms\n",
               result.frame_count, result.p999_ms);
    fmt::print("time                            {:10.0f} s, in which {:.0f} s passed for the kiosk, {:.0f} "
               "times as fast\n",
               seconds, simulated_seconds, simulated_seconds / seconds);
    fmt::print("{}{}", memory_line("early on", result.early_memory),
               memory_line("in the end", result.late_memory));
    const std::string regression = find_regression(result);
    if (regression.empty()) return 0;
    fmt::print(stderr, "help-kiosk: {}\n", regression);
    return 1;
}

int run_stress_tests(const BenchOptions& options) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // each outcome as it is known, also into a pipe
    const auto content = cli::load_content_or_report(options.content_options);
    if (!content) return 1;
    int exit_code = 0;
    const auto run_timed = [&exit_code](const std::string& title, const auto& run_test) {
        const auto start = Clock::now();
        const harness::RunResult result = run_test();
        exit_code |= print_result(title.c_str(), result, milliseconds(Clock::now() - start) / 1000);
    };
    for (const bool full_screen : {true, false}) {
        if (options.monkey_event_count == 0) break;
        run_timed(fmt::format("{} random events, {}", options.monkey_event_count / 2,
                              full_screen ? "full screen" : "in a window"),
                  [&] {
                      return harness::run_monkey_test(content, options.monkey_event_count / 2, options.seed,
                                             full_screen);
                  });
    }
    if (options.soak_visit_count > 0)
        run_timed(fmt::format("{} random visits, {} languages", options.soak_visit_count,
                              content->site.languages.size()),
                  [&] { return harness::run_soak_test(content, options.soak_visit_count, options.seed); });
    return exit_code;
}

} // namespace

void add_bench_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<BenchOptions>();
    cli::Command command = command_line.add_command("bench", "Measure start, memory, idle, taps and redraws");
    cli::add_content_options(command, options->content_options);
    cli::add_size_option(command, "--window", options->size);
    command.add_number("--idle", options->idle_seconds, 1.0, 3600.0, "Seconds to watch the idle kiosk");
    constexpr std::size_t min_count = 1, max_count = 1'000'000'000;
    command.add_number("--monkey", options->monkey_event_count, min_count, max_count,
                       "Instead: so many random events, without a display");
    command.add_number("--soak", options->soak_visit_count, min_count, max_count,
                       "Instead: so many random visits, without a display");
    command.add_number("--seed", options->seed, std::size_t{0}, std::numeric_limits<std::size_t>::max(),
                       "The same seed makes the same events and visits");
    command.set_action([options] {
        if (options->monkey_event_count + options->soak_visit_count > 0) return run_stress_tests(*options);
        harness::restart_to_measure_start();
        return run_benchmark(*options);
    });
}

} // namespace commands
