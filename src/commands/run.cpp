#include "commands/run.hpp"

#include "viewer/font_loading.hpp"
#include "cli/options.hpp"
#include "cli/content_paths.hpp"
#include "os/clock.hpp"
#include "viewer/device_status.hpp"
#include "reload/content_reloader.hpp"
#include "viewer/event_loop.hpp"
#include "os/wakeup.hpp"
#include "os/sandbox.hpp"
#include "viewer/test_tone.hpp"
#include "os/wipe_on_free.hpp"
#include "content/emergency_content.hpp"
#include "viewer/fontless_card.hpp"
#include "ui/strings.hpp"

#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace commands {

namespace {

struct ViewerOptions {
    cli::ContentOptions content_options;
    std::optional<cli::PixelSize> size; // of a window; nullopt: full screen
    double inches = 0;
    display::Renderer renderer = display::Renderer::automatic;
    std::string tone_pipe; // a pipe; empty: nobody plays it
    bool should_restrict = true;
};

// A screen that cannot say in time what the school wrote still says who helps.
constexpr std::chrono::milliseconds max_startup_wait{1200};

void print_error(const std::string& text) {
    std::fputs(text.c_str(), stderr);
}

void report_unrestricted(const std::vector<std::string>& unrestricted) {
    for (const std::string& each : unrestricted) print_error("help-kiosk: not locked: " + each + "\n");
}

void present_fontless_card(display::Window& window) {
    const ui::Panel panel = window.panel();
    viewer::draw_fontless_card(window.renderer(), panel.width_px, panel.height_px);
    window.present();
}

// Without a font there are no words, but there are digits. Then the service starts again: fonts may be back.
[[noreturn]] void run_fontless_card(display::Window& window, const std::string& reason) {
    const auto end_at = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    const os::SystemdNotifier systemd_notifier;
    systemd_notifier.notify_status(reason);
    for (bool is_first = true; std::chrono::steady_clock::now() < end_at && !os::is_stop_requested();
         is_first = false) {
        present_fontless_card(window);
        if (is_first) systemd_notifier.notify_ready();
        systemd_notifier.notify_watchdog();
        SDL_Delay(1000); // whatever hands do meanwhile
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0)
            if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
                window.recreate_renderer();
    }
    throw std::runtime_error(reason);
}

// Fonts on a slow disk, or without a list of what is in them, may take long: until they are there, digits.
std::unique_ptr<text::Typesetter> wait_for_fonts(viewer::FontsFuture fonts, display::Window& window) {
    if (fonts.wait_for(max_startup_wait) != std::future_status::ready) present_fontless_card(window);
    try {
        auto typesetter = fonts.get();
        for (const std::string& warning : typesetter->warnings()) print_error("help-kiosk: " + warning + "\n");
        return typesetter;
    } catch (const std::exception& error) {
        run_fontless_card(window, error.what());
    }
}

ui::DeviceStatus initial_device_status(const std::optional<reload::ContentUpdate>& update,
                                       bool can_play_tone) {
    ui::DeviceStatus device_status;
    device_status.program_version = "help-kiosk " HELP_KIOSK_VERSION;
    device_status.started_at = os::time_since_boot();
    device_status.can_restart = os::SystemdNotifier::is_supervised();
    device_status.can_play_tone = can_play_tone;
    return update ? viewer::with_content(device_status, *update) : device_status;
}

int run(const ViewerOptions& options) {
    const viewer::TestTone test_tone(options.tone_pipe);
    if (!options.tone_pipe.empty() && !test_tone.is_available())
        print_error("help-kiosk: no sound test: nobody waits at the pipe " + options.tone_pipe + "\n");
    const auto snapshot = reload::SnapshotFile::from_state_directory();
    if (options.should_restrict)
        report_unrestricted(os::restrict_process(snapshot ? std::vector{snapshot->path().parent_path()}
                                                                : std::vector<std::filesystem::path>{}));
    os::enable_wipe_on_free();
    os::start_wakeup_thread();
    // Both read beside the opening of the window, which takes as long.
    reload::ContentReloader reloader(cli::find_content_paths(options.content_options), ui::ui_strings, snapshot,
                                       print_error);
    viewer::FontsFuture fonts = viewer::load_fonts_async();
    display::WindowOptions window_options;
    if (options.size) window_options.size = {options.size->width, options.size->height};
    window_options.renderer = options.renderer;
    if (options.inches > 0) window_options.inches = options.inches;
    display::Window window(window_options);
    const auto typesetter = wait_for_fonts(std::move(fonts), window);
    std::shared_ptr<const content::Content> content(std::shared_ptr<void>(), &content::emergency_content());
    const auto update = reloader.wait_for_first(max_startup_wait);
    if (update && update->content) content = update->content;
    const content::Site& site = update && !update->content ? update->site : content->site;
    if (!window.matches(site)) window.configure(site);
    ui::Kiosk kiosk(content, window.panel(), *typesetter, os::read_clock());
    kiosk.set_device_status(initial_device_status(update, test_tone.is_available()), os::read_clock());
    viewer::EventLoop loop(window, kiosk);
    loop.attach(reloader, update ? update->status_line : "emergency card, until the content is read");
    loop.attach(test_tone);
    loop.run_once(base::Instant{0});
    if (options.should_restrict) report_unrestricted(os::install_syscall_filter());
    loop.run();
    return 0;
}

} // namespace

void add_run_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<ViewerOptions>();
    cli::Command command = command_line.add_command("run", "Show the kiosk, full screen");
    cli::add_content_options(command, options->content_options);
    cli::add_size_option(command, "--window", options->size);
    command.add_number("--panel", options->inches, 4.0, 120.0, "Diagonal of the panel in inches");
    using enum display::Renderer;
    command.add_choice("--renderer", options->renderer,
                       {{"auto", automatic}, {"software", software}, {"gpu", gpu}});
    command.add_option("--tone", options->tone_pipe,
                       "The pipe of the service that plays the sound test of the staff page");
    command.add_flag("!--no-locks", options->should_restrict,
                     "Leave out what keeps the program in bounds: for debuggers");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
