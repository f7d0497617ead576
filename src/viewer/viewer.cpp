#include "viewer/viewer.hpp"

#include "content/emergency_content.hpp"
#include "display/environment.hpp"
#include "os/clock.hpp"
#include "os/sandbox.hpp"
#include "os/wakeup.hpp"
#include "os/wipe_on_free.hpp"
#include "reload/content_reloader.hpp"
#include "ui/strings.hpp"
#include "viewer/device_status.hpp"
#include "viewer/event_loop.hpp"
#include "viewer/font_loading.hpp"
#include "viewer/fontless_card.hpp"
#include "viewer/pin_attempts_file.hpp"
#include "viewer/speaker_connection.hpp"

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace viewer {

namespace {

// If the content is not ready by then, the emergency numbers are shown. If the fonts are not, they
// are shown as bars.
constexpr std::chrono::milliseconds max_startup_wait{1200};

void print_error(const std::string& text) {
    std::fputs(text.c_str(), stderr);
}

void report_unrestricted(const std::vector<std::string>& unrestricted) {
    for (const std::string& each : unrestricted)
        print_error("help-kiosk: not restricted: " + each + "\n");
}

void present_fontless_card(display::Window& window) {
    const ui::Panel panel = window.panel();
    draw_fontless_card(window.renderer(), panel.width_px, panel.height_px);
    window.present();
}

// Shows the emergency numbers as bars for a minute, because there is no font to write with. Then
// the program ends with an error, and systemd restarts it: the fonts may be back.
[[noreturn]] void run_fontless_card(display::Window& window, const std::string& reason) {
    const auto end_at = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    const os::SystemdNotifier systemd_notifier;
    systemd_notifier.notify_status(reason);
    for (bool is_first = true;
         std::chrono::steady_clock::now() < end_at && !os::is_stop_requested(); is_first = false) {
        present_fontless_card(window);
        if (is_first) systemd_notifier.notify_ready();
        systemd_notifier.notify_watchdog();
        SDL_Delay(1000); // touches have no effect on this card
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0)
            if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
                window.recreate_renderer();
    }
    throw std::runtime_error(reason);
}

// Fonts on a slow disk, or without fontconfig's cache, may take long. Until they are loaded, the
// emergency numbers are shown as bars.
std::unique_ptr<text::Typesetter> wait_for_fonts(FontsFuture fonts, display::Window& window) {
    if (fonts.wait_for(max_startup_wait) != std::future_status::ready)
        present_fontless_card(window);
    try {
        auto typesetter = fonts.get();
        for (const std::string& warning : typesetter->warnings())
            print_error("help-kiosk: " + warning + "\n");
        return typesetter;
    } catch (const std::exception& error) {
        run_fontless_card(window, error.what());
    }
}

ui::DeviceStatus initial_device_status(const std::optional<reload::ContentUpdate>& update) {
    ui::DeviceStatus device_status;
    device_status.program_version = "help-kiosk " HELP_KIOSK_VERSION;
    device_status.started_at = os::time_since_boot();
    device_status.can_restart = os::SystemdNotifier::is_supervised();
    return update ? with_content(device_status, *update) : device_status;
}

display::WindowOptions window_options(const ViewerOptions& options) {
    display::WindowOptions window_options;
    window_options.size = options.window_size;
    window_options.renderer = options.renderer;
    window_options.inches = options.panel_inches;
    return window_options;
}

// Restricts what files the process can reach. Returns a line for each restriction that this kernel
// does not have.
std::vector<std::string> restrict_files(const std::optional<reload::SnapshotFile>& snapshot) {
    std::vector<std::filesystem::path> writable;
    if (snapshot) writable.push_back(snapshot->path().parent_path());
    return os::restrict_process(writable);
}

void restrict_system_calls(display::Renderer renderer) {
    report_unrestricted(os::install_syscall_filter(renderer == display::Renderer::gpu
                                                       ? os::ExecutableMemory::allowed
                                                       : os::ExecutableMemory::denied));
}

// What is shown first: the content if it is loaded in time, otherwise the emergency numbers.
std::shared_ptr<const content::Content>
initial_content(const std::optional<reload::ContentUpdate>& update) {
    if (update && update->content) return update->content;
    return {std::shared_ptr<void>(), &content::emergency_content()}; // does not own it
}

} // namespace

void run(const ViewerOptions& options) {
    display::set_environment(); // before any thread is started
    const auto snapshot = reload::SnapshotFile::from_state_directory();
    std::vector<std::string> unrestricted;
    if (options.should_restrict) unrestricted = restrict_files(snapshot);
    os::enable_wipe_on_free();
    os::start_wakeup_thread();
    // Content and fonts are loaded on other threads while the window opens, because that takes as
    // long.
    reload::ContentReloader reloader(options.content_paths, ui::ui_strings, snapshot, print_error);
    FontsFuture fonts = load_fonts_async();
    display::Window window(window_options(options));
    // Only now, so that without a display this is the only line that is printed.
    report_unrestricted(unrestricted);
    const auto typesetter = wait_for_fonts(std::move(fonts), window);
    const auto update = reloader.wait_for_first(max_startup_wait);
    const auto content = initial_content(update);
    const content::Site& site = update && !update->content ? update->site : content->site;
    if (!window.matches(site)) window.configure(site);
    ui::Kiosk kiosk(content, window.panel(), *typesetter, os::read_clock());
    kiosk.set_device_status(initial_device_status(update), os::read_clock());
    SpeakerConnection speaker(options.speaker_socket);
    EventLoop loop(window, kiosk);
    loop.attach(reloader,
                update ? update->status_line : "emergency card, until the content is loaded");
    if (!options.speaker_socket.empty()) loop.attach(speaker);
    std::optional<PinAttemptsFile> pin_attempts_file;
    if (snapshot) loop.attach(pin_attempts_file.emplace(snapshot->path().parent_path()));
    loop.run_once(base::Duration{0});
    if (options.should_restrict) restrict_system_calls(options.renderer);
    loop.run();
}

} // namespace viewer
