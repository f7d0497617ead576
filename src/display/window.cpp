#include "display/window.hpp"

#include "display/event_limit.hpp"
#include "display/reported_size.hpp"
#include "display/x11_events.hpp"
#include "os/private_shared_memory.hpp"

#include <SDL_syswm.h>

#include <X11/Xlib.h>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <wayland-client.h>

namespace display {

namespace {

// How long and how often to check whether a display that was switched on is there again.
constexpr int max_wait_ms = 500;
constexpr int poll_interval_ms = 10;

[[noreturn]] void throw_sdl_error(const char* message) {
    throw std::runtime_error(std::string(message) + ": " + SDL_GetError());
}

void set_hints(Renderer renderer) {
    // SDL must not translate touches to mouse events or mouse events to touches, because that loses
    // touches.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    // Present without OpenGL, which would take 80 ms at startup and 80 MB of memory.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER,
                renderer == Renderer::gpu ? "opengl,opengles2" : "software");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); // os/wakeup.hpp handles them
    // Without this, SDL_QUIT could also mean that the window was closed. With it, SDL_QUIT means
    // that the connection to the display was lost.
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    // libdecor hangs in full screen if its plug-ins are missing.
    SDL_SetHint("SDL_VIDEO_WAYLAND_ALLOW_LIBDECOR", "0");
}

bool is_wayland_possible() {
    const char* driver = std::getenv("SDL_VIDEODRIVER");
    return driver == nullptr || driver == std::string_view("wayland");
}

// Returns the panel's diagonal that the display reports, or the default if the report cannot be
// believed.
double display_inches(SDL_Window* window) {
    const int display = SDL_GetWindowDisplayIndex(window);
    float dots_per_inch = 0, horizontal_dpi = 0, vertical_dpi = 0;
    SDL_DisplayMode mode{};
    int width = 0, height = 0;
    SDL_GetWindowSize(window, &width, &height);
    if (display < 0 ||
        SDL_GetDisplayDPI(display, &dots_per_inch, &horizontal_dpi, &vertical_dpi) != 0 ||
        horizontal_dpi <= 0 || vertical_dpi <= 0)
        return default_inches;
    if (SDL_GetCurrentDisplayMode(display, &mode) != 0 || mode.w != width || mode.h != height)
        return default_inches;
    // X servers that do not know the size report 96 dots per inch. Wayland displays report nothing.
    const bool is_x11 = SDL_GetCurrentVideoDriver() == std::string_view("x11");
    if (is_x11 && std::abs(dots_per_inch - 96) < 1) return default_inches;
    constexpr double mm_per_inch = 25.4;
    return believable_inches({mm_per_inch * mode.w / static_cast<double>(horizontal_dpi),
                              mm_per_inch * mode.h / static_cast<double>(vertical_dpi), mode.w,
                              mode.h})
        .value_or(default_inches);
}

// While this exists, the Wayland library does not print its errors. SDL and DisplayPower look for a
// Wayland display on computers that have none, and that is not worth a message.
class SilencedWaylandErrors {
public:
    SilencedWaylandErrors() {
        wl_log_set_handler_client([](const char*, va_list) {});
    }
    ~SilencedWaylandErrors() {
        wl_log_set_handler_client([](const char* format, va_list arguments) {
            std::vfprintf(stderr, format, arguments);
        });
    }
    SilencedWaylandErrors(const SilencedWaylandErrors&) = delete;
    SilencedWaylandErrors& operator=(const SilencedWaylandErrors&) = delete;
};

// Opens the display. Throws std::runtime_error if there is none. SDL would then draw into memory,
// where nobody sees it, and the kiosk would report that it is ready. It may do that only if
// SDL_VIDEODRIVER asks for it, as tests do.
void open_display() {
    os::make_shared_memory_private();
    const bool is_open = SDL_Init(SDL_INIT_VIDEO) == 0;
    const char* wanted = std::getenv("SDL_VIDEODRIVER");
    const bool is_driver_given = wanted != nullptr && *wanted != '\0';
    if (!is_open && is_driver_given) throw_sdl_error("cannot open the display");
    const std::string_view driver = is_open ? SDL_GetCurrentVideoDriver() : "";
    if (is_open && (is_driver_given || (driver != "offscreen" && driver != "dummy"))) return;
    SDL_Quit();
    throw std::runtime_error("there is no display: start it on the screen of this computer, not in "
                             "a remote login, or set DISPLAY or WAYLAND_DISPLAY");
}

// Disables SDL events that the kiosk does not use, such as text input, dropped files and the
// clipboard. Must be called after the display is opened.
void ignore_unused_events() {
    // SDL starts text input by itself, and with it the input methods of the desktop.
    SDL_StopTextInput();
    for (const Uint32 type :
         {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_TEXTEDITING_EXT, SDL_KEYMAPCHANGED,
          SDL_CLIPBOARDUPDATE, SDL_DROPFILE, SDL_DROPTEXT, SDL_DROPBEGIN, SDL_DROPCOMPLETE,
          SDL_DOLLARGESTURE, SDL_DOLLARRECORD, SDL_MULTIGESTURE, SDL_SYSWMEVENT})
        SDL_EventState(type, SDL_IGNORE);
}

} // namespace

void require_display() {
    const SilencedWaylandErrors silenced;
    open_display();
    SDL_Quit();
}

Window::Window(const WindowOptions& options) : options_(options) {
    set_hints(options.renderer);
    std::optional<SilencedWaylandErrors> silenced(std::in_place);
    // This comes first, because SDL cannot open a display that is off, as it is when the program
    // restarts at night.
    if (!options.size && is_wayland_possible()) display_power_ = DisplayPower::create();
    // If SDL keeps the display on, the compositor never becomes idle, so DisplayPower could not
    // switch it off. On Wayland, SDL cannot be told later to stop keeping it on.
    if (display_power_) SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    open_display();
    silenced.reset();
    event_queue_access_.emplace();
    if (SDL_GetCurrentVideoDriver() != std::string_view("wayland")) display_power_.reset();
    ignore_unused_events();
    limit_pending_events();
    // The window is as large as the display from the start, because it stays in this size if there
    // is no window manager.
    SDL_Rect bounds{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1080, 1920};
    if (options.size)
        bounds.w = options.size->width, bounds.h = options.size->height;
    else if (SDL_GetDisplayBounds(0, &bounds) != 0)
        throw_sdl_error("cannot get the size of the display");
    // On X11, SDL waits until a window manager has made the window full screen, even if there is
    // none. Entering full screen after the first frame does not delay that frame.
    should_enter_full_screen_ =
        !options.size && SDL_GetCurrentVideoDriver() == std::string_view("x11");
    Uint32 flags = options.size ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_BORDERLESS;
    if (!options.size && !should_enter_full_screen_) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    window_.reset(SDL_CreateWindow("help-kiosk", bounds.x, bounds.y, bounds.w, bounds.h, flags));
    if (!window_) throw_sdl_error("cannot open a window");
    filter_x11_events(window_.get());
    if (!options.size) watch_x11_displays(window_.get());
    if (options.renderer != Renderer::gpu)
        wayland_presenter_ = WaylandPresenter::create(window_.get());
    wayland_reader_ = WaylandReader::create(window_.get());
    configure({});
}

Window::~Window() {
    // SDL crashes if it closes a window that has no display, which is the case if the display is
    // off. Destroying DisplayPower switches it on.
    display_power_.reset();
    for (int waited_ms = 0; SDL_GetNumVideoDisplays() < 1 && waited_ms < max_wait_ms;
         waited_ms += poll_interval_ms) {
        SDL_PumpEvents();
        SDL_Delay(poll_interval_ms);
    }
    renderer_.reset();
    canvas_.reset();
    wayland_reader_.reset();
    wayland_presenter_.reset();
    window_.reset();
    event_queue_access_.reset(); // other threads may still run
    SDL_Quit();
}

Window::PanelSetup Window::panel_setup(const content::Site& site) const {
    return {options_.inches ? options_.inches : site.panel_inches, site.mounting,
            rotation_from_degrees(site.rotate)};
}

void Window::sync_with_display() {
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    if (driver != "x11" && driver != "wayland") return; // there is no display server
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window_.get(), &info) == SDL_FALSE) return;
    if (info.subsystem == SDL_SYSWM_X11) XSync(info.info.x11.display, False);
    if (info.subsystem == SDL_SYSWM_WAYLAND) wl_display_roundtrip(info.info.wl.display);
}

void Window::configure(const content::Site& site) {
    panel_setup_ = panel_setup(site);
    recreate_renderer();
}

void Window::recreate_renderer() {
    renderer_.reset();
    canvas_.reset();
#if SDL_VERSION_ATLEAST(2, 28, 0)
    // These versions of SDL create no renderer for a window that has a surface.
    SDL_DestroyWindowSurface(window_.get());
#endif
    if (rotation() == Rotation::none && !wayland_presenter_) {
        const Uint32 kind =
            options_.renderer == Renderer::gpu ? SDL_RENDERER_ACCELERATED : SDL_RENDERER_SOFTWARE;
        renderer_.reset(SDL_CreateRenderer(window_.get(), -1, kind));
    } else {
        int width = 0, height = 0;
        SDL_GetWindowSize(window_.get(), &width, &height);
        if (swaps_axes(rotation())) std::swap(width, height);
        canvas_.reset(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
        renderer_.reset(canvas_ ? SDL_CreateSoftwareRenderer(canvas_.get()) : nullptr);
    }
    if (!renderer_) throw_sdl_error("cannot create a renderer for the window");
}

ui::Panel Window::panel() const {
    ui::Panel panel;
    SDL_GetRendererOutputSize(renderer_.get(), &panel.width_px, &panel.height_px);
    panel.inches = panel_setup_.inches ? *panel_setup_.inches : display_inches(window_.get());
    panel.mounting = panel_setup_.mounting;
    return panel;
}

text::SurfacePtr Window::screenshot() const {
    int width = 0, height = 0;
    SDL_GetRendererOutputSize(renderer_.get(), &width, &height);
    text::SurfacePtr copy(
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
    if (copy && SDL_RenderReadPixels(renderer_.get(), nullptr, copy->format->format, copy->pixels,
                                     copy->pitch) != 0)
        copy.reset();
    return copy;
}

bool Window::present() {
    SDL_RenderPresent(renderer_.get());
    if (canvas_ && !present_canvas()) return false;
    if (std::exchange(should_enter_full_screen_, false))
        SDL_SetWindowFullscreen(window_.get(), SDL_WINDOW_FULLSCREEN_DESKTOP);
    return true;
}

bool Window::present_canvas() {
    if (wayland_presenter_) {
        wayland_presenter_->present(rotation(), *canvas_);
        return true;
    }
    // Null if the display is temporarily unavailable.
    SDL_Surface* display = SDL_GetWindowSurface(window_.get());
    if (display == nullptr) return false;
    if (display->format->BytesPerPixel != 4)
        throw_sdl_error("cannot rotate a picture with fewer than 32 bits per pixel");
    copy_rotated(rotation(), *canvas_, *display);
    return SDL_UpdateWindowSurface(window_.get()) == 0;
}

void Window::overwrite_old_frames() {
    if (wayland_presenter_) wayland_presenter_->overwrite_old_buffers();
}

void Window::allow_display_off(bool is_allowed) {
    if (display_power_)
        is_allowed ? display_power_->switch_off() : display_power_->switch_on();
    else
        is_allowed ? SDL_EnableScreenSaver() : SDL_DisableScreenSaver();
}

void Window::resize(int width, int height) {
    SDL_SetWindowSize(window_.get(), width, height);
}

} // namespace display
