// Reads from a Wayland display while the kiosk is busy. A compositor disconnects a client whose
// socket is full, which takes some 300 unread messages: a fast input device fills it during one
// slow frame.
#pragma once

#include <SDL.h>

#include <memory>
#include <thread>

struct wl_display;
struct wl_event_queue;

namespace display {

class WaylandReader {
public:
    // Returns null if the window is not on a Wayland display. The display must outlive the reader.
    static std::unique_ptr<WaylandReader> create(SDL_Window* window);

    // Starts a thread that moves all messages from the socket of `display` to the queues in memory
    // where SDL and WaylandPresenter look for them.
    explicit WaylandReader(wl_display* display);
    ~WaylandReader();
    WaylandReader(const WaylandReader&) = delete;
    WaylandReader& operator=(const WaylandReader&) = delete;

private:
    void run();

    wl_display* display_;
    wl_event_queue* queue_; // always empty
    int stop_fd_;           // an eventfd that ends the thread
    std::thread thread_;    // last, because it uses the other members
};

} // namespace display
