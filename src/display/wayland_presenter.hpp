// Presents pictures on a Wayland display through shared memory. SDL itself would present them with
// OpenGL, which takes nearly twice the memory without a GPU (103 MB instead of 56 MB).
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
    // Returns null if the window is not on a Wayland display. The window must outlive the
    // presenter. Throws std::runtime_error if the display does not support shared memory.
    static std::unique_ptr<WaylandPresenter> create(SDL_Window* window);

    // Both must outlive the presenter. Throws as create() does.
    WaylandPresenter(wl_display* display, wl_surface* surface);
    ~WaylandPresenter();
    WaylandPresenter(const WaylandPresenter&) = delete;
    WaylandPresenter& operator=(const WaylandPresenter&) = delete;

    // Copies the picture, which must be XRGB8888, into a shared buffer and commits it. The display
    // shows it soon after. If the picture has another size than the window, another one must
    // follow. Throws std::runtime_error if there is no memory for a buffer.
    void present(Rotation rotation, const SDL_Surface& canvas);

    // Copies the picture that was presented last into all other buffers, so that no memory that is
    // shared with the display holds an older picture. Buffers of another size are cleared. Does
    // nothing before the first picture.
    //
    // The privacy promise needs this: when a visit ends, no picture of it may stay in memory.
    // Without it, an unused buffer would keep its picture until it is drawn on again, and after a
    // visit nothing may be drawn for a long time. Buffers that the display may still be reading are
    // overwritten too, because they may also hold a picture of the visit. The worst possible effect
    // is that the display shows the newer picture early. The display's own copies are not reached
    // from here. The event loop overwrites them by presenting several frames.
    void overwrite_old_buffers();

private:
    class Buffer;

    Buffer& acquire_buffer(int width, int height);

    wl_display* display_;
    wl_surface* surface_;
    wl_event_queue* queue_;
    wl_shm* shm_ = nullptr;
    std::vector<std::unique_ptr<Buffer>> buffers_;
    Buffer* last_presented_ = nullptr; // one of `buffers_`, or null before the first picture
};

} // namespace display
