#include "display/wayland_reader.hpp"

#include <SDL_syswm.h>

#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <wayland-client.h>

namespace display {

std::unique_ptr<WaylandReader> WaylandReader::create(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_WAYLAND)
        return nullptr;
    return std::make_unique<WaylandReader>(info.info.wl.display);
}

WaylandReader::WaylandReader(wl_display* display)
    : display_(display), queue_(wl_display_create_queue(display)),
      stop_fd_(eventfd(0, EFD_CLOEXEC)), thread_([this] { run(); }) {}

WaylandReader::~WaylandReader() {
    eventfd_write(stop_fd_, 1);
    thread_.join();
    close(stop_fd_);
    wl_event_queue_destroy(queue_);
}

// All threads that wait for the display read it together: each announces that it will wait, and the
// last one that wakes up reads for all of them. So SDL misses nothing.
void WaylandReader::run() {
    std::array<pollfd, 2> descriptors{
        {{wl_display_get_fd(display_), POLLIN, 0}, {stop_fd_, POLLIN, 0}}};
    for (;;) {
        if (wl_display_prepare_read_queue(display_, queue_) != 0) return; // the connection is lost
        const bool is_ready = poll(descriptors.data(), descriptors.size(), -1) > 0;
        const bool is_stopping = is_ready && descriptors[1].revents != 0;
        if (!is_ready || is_stopping || descriptors[0].revents == 0) {
            wl_display_cancel_read(display_);
            if (is_stopping || (!is_ready && errno != EINTR)) return;
        } else if (wl_display_read_events(display_) != 0) {
            return; // the main thread notices it, too
        }
    }
}

} // namespace display
