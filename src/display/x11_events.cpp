#include "display/x11_events.hpp"

#include <SDL_syswm.h>

#include <X11/Xlib.h>
#include <X11/Xlibint.h>
#undef min
#undef max
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace display {

namespace {

// The kinds of input that have a limit of their own, so that a flood of movements does not displace
// the touches.
enum class Input : std::size_t { movement, other, count };

// Ten fingers that are reported 200 times per second stay below this limit, and SDL can handle as
// many on a slow computer.
constexpr int max_inputs_per_interval = 500;
constexpr std::chrono::milliseconds limit_interval{100};

// Xlib calls the functions below with nothing but the display. The kiosk has only one.
struct Filter {
    using Convert = Bool (*)(Display*, XEvent*, xEvent*);
    using ConvertCookie = Bool (*)(Display*, XGenericEventCookie*, xEvent*);

    std::array<Convert, LASTEvent> convert{};
    ConvertCookie convert_cookie = nullptr;
    Atom wm_protocols = None;
    std::array<int, static_cast<std::size_t>(Input::count)> counts{};
    std::chrono::steady_clock::time_point interval_end;
};
Filter filter;

// Counts one input. Returns whether it is within the limit, and whether SDL keeps up.
bool admit(Display* display, Input input) {
    if (QLength(display) >= max_inputs_per_interval) return false;
    const auto now = std::chrono::steady_clock::now();
    if (now >= filter.interval_end) {
        filter.counts.fill(0);
        filter.interval_end = now + limit_interval;
    }
    return ++filter.counts[static_cast<std::size_t>(input)] <= max_inputs_per_interval;
}

// Xlib calls this to convert an event that has arrived, and drops the event if it returns False.
Bool convert_input(Display* display, XEvent* event, xEvent* wire_event) {
    const int type = wire_event->u.u.type & 0x7f;
    if (!admit(display, type == MotionNotify ? Input::movement : Input::other)) return False;
    return filter.convert[static_cast<std::size_t>(type)](display, event, wire_event);
}

Bool convert_message(Display* display, XEvent* event, xEvent* wire_event) {
    if (wire_event->u.clientMessage.u.l.type != filter.wm_protocols ||
        !admit(display, Input::other))
        return False;
    return filter.convert[ClientMessage](display, event, wire_event);
}

// Touches, and movements of the mouse before they are accelerated. Xlib cannot drop these. Above
// the limit they lose their contents, and SDL ignores an event of no extension.
Bool convert_cookie(Display* display, XGenericEventCookie* event, xEvent* wire_event) {
    if (admit(display, Input::movement)) return filter.convert_cookie(display, event, wire_event);
    *event = {};
    event->type = GenericEvent;
    event->display = display;
    return True;
}

void limit_inputs(Display* display) {
    for (const int type :
         {KeyPress, KeyRelease, ButtonPress, ButtonRelease, MotionNotify, EnterNotify, LeaveNotify,
          PropertyNotify, SelectionClear, SelectionRequest, SelectionNotify})
        filter.convert[static_cast<std::size_t>(type)] =
            XESetWireToEvent(display, type, convert_input);
    filter.convert[ClientMessage] = XESetWireToEvent(display, ClientMessage, convert_message);
    int opcode = 0, first_event = 0, first_error = 0;
    if (XQueryExtension(display, "XInputExtension", &opcode, &first_event, &first_error) == True)
        filter.convert_cookie = XESetWireToEventCookie(display, opcode, convert_cookie);
}

int report_error(Display* display, XErrorEvent* error) {
    static std::array<std::atomic_flag, 256> reported;
    if (reported[error->error_code].test_and_set()) return 0;
    std::array<char, 80> text{};
    XGetErrorText(display, error->error_code, text.data(), static_cast<int>(text.size()));
    std::fprintf(stderr, "help-kiosk: the display refused request %d: %s\n", error->request_code,
                 text.data());
    return 0;
}

// The default handler calls exit(), which runs the destructors of static objects. The thread that
// wakes the event loop may notice the loss at the same time, and would run them, too.
[[noreturn]] int end_program(Display*) {
    static std::atomic_flag is_reported;
    if (!is_reported.test_and_set())
        std::fputs("help-kiosk: lost the connection to the display\n", stderr);
    _exit(EXIT_FAILURE);
}

} // namespace

void filter_x11_events(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_X11) return;
    Display* display = info.info.x11.display;
    filter = {};
    filter.wm_protocols = XInternAtom(display, "WM_PROTOCOLS", False);
    limit_inputs(display);
    XSetErrorHandler(report_error);
    XSetIOErrorHandler(end_program);
}

} // namespace display
