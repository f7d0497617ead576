#include "display/x11_displays.hpp"

#include <SDL_syswm.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#include <algorithm>
#include <memory>
#include <optional>
#include <span>

namespace display {

namespace {

struct X11 {
    Display* display;
    ::Window window;
};

// Returns nullopt if the window is not on an X11 display.
std::optional<X11> find_x11_window(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_X11)
        return std::nullopt;
    return X11{info.info.x11.display, info.info.x11.window};
}

struct MonitorsDeleter {
    void operator()(XRRMonitorInfo* monitors) const { XRRFreeMonitors(monitors); }
};

// Returns the area of one display in the root window, or nullopt if the server does not know it.
std::optional<SDL_Rect> find_display_area(Display* display) {
    int event_base = 0, error_base = 0, major_version = 0, minor_version = 0, count = 0;
    if (XRRQueryExtension(display, &event_base, &error_base) == False ||
        XRRQueryVersion(display, &major_version, &minor_version) == 0 ||
        (major_version == 1 && minor_version < 5)) // has no monitors
        return std::nullopt;
    const std::unique_ptr<XRRMonitorInfo, MonitorsDeleter> monitors(
        XRRGetMonitors(display, DefaultRootWindow(display), True, &count));
    if (!monitors || count <= 0) return std::nullopt;
    const std::span all(monitors.get(), static_cast<std::size_t>(count));
    const auto primary =
        std::ranges::find_if(all, [](const auto& monitor) { return monitor.primary != 0; });
    const XRRMonitorInfo& monitor = primary == all.end() ? all.front() : *primary;
    return SDL_Rect{monitor.x, monitor.y, monitor.width, monitor.height};
}

} // namespace

void watch_x11_displays(SDL_Window* window) {
    const auto x11 = find_x11_window(window);
    if (!x11) return;
    XWindowAttributes root{};
    XGetWindowAttributes(x11->display, DefaultRootWindow(x11->display), &root);
    XSelectInput(x11->display, DefaultRootWindow(x11->display),
                 root.your_event_mask | StructureNotifyMask);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

bool is_x11_display_change(const SDL_SysWMEvent& event) {
    if (event.msg == nullptr || event.msg->subsystem != SDL_SYSWM_X11) return false;
    const XEvent& x11_event = event.msg->msg.x11.event;
    return x11_event.type == ConfigureNotify &&
           x11_event.xconfigure.window == DefaultRootWindow(x11_event.xconfigure.display);
}

void fit_to_x11_display(SDL_Window* window, const SDL_SysWMEvent& event) {
    const auto x11 = find_x11_window(window);
    if (!x11 || !is_x11_display_change(event)) return;
    const XConfigureEvent& root = event.msg->msg.x11.event.xconfigure;
    const SDL_Rect area =
        find_display_area(x11->display).value_or(SDL_Rect{0, 0, root.width, root.height});
    // SDL reports the new size as a window event.
    XMoveResizeWindow(x11->display, x11->window, area.x, area.y,
                      static_cast<unsigned>(std::max(1, area.w)),
                      static_cast<unsigned>(std::max(1, area.h)));
}

} // namespace display
