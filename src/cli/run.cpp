#include "cli/run.hpp"

#include "cli/fonts.hpp"
#include "cli/options.hpp"
#include "cli/places.hpp"
#include "platform/clock.hpp"
#include "platform/facts.hpp"
#include "platform/librarian.hpp"
#include "platform/loop.hpp"
#include "platform/outside.hpp"
#include "platform/sandbox.hpp"
#include "platform/tone.hpp"
#include "platform/wiping.hpp"
#include "ui/emergency.hpp"
#include "ui/last_resort.hpp"
#include "ui/words.hpp"

#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace cli {

namespace {

struct RunWish {
    SourceOptions sources;
    std::optional<Size> size; // of a window; nullopt: full screen
    double inches = 0;
    platform::Renderer renderer = platform::Renderer::automatic;
    std::string tone; // a pipe; empty: nobody plays it
    bool locked = true;
};

// A screen that cannot say in time what the school wrote still says who helps.
constexpr std::chrono::milliseconds longest_wait{1200};

void complain(const std::string& text) {
    std::fputs(text.c_str(), stderr);
}

void report_open(const std::vector<std::string>& what) {
    for (const std::string& each : what) complain("help-kiosk: not locked: " + each + "\n");
}

void paint_last_resort(platform::Window& window) {
    const ui::Panel panel = window.panel();
    ui::paint_last_resort(window.renderer(), panel.width_px, panel.height_px);
    window.present();
}

// Without a font there are no words, but there are digits. Then the service starts again: fonts may be back.
[[noreturn]] void show_last_resort(platform::Window& window, const std::string& why) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    const platform::Service service;
    service.status(why);
    for (bool first = true; std::chrono::steady_clock::now() < end && !platform::told_to_end(); first = false) {
        paint_last_resort(window);
        if (first) service.up();
        service.alive();
        SDL_Delay(1000); // whatever hands do meanwhile
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0)
            if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
                window.fit();
    }
    throw std::runtime_error(why);
}

// Fonts on a slow disk, or without a list of what is in them, may take long: until they are there, digits.
std::unique_ptr<text::Typesetter> take(Fonts fonts, platform::Window& window) {
    if (fonts.wait_for(longest_wait) != std::future_status::ready) paint_last_resort(window);
    try {
        auto typesetter = fonts.get();
        for (const std::string& complaint : typesetter->complaints())
            complain("help-kiosk: " + complaint + "\n");
        return typesetter;
    } catch (const std::exception& error) {
        show_last_resort(window, error.what());
    }
}

ui::Facts first_facts(const std::optional<platform::Edition>& edition, bool plays) {
    ui::Facts facts;
    facts.program = "help-kiosk " HELP_KIOSK_VERSION;
    facts.started = platform::boot_time();
    facts.restarts = platform::Service::is_one();
    facts.plays = plays;
    return edition ? platform::with(facts, *edition) : facts;
}

int run(const RunWish& wish) {
    const platform::Tone tone(wish.tone);
    if (!wish.tone.empty() && !tone.is_offered())
        complain("help-kiosk: no sound test: nobody waits at the pipe " + wish.tone + "\n");
    const auto snapshot = platform::Snapshot::of_service();
    if (wish.locked)
        report_open(platform::lock_process(snapshot ? std::vector{snapshot->file().parent_path()}
                                                    : std::vector<std::filesystem::path>{}));
    platform::wipe_what_is_freed();
    platform::listen_outside();
    // Both read beside the opening of the window, which takes as long.
    platform::Librarian librarian(find_sources(wish.sources), ui::words, snapshot, complain);
    Fonts fonts = open_fonts();
    platform::WindowWish window_wish;
    if (wish.size) window_wish.size = {wish.size->width, wish.size->height};
    window_wish.renderer = wish.renderer;
    if (wish.inches > 0) window_wish.inches = wish.inches;
    platform::Window window(window_wish);
    const auto typesetter = take(std::move(fonts), window);
    std::shared_ptr<const content::Content> content(std::shared_ptr<void>(), &ui::emergency_content());
    const auto edition = librarian.first(longest_wait);
    if (edition && edition->content) content = edition->content;
    const content::Site& site = edition && !edition->content ? edition->site : content->site;
    if (!window.hangs_as(site)) window.hang(site);
    ui::Kiosk kiosk(content, window.panel(), *typesetter, platform::moment());
    kiosk.know(first_facts(edition, tone.is_offered()), platform::moment());
    platform::Loop loop(window, kiosk);
    loop.follow(librarian, edition ? edition->status : "emergency card, until the content is read");
    loop.offer(tone);
    loop.turn(session::Instant{0});
    if (wish.locked) report_open(platform::lock_calls());
    loop.run();
    return 0;
}

} // namespace

void add_run(CommandLine& line) {
    auto wish = std::make_shared<RunWish>();
    Command command = line.add("run", "Show the kiosk, full screen");
    add_source_options(command, wish->sources);
    add_size_option(command, "--window", wish->size);
    command.number("--panel", wish->inches, 4.0, 120.0, "Diagonal of the panel in inches");
    using enum platform::Renderer;
    command.choice("--renderer", wish->renderer, {{"auto", automatic}, {"software", software}, {"gpu", gpu}});
    command.option("--tone", wish->tone, "The pipe of the service that plays the sound test of the staff page");
    command.flag("!--no-locks", wish->locked, "Leave out what keeps the program in bounds: for debuggers");
    command.does([wish] { return run(*wish); });
}

} // namespace cli
