// A program on an X11 display that attacks the window of the kiosk: hostile-x11-client ATTACK
// SECONDS ATTACK: messages (with window IDs and names that do not exist) or input (a flood of it).
// Prints how many events it has sent.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

namespace {

using Clock = std::chrono::steady_clock;

// Some displays have none of these.
constexpr unsigned long bogus = 0x7fffff0;

Window find_kiosk(Display* display, Window below) {
    char* name = nullptr;
    if (XFetchName(display, below, &name) != 0) {
        const bool is_kiosk = std::string_view(name) == "help-kiosk";
        XFree(name);
        if (is_kiosk) return below;
    }
    Window root = None, parent = None, *children = nullptr, found = None;
    unsigned count = 0;
    XQueryTree(display, below, &root, &parent, &children, &count);
    for (unsigned i = 0; i < count && found == None; ++i) found = find_kiosk(display, children[i]);
    if (children != nullptr) XFree(children);
    return found;
}

class Attacker {
public:
    Attacker(Display* display, Window kiosk) : display_(display), kiosk_(kiosk) {}

    void send_messages() {
        for (const char* name :
             {"XdndEnter", "XdndPosition", "XdndDrop", "XdndLeave", "XdndStatus", "XdndFinished",
              "WM_PROTOCOLS", "_NET_WM_STATE", "_KDE_WM_CHANGE_STATE", "no such message"})
            for (const unsigned long first : {0UL, 1UL, bogus, ~0UL})
                for (const unsigned long other : {0UL, 0x05000000UL, 0x05000001UL, bogus, ~0UL})
                    send_message(name, {first, other, other, first, bogus});
        send_message("WM_PROTOCOLS",
                     {XInternAtom(display_, "WM_DELETE_WINDOW", False), 0, 0, 0, 0});
        XEvent request{};
        request.xselectionrequest.type = SelectionRequest;
        request.xselectionrequest.owner = kiosk_;
        request.xselectionrequest.requestor = bogus;
        for (const Atom atom : {Atom{None}, Atom{XA_PRIMARY}, Atom{bogus}}) {
            request.xselectionrequest.selection = atom;
            request.xselectionrequest.target = XInternAtom(display_, "TARGETS", False);
            request.xselectionrequest.property = atom;
            send(request, NoEventMask);
            XEvent notify{};
            notify.xselection = {SelectionNotify, 0, True, display_, bogus, atom, atom, atom, 0};
            send(notify, NoEventMask);
        }
    }

    void send_input() {
        XEvent event{};
        event.xkey.root = DefaultRootWindow(display_);
        event.xkey.same_screen = True;
        event.xkey.x = static_cast<int>(random_() % 1280);
        event.xkey.y = static_cast<int>(random_() % 800);
        constexpr std::array keycodes{9U, 23U, 36U, 65U, 110U, 111U, 113U, 114U, 116U};
        switch (random_() % 4) {
        case 0:
            event.type = MotionNotify;
            send(event, PointerMotionMask);
            return;
        case 1:
            event.xbutton.button = static_cast<unsigned>(1 + random_() % 5);
            send_pair(event, {ButtonPress, ButtonRelease});
            return;
        default:
            event.xkey.keycode = keycodes[random_() % keycodes.size()];
            send_pair(event, {KeyPress, KeyRelease});
        }
    }

    long count() const { return count_; }

private:
    void send(XEvent& event, long mask) {
        event.xany.display = display_;
        event.xany.window = kiosk_;
        event.xany.send_event = True;
        XSendEvent(display_, kiosk_, False, mask, &event);
        ++count_;
    }
    void send_pair(XEvent& event, const std::array<int, 2>& types) {
        for (const int type : types) {
            event.type = type;
            event.xkey.time = ++time_;
            send(event, NoEventMask);
        }
    }
    void send_message(const char* name, const std::array<unsigned long, 5>& data) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.message_type = XInternAtom(display_, name, False);
        event.xclient.format = 32;
        for (std::size_t i = 0; i < data.size(); ++i)
            event.xclient.data.l[i] = static_cast<long>(data[i]);
        send(event, NoEventMask);
    }

    Display* display_;
    Window kiosk_;
    std::minstd_rand random_{1};
    Time time_ = 1;
    long count_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    Display* display = argc == 3 ? XOpenDisplay(nullptr) : nullptr;
    const Window kiosk =
        display == nullptr ? None : find_kiosk(display, DefaultRootWindow(display));
    if (kiosk == None) {
        std::fputs("hostile-x11-client ATTACK SECONDS: needs DISPLAY, with a kiosk on it\n",
                   stderr);
        return 2;
    }
    const bool is_input = std::string_view(argv[1]) == "input";
    const auto end_at = Clock::now() + std::chrono::seconds{std::atoi(argv[2])};
    Attacker attacker(display, kiosk);
    while (Clock::now() < end_at) {
        for (int i = 0; i < 100 && is_input; ++i) attacker.send_input();
        if (!is_input) attacker.send_messages();
        XSync(display, True);
    }
    std::printf("%ld events\n", attacker.count());
    return XCloseDisplay(display);
}
