// Hands pictures to a Wayland display in shared memory. SDL itself would draw them with OpenGL, which without a
// GPU takes nearly twice the memory (103 instead of 56 MB).
#pragma once

#include "display/rotation.hpp"

#include <SDL.h>

#include <memory>
#include <vector>

struct wl_buffer;
struct wl_display;
struct wl_event_queue;
struct wl_shm;
struct wl_surface;

namespace display {

class WaylandPresenter {
public:
    // Null where the display is not Wayland's. The window must outlive this. Throws std::runtime_error.
    static std::unique_ptr<WaylandPresenter> create(SDL_Window* window);

    ~WaylandPresenter();
    WaylandPresenter(const WaylandPresenter&) = delete;
    WaylandPresenter& operator=(const WaylandPresenter&) = delete;

    // `picture` is XRGB8888. It is copied, and on the display soon after.
    void present(Rotation rotation, const SDL_Surface& canvas);

    // Puts the picture that was shown last into every other buffer, so that no buffer holds an older one. Also
    // into those that the display may still be reading: the worst that can happen is that it shows the new
    // picture early.
    void overwrite_old_buffers();

private:
    class Buffer;

    WaylandPresenter(wl_display* display, wl_surface* surface);
    Buffer& acquire_buffer(int width, int height);

    wl_display* display_;
    wl_surface* surface_;
    wl_event_queue* queue_;
    wl_shm* shm_ = nullptr;
    std::vector<std::unique_ptr<Buffer>> buffers_;
    Buffer* last_presented_ = nullptr; // one of `sheets_`; null: nothing has been shown
};

} // namespace display
