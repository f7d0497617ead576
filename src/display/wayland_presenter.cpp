#include "display/wayland_presenter.hpp"

#include "text/surface.hpp"

#include <SDL_syswm.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <wayland-client.h>

namespace display {

namespace {

// One buffer is shown, one is about to be shown, and one is drawn on.
constexpr std::size_t max_buffers = 3;

void bind_shm(void* shm, wl_registry* registry, std::uint32_t name, const char* interface,
              std::uint32_t) {
    if (std::strcmp(interface, wl_shm_interface.name) == 0)
        *static_cast<wl_shm**>(shm) =
            static_cast<wl_shm*>(wl_registry_bind(registry, name, &wl_shm_interface, 1));
}

void ignore_removal(void*, wl_registry*, std::uint32_t) {}

constexpr wl_registry_listener registry_listener{bind_shm, ignore_removal};

} // namespace

// Memory for one picture, shared with the display.
class WaylandPresenter::Buffer {
public:
    Buffer(wl_shm* shm, int width, int height)
        : size_bytes_(static_cast<std::size_t>(width) * 4 * static_cast<std::size_t>(height)) {
        const int fd = memfd_create("help-kiosk", MFD_CLOEXEC);
        if (fd < 0 || ftruncate(fd, static_cast<off_t>(size_bytes_)) != 0)
            throw std::runtime_error("cannot share memory with the display");
        pixels_ = mmap(nullptr, size_bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        wl_shm_pool* pool = wl_shm_create_pool(shm, fd, static_cast<std::int32_t>(size_bytes_));
        wayland_buffer_ =
            wl_shm_pool_create_buffer(pool, 0, width, height, width * 4, WL_SHM_FORMAT_XRGB8888);
        wl_shm_pool_destroy(pool);
        close(fd);
        static constexpr wl_buffer_listener listener{
            [](void* buffer, wl_buffer*) { static_cast<Buffer*>(buffer)->is_free = true; }};
        wl_buffer_add_listener(wayland_buffer_, &listener, this);
        surface_.reset(SDL_CreateRGBSurfaceWithFormatFrom(pixels_, width, height, 32, width * 4,
                                                          SDL_PIXELFORMAT_RGB888));
        if (pixels_ == MAP_FAILED || !surface_)
            throw std::runtime_error("cannot share memory with the display");
    }
    ~Buffer() {
        wl_buffer_destroy(wayland_buffer_);
        if (pixels_ != MAP_FAILED) munmap(pixels_, size_bytes_);
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    SDL_Surface& surface() { return *surface_; }
    wl_buffer* wayland_buffer() { return wayland_buffer_; }
    bool has_size(int width, int height) const {
        return surface_->w == width && surface_->h == height;
    }
    // Takes over the picture of another buffer, or clears this one if the sizes differ.
    void copy_or_clear(const Buffer& other) {
        if (has_size(other.surface_->w, other.surface_->h))
            std::memcpy(pixels_, other.pixels_, size_bytes_);
        else
            std::memset(pixels_, 0, size_bytes_);
    }

    bool is_free = true; // the display is not reading it

private:
    std::size_t size_bytes_;
    void* pixels_ = MAP_FAILED;
    wl_buffer* wayland_buffer_ = nullptr;
    text::SurfacePtr surface_;
};

std::unique_ptr<WaylandPresenter> WaylandPresenter::create(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_WAYLAND)
        return nullptr;
    return std::make_unique<WaylandPresenter>(info.info.wl.display, info.info.wl.surface);
}

// Uses an event queue of its own, so that SDL does not get the events of the buffers, and this
// class does not get SDL's input events.
WaylandPresenter::WaylandPresenter(wl_display* display, wl_surface* surface)
    : display_(display), surface_(surface), queue_(wl_display_create_queue(display)) {
    auto* wrapper = static_cast<wl_display*>(wl_proxy_create_wrapper(display));
    wl_proxy_set_queue(reinterpret_cast<wl_proxy*>(wrapper), queue_);
    wl_registry* registry = wl_display_get_registry(wrapper);
    wl_proxy_wrapper_destroy(wrapper);
    wl_registry_add_listener(registry, &registry_listener, &shm_);
    wl_display_roundtrip_queue(display_, queue_);
    wl_registry_destroy(registry);
    if (shm_ != nullptr) return;
    wl_event_queue_destroy(queue_);
    throw std::runtime_error("the display does not support shared memory");
}

WaylandPresenter::~WaylandPresenter() {
    buffers_.clear();
    if (shm_ != nullptr) wl_shm_destroy(shm_);
    wl_event_queue_destroy(queue_);
}

WaylandPresenter::Buffer& WaylandPresenter::acquire_buffer(int width, int height) {
    wl_display_dispatch_queue_pending(display_, queue_);
    std::erase_if(buffers_, [=](const auto& buffer) {
        return buffer->is_free && !buffer->has_size(width, height);
    });
    for (const auto& buffer : buffers_)
        if (buffer->is_free) return *buffer;
    // If the display still holds all buffers after this, one more is created, because waiting for
    // it could take forever.
    if (buffers_.size() >= max_buffers) wl_display_roundtrip_queue(display_, queue_);
    for (const auto& buffer : buffers_)
        if (buffer->is_free && buffer->has_size(width, height)) return *buffer;
    return *buffers_.emplace_back(std::make_unique<Buffer>(shm_, width, height));
}

void WaylandPresenter::present(Rotation rotation, const SDL_Surface& canvas) {
    const bool is_swapped = swaps_axes(rotation);
    last_presented_ = nullptr; // acquire_buffer() may delete it if its size no longer fits
    Buffer& buffer =
        acquire_buffer(is_swapped ? canvas.h : canvas.w, is_swapped ? canvas.w : canvas.h);
    copy_rotated(rotation, canvas, buffer.surface());
    wl_surface_attach(surface_, buffer.wayland_buffer(), 0, 0);
    wl_surface_damage_buffer(surface_, 0, 0, buffer.surface().w, buffer.surface().h);
    wl_surface_commit(surface_);
    wl_display_flush(display_);
    buffer.is_free = false;
    last_presented_ = &buffer;
}

void WaylandPresenter::overwrite_old_buffers() {
    if (last_presented_ == nullptr) return;
    for (const auto& buffer : buffers_)
        if (buffer.get() != last_presented_) buffer->copy_or_clear(*last_presented_);
}

} // namespace display
