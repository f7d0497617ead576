#include "platform/window.hpp"

#include "platform/input.hpp"

#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace platform {

namespace {

constexpr double usual_inches = 24;

[[noreturn]] void give_up(const char* what) {
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

// The panel's diagonal as the display tells it. X servers that do not know say 96 dots per inch.
double display_inches(SDL_Window* window) {
    float dots_per_inch = 0;
    const int display = SDL_GetWindowDisplayIndex(window);
    SDL_DisplayMode mode{};
    int width = 0, height = 0;
    SDL_GetWindowSize(window, &width, &height);
    if (display < 0 || SDL_GetDisplayDPI(display, &dots_per_inch, nullptr, nullptr) != 0) return usual_inches;
    if (SDL_GetCurrentDisplayMode(display, &mode) != 0 || mode.w != width || mode.h != height)
        return usual_inches;
    if (std::abs(dots_per_inch - 96) < 1) return usual_inches;
    const double inches = std::hypot(mode.w, mode.h) / static_cast<double>(dots_per_inch);
    return inches >= 5 && inches <= 100 ? inches : usual_inches;
}

} // namespace

Window::Window(const WindowWish& wish) : wish_(wish) {
    set_hints(wish.renderer);
    // SDL looks for the desktop's message bus, and starts one with a child process where there is none.
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null", 1);
    setenv("MESA_SHADER_CACHE_DISABLE", "true", 1); // a GPU driver would write files
    if (SDL_Init(SDL_INIT_VIDEO) != 0) give_up("cannot open the display");
    refuse_other_input();
    // As large as the display from the start: without a window manager nobody makes it so afterwards.
    SDL_Rect place{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1080, 1920};
    if (wish.size)
        place.w = wish.size->width, place.h = wish.size->height;
    else if (SDL_GetDisplayBounds(0, &place) != 0)
        give_up("cannot find the size of the display");
    // On X11 SDL waits for a window manager to make it so, even where there is none; the first picture does
    // not.
    full_screen_is_due_ = !wish.size && SDL_GetCurrentVideoDriver() == std::string_view("x11");
    Uint32 flags = SDL_WINDOW_BORDERLESS;
    if (wish.size) flags = SDL_WINDOW_RESIZABLE;
    if (!wish.size && !full_screen_is_due_) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    window_.reset(SDL_CreateWindow("help-kiosk", place.x, place.y, place.w, place.h, flags));
    if (!window_) give_up("cannot open a window");
    if (wish.renderer != Renderer::gpu) shared_ = SharedPicture::of(window_.get());
    hang({});
}

Window::~Window() {
    renderer_.reset();
    canvas_.reset();
    shared_.reset();
    window_.reset();
    SDL_Quit();
}

Window::Hanging Window::hanging(const content::Site& site) const {
    return {wish_.inches ? wish_.inches : site.panel_inches, site.mounting, turn_by(site.rotate)};
}

void Window::hang(const content::Site& site) {
    hanging_ = hanging(site);
    fit();
}

void Window::fit() {
    renderer_.reset();
    canvas_.reset();
    if (turn() == Turn::none && !shared_) {
        const Uint32 kind = wish_.renderer == Renderer::gpu ? SDL_RENDERER_ACCELERATED : SDL_RENDERER_SOFTWARE;
        renderer_.reset(SDL_CreateRenderer(window_.get(), -1, kind));
    } else {
        int width = 0, height = 0;
        SDL_GetWindowSize(window_.get(), &width, &height);
        if (is_sideways(turn())) std::swap(width, height);
        canvas_.reset(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
        renderer_.reset(canvas_ ? SDL_CreateSoftwareRenderer(canvas_.get()) : nullptr);
    }
    if (!renderer_) give_up("cannot draw into the window");
}

ui::Panel Window::panel() const {
    ui::Panel panel;
    SDL_GetRendererOutputSize(renderer_.get(), &panel.width_px, &panel.height_px);
    panel.inches = hanging_.inches ? *hanging_.inches : display_inches(window_.get());
    panel.mounting = hanging_.mounting;
    return panel;
}

void Window::present() {
    SDL_RenderPresent(renderer_.get());
    if (canvas_) present_canvas();
    if (!std::exchange(full_screen_is_due_, false)) return;
    SDL_SetWindowFullscreen(window_.get(), SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::present_canvas() {
    if (shared_) return shared_->show(turn(), *canvas_);
    SDL_Surface* display = SDL_GetWindowSurface(window_.get()); // null: it is gone for the moment
    if (display == nullptr) return;
    if (display->format->BytesPerPixel != 4) give_up("cannot turn a picture of fewer than 32 bits a pixel");
    copy_turned(turn(), *canvas_, *display);
    SDL_UpdateWindowSurface(window_.get());
}

void Window::resize(int width, int height) {
    SDL_SetWindowSize(window_.get(), width, height);
}

} // namespace platform
