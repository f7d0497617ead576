#include "display/window.hpp"

#include <SDL_syswm.h>

#include <X11/Xlib.h>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <wayland-client.h>

namespace display {

namespace {

constexpr double default_inches = 24;
constexpr int max_wait_ms = 500, poll_interval_ms = 10; // milliseconds, for a display that was switched on

[[noreturn]] void throw_sdl_error(const char* what) {
    throw std::runtime_error(std::string(what) + ": " + SDL_GetError());
}

void set_hints(Renderer renderer) {
    // Fingers are fingers and the mouse is the mouse: SDL's translations lose touches.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    // The picture goes straight to the display: presenting through OpenGL costs 80 ms at start and 80 MB.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, renderer == Renderer::gpu ? "opengl,opengles2" : "software");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); // the loop has its own
    // SDL_QUIT then means one thing: the display has gone.
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    SDL_SetHint("SDL_VIDEO_WAYLAND_ALLOW_LIBDECOR", "0"); // hangs full screen where its plug-ins are missing
}

bool is_wayland_possible() {
    const char* driver = std::getenv("SDL_VIDEODRIVER");
    return driver == nullptr || driver == std::string_view("wayland");
}

// The panel's diagonal as the display tells it. X servers that do not know say 96 dots per inch.
double display_inches(SDL_Window* window) {
    float dots_per_inch = 0;
    const int display = SDL_GetWindowDisplayIndex(window);
    SDL_DisplayMode mode{};
    int width = 0, height = 0;
    SDL_GetWindowSize(window, &width, &height);
    if (display < 0 || SDL_GetDisplayDPI(display, &dots_per_inch, nullptr, nullptr) != 0) return default_inches;
    if (SDL_GetCurrentDisplayMode(display, &mode) != 0 || mode.w != width || mode.h != height)
        return default_inches;
    if (std::abs(dots_per_inch - 96) < 1) return default_inches;
    const double inches = std::hypot(mode.w, mode.h) / static_cast<double>(dots_per_inch);
    return inches >= 5 && inches <= 100 ? inches : default_inches;
}

struct X11 {
    Display* display;
    ::Window window;
};

// nullopt: the display is of another kind.
std::optional<X11> find_x11_window(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_X11) return std::nullopt;
    return X11{info.info.x11.display, info.info.x11.window};
}

// Where no window manager keeps the window as large as the display, the program does, and has to hear about it.
void watch_root_window(Display* display) {
    XWindowAttributes root{};
    XGetWindowAttributes(display, DefaultRootWindow(display), &root);
    XSelectInput(display, DefaultRootWindow(display), root.your_event_mask | StructureNotifyMask);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

// Tells SDL to make no events of text, dropped files, the clipboard and whatever else means nothing to a kiosk. To be
// called when the display is open.
void ignore_unused_events() {
    SDL_StopTextInput(); // SDL starts it by itself, and with it the input methods of the desktop
    for (const Uint32 type : {SDL_TEXTINPUT, SDL_TEXTEDITING, SDL_TEXTEDITING_EXT, SDL_KEYMAPCHANGED,
                              SDL_CLIPBOARDUPDATE, SDL_DROPFILE, SDL_DROPTEXT, SDL_DROPBEGIN, SDL_DROPCOMPLETE,
                              SDL_DOLLARGESTURE, SDL_DOLLARRECORD, SDL_MULTIGESTURE, SDL_SYSWMEVENT})
        SDL_EventState(type, SDL_IGNORE);
}

} // namespace

Window::Window(const WindowOptions& options) : options_(options) {
    set_hints(options.renderer);
    // SDL looks for the desktop's message bus, and starts one with a child process where there is none.
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null", 1);
    setenv("MESA_SHADER_CACHE_DISABLE", "true", 1); // a GPU driver would write files
    // First, because SDL opens no display that is off, as it is when the program starts again at night.
    if (!options.size && is_wayland_possible()) display_power_ = DisplayPower::create();
    // What keeps a display on keeps its compositor from telling that nobody is there, and on Wayland SDL, once
    // it does so, does not stop.
    if (display_power_) SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) throw_sdl_error("cannot open the display");
    if (SDL_GetCurrentVideoDriver() != std::string_view("wayland")) display_power_.reset();
    ignore_unused_events();
    // As large as the display from the start: without a window manager nobody makes it so afterwards.
    SDL_Rect bounds{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1080, 1920};
    if (options.size)
        bounds.w = options.size->width, bounds.h = options.size->height;
    else if (SDL_GetDisplayBounds(0, &bounds) != 0)
        throw_sdl_error("cannot find the size of the display");
    // On X11 SDL waits for a window manager to make it so, even where there is none; the first picture does
    // not.
    should_enter_full_screen_ = !options.size && SDL_GetCurrentVideoDriver() == std::string_view("x11");
    Uint32 flags = SDL_WINDOW_BORDERLESS;
    if (options.size) flags = SDL_WINDOW_RESIZABLE;
    if (!options.size && !should_enter_full_screen_) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    window_.reset(SDL_CreateWindow("help-kiosk", bounds.x, bounds.y, bounds.w, bounds.h, flags));
    if (!window_) throw_sdl_error("cannot open a window");
    if (const auto x11_window = find_x11_window(window_.get()); x11_window && !options.size)
        watch_root_window(x11_window->display);
    if (options.renderer != Renderer::gpu) wayland_presenter_ = WaylandPresenter::create(window_.get());
    configure({});
}

Window::~Window() {
    // SDL crashes when it closes a window that has no display left, as one that is off.
    display_power_.reset();
    for (int waited_ms = 0; SDL_GetNumVideoDisplays() < 1 && waited_ms < max_wait_ms;
         waited_ms += poll_interval_ms) {
        SDL_PumpEvents();
        SDL_Delay(poll_interval_ms);
    }
    renderer_.reset();
    canvas_.reset();
    wayland_presenter_.reset();
    window_.reset();
    SDL_Quit();
}

Window::PanelSetup Window::panel_setup(const content::Site& site) const {
    return {options_.inches ? options_.inches : site.panel_inches, site.mounting,
            rotation_from_degrees(site.rotate)};
}

void Window::sync_with_display() {
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    if (driver != "x11" && driver != "wayland") return; // there is nobody to answer
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
    SDL_DestroyWindowSurface(window_.get()); // or else this SDL makes no renderer for it
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
    if (!renderer_) throw_sdl_error("cannot draw into the window");
}

void Window::handle_x11_event(const SDL_SysWMEvent& event) {
    const auto x11_window = find_x11_window(window_.get());
    if (!x11_window || event.msg == nullptr) return;
    const XEvent& x11_event = event.msg->msg.x11.event;
    if (x11_event.type != ConfigureNotify ||
        x11_event.xconfigure.window != DefaultRootWindow(x11_window->display))
        return;
    // SDL tells what comes of it. A window manager has its own opinion, and overrules this.
    XMoveResizeWindow(x11_window->display, x11_window->window, 0, 0,
                      static_cast<unsigned>(x11_event.xconfigure.width),
                      static_cast<unsigned>(x11_event.xconfigure.height));
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
    text::SurfacePtr copy(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
    if (copy &&
        SDL_RenderReadPixels(renderer_.get(), nullptr, copy->format->format, copy->pixels, copy->pitch) != 0)
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
    SDL_Surface* display = SDL_GetWindowSurface(window_.get()); // null: it is gone for the moment
    if (display == nullptr) return false;
    if (display->format->BytesPerPixel != 4)
        throw_sdl_error("cannot turn a picture of fewer than 32 bits a pixel");
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
