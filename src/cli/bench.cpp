#include "cli/bench.hpp"

#include "cli/fonts.hpp"
#include "cli/opened.hpp"
#include "cli/options.hpp"
#include "cli/places.hpp"
#include "cli/rehearsal/monkey.hpp"
#include "cli/rehearsal/soak.hpp"
#include "platform/clock.hpp"
#include "platform/librarian.hpp"
#include "platform/loop.hpp"
#include "platform/offscreen.hpp"
#include "platform/process.hpp"
#include "ui/scene.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

namespace cli {

namespace {

using Clock = std::chrono::steady_clock;

struct BenchWish {
    SourceOptions sources;
    std::optional<Size> size;
    double idle_seconds = 10;
    std::size_t monkey = 0, soak = 0;
    std::size_t seed = 1;
};

double milliseconds(Clock::duration span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

struct Spread {
    double median, p95;
};

Spread spread(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all[all.size() * 95 / 100]};
}

ui::Panel panel_of(const Size& size) {
    return {size.width, size.height, 24, std::nullopt};
}

// Full redraws of one screen into the window, with what presenting costs.
Spread redraws(platform::Window& window, ui::Kiosk& kiosk) {
    constexpr int runs = 12;
    kiosk.paint(window.renderer()); // paints the pictures it is put together from
    window.present();
    std::vector<double> all;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock::now();
        kiosk.paint(window.renderer());
        window.present();
        all.push_back(milliseconds(Clock::now() - start));
    }
    return spread(std::move(all));
}

void bench_redraws(const std::shared_ptr<const content::Content>& content, platform::Window& window,
                   text::Typesetter& typesetter) {
    constexpr Size sizes[] = {{1920, 1080}, {1080, 1920}, {3840, 2160}};
    fmt::print("\nfull redraw with present, ms, median / p95\n{:24}{:>16}{:>16}{:>16}\n", "screen", "1920x1080",
               "1080x1920", "3840x2160");
    std::vector<std::string> rows;
    for (const ui::Scene& scene : ui::scenes(*content)) rows.push_back(fmt::format("{:24}", scene.name));
    for (const Size& size : sizes) {
        window.resize(size.width, size.height);
        SDL_PumpEvents();
        SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
        std::size_t row = 0;
        for (const ui::Scene& scene : ui::scenes(*content)) {
            const auto kiosk = ui::stage(content, scene, {}, panel_of(size), typesetter);
            const Spread cost = redraws(window, *kiosk);
            rows[row++] += fmt::format("{:>16}", fmt::format("{:.1f} / {:.1f}", cost.median, cost.p95));
        }
    }
    for (const std::string& row : rows) fmt::print("{}\n", row);
}

void push_finger(Uint32 type, const ui::Rect& on, const ui::Panel& panel) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = 1;
    event.tfinger.x = static_cast<float>((on.x + on.w / 2) / panel.width_px);
    event.tfinger.y = static_cast<float>((on.y + on.h / 2) / panel.height_px);
    SDL_PushEvent(&event);
}

// From a finger's event in the queue to the changed picture on the display: down (the pressed look) and up (the
// next page), on every card of home in turn, and back.
Spread taps(platform::Loop& loop, ui::Kiosk& kiosk) {
    constexpr int rounds = 10;
    std::vector<double> all;
    const auto tap = [&](const ui::Rect& on) {
        for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
            const auto start = Clock::now();
            push_finger(type, on, kiosk.theme().panel());
            loop.turn(session::Instant{50});
            all.push_back(milliseconds(Clock::now() - start));
        }
    };
    const auto rect_of = [&](auto wanted) -> std::optional<ui::Rect> {
        for (const ui::Node& node : kiosk.outline())
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
    return spread(std::move(all));
}

void bench_idle(platform::Loop& loop, double seconds) {
    const platform::ProcessTimes before = platform::process_times();
    const auto end = Clock::now() + std::chrono::milliseconds(static_cast<int>(seconds * 1000));
    while (Clock::now() < end)
        loop.turn(session::Instant{static_cast<int>(std::max(1.0, milliseconds(end - Clock::now())))});
    const platform::ProcessTimes after = platform::process_times();
    fmt::print("idle on home for {:.0f} s        {:8.2f} ms of CPU, {} wake-ups\n", seconds,
               after.cpu_ms - before.cpu_ms,
               after.wake_ups - before.wake_ups - 1); // the last one ends the measuring
}

int bench(const BenchWish& wish) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // each figure as it is found, also into a pipe
    // As `run` does it.
    platform::Librarian librarian(find_sources(wish.sources), ui::words, std::nullopt,
                                  [](const std::string& text) { fmt::print(stderr, "{}", text); });
    Fonts fonts = open_fonts();
    platform::WindowWish window_wish;
    const Size size = wish.size.value_or(Size{1920, 1080});
    window_wish.size = {size.width, size.height};
    window_wish.inches = 24;
    platform::Window window(window_wish);
    const std::unique_ptr<text::Typesetter> opened = fonts.get();
    text::Typesetter& typesetter = *opened;
    const auto edition = librarian.first(std::chrono::seconds{10});
    if (!edition || !edition->content) return 1;
    const std::shared_ptr<const content::Content> content = edition->content;
    ui::Kiosk kiosk(content, window.panel(), typesetter, platform::moment());
    platform::Loop loop(window, kiosk);
    loop.turn(session::Instant{0});
    fmt::print("start of process to first frame  {:8.1f} ms, {}x{}\n", platform::ms_since_start(), size.width,
               size.height);
    loop.turn(session::Instant{200});
    fmt::print("memory on home                   {:8.1f} MB PSS\n", platform::memory_mb());
    bench_idle(loop, wish.idle_seconds);
    const Spread tap = taps(loop, kiosk);
    fmt::print("tap to changed picture           {:8.1f} ms median, {:.1f} p95\n", tap.median, tap.p95);
    bench_redraws(content, window, typesetter);
    return 0;
}

std::string memory_line(const char* when, const Memory& memory) {
    return fmt::format("memory {:<24} {:10.2f} MB of heap, {:.1f} MB PSS\n", when, memory.heap_mb,
                       memory.pss_mb);
}

// What a rehearsal of any length promises. Empty: it was kept.
std::string broken_promise(const Outcome& outcome) {
    constexpr double longest_turn_ms = 100, heap_may_grow_to = 1.05;
    if (!outcome.fault.empty()) return outcome.fault;
    if (outcome.slowest_ms > longest_turn_ms)
        return fmt::format("a turn of the loop took {:.0f} ms, more than {:.0f}", outcome.slowest_ms,
                           longest_turn_ms);
    if (outcome.late.heap_mb > outcome.early.heap_mb * heap_may_grow_to)
        return fmt::format("the heap grew from {:.2f} to {:.2f} MB, by more than a twentieth",
                           outcome.early.heap_mb, outcome.late.heap_mb);
    return {};
}

// Prints what came of it. 0: nothing was wrong.
int report(const char* title, const Outcome& outcome, double seconds) {
    const double lived = std::chrono::duration<double>(outcome.time).count();
    fmt::print("{}\n", title);
    fmt::print("screens seen                    {:10}\n", outcome.screens.size());
    fmt::print("frames                          {:10}, the slowest of 999 in 1000 turns took {:.0f} ms\n",
               outcome.frames, outcome.slowest_ms);
    fmt::print("time                            {:10.0f} s, in which {:.0f} s passed for the kiosk, {:.0f} "
               "times as fast\n",
               seconds, lived, lived / seconds);
    fmt::print("{}{}", memory_line("early on", outcome.early), memory_line("in the end", outcome.late));
    const std::string broken = broken_promise(outcome);
    if (broken.empty()) return 0;
    fmt::print(stderr, "help-kiosk: {}\n", broken);
    return 1;
}

int rehearse(const BenchWish& wish) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // each outcome as it is known, also into a pipe
    const auto content = open_content(wish.sources);
    if (!content) return 1;
    int exit_code = 0;
    const auto timed = [&exit_code](const std::string& title, const auto& rehearsal) {
        const auto start = Clock::now();
        const Outcome outcome = rehearsal();
        exit_code |= report(title.c_str(), outcome, milliseconds(Clock::now() - start) / 1000);
    };
    for (const bool full_screen : {true, false}) {
        if (wish.monkey == 0) break;
        timed(fmt::format("{} random events, {}", wish.monkey / 2, full_screen ? "full screen" : "in a window"),
              [&] { return set_monkey_loose(content, wish.monkey / 2, wish.seed, full_screen); });
    }
    if (wish.soak > 0)
        timed(fmt::format("{} random visits, {} languages", wish.soak, content->site.languages.size()),
              [&] { return soak(content, wish.soak, wish.seed); });
    return exit_code;
}

} // namespace

void add_bench(CommandLine& line) {
    auto wish = std::make_shared<BenchWish>();
    Command command = line.add("bench", "Measure start, memory, idle, taps and redraws");
    add_source_options(command, wish->sources);
    add_size_option(command, "--window", wish->size);
    command.number("--idle", wish->idle_seconds, 1.0, 3600.0, "Seconds to watch the idle kiosk");
    constexpr std::size_t least = 1, most = 1'000'000'000;
    command.number("--monkey", wish->monkey, least, most, "Instead: so many random events, without a display");
    command.number("--soak", wish->soak, least, most, "Instead: so many random visits, without a display");
    command.number("--seed", wish->seed, std::size_t{0}, std::numeric_limits<std::size_t>::max(),
                   "The same seed makes the same events and visits");
    command.does([wish] {
        if (wish->monkey + wish->soak > 0) return rehearse(*wish);
        platform::restart_to_measure_start();
        return bench(*wish);
    });
}

} // namespace cli
