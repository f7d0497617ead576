#include "platform/shared_picture.hpp"

#include "text/surface.hpp"

#include <SDL_syswm.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <wayland-client.h>

namespace platform {

namespace {

constexpr std::size_t most_sheets = 3; // one shown, one about to be, one to draw on

void found(void* shm, wl_registry* registry, std::uint32_t name, const char* interface, std::uint32_t) {
    if (std::strcmp(interface, wl_shm_interface.name) == 0)
        *static_cast<wl_shm**>(shm) =
            static_cast<wl_shm*>(wl_registry_bind(registry, name, &wl_shm_interface, 1));
}

void lost(void*, wl_registry*, std::uint32_t) {}

constexpr wl_registry_listener registry_listener{found, lost};

} // namespace

// A picture's worth of memory that the display can see.
class SharedPicture::Sheet {
public:
    Sheet(wl_shm* shm, int width, int height)
        : bytes_(static_cast<std::size_t>(width) * 4 * static_cast<std::size_t>(height)) {
        const int file = memfd_create("help-kiosk", MFD_CLOEXEC);
        if (file < 0 || ftruncate(file, static_cast<off_t>(bytes_)) != 0)
            throw std::runtime_error("cannot share memory with the display");
        pixels_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        wl_shm_pool* pool = wl_shm_create_pool(shm, file, static_cast<std::int32_t>(bytes_));
        buffer_ = wl_shm_pool_create_buffer(pool, 0, width, height, width * 4, WL_SHM_FORMAT_XRGB8888);
        wl_shm_pool_destroy(pool);
        close(file);
        static constexpr wl_buffer_listener listener{
            [](void* sheet, wl_buffer*) { static_cast<Sheet*>(sheet)->is_free = true; }};
        wl_buffer_add_listener(buffer_, &listener, this);
        surface_.reset(
            SDL_CreateRGBSurfaceWithFormatFrom(pixels_, width, height, 32, width * 4, SDL_PIXELFORMAT_RGB888));
        if (pixels_ == MAP_FAILED || !surface_)
            throw std::runtime_error("cannot share memory with the display");
    }
    ~Sheet() {
        wl_buffer_destroy(buffer_);
        if (pixels_ != MAP_FAILED) munmap(pixels_, bytes_);
    }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    SDL_Surface& surface() { return *surface_; }
    wl_buffer* buffer() { return buffer_; }
    bool fits(int width, int height) const { return surface_->w == width && surface_->h == height; }
    // Cleared where the other has another size.
    void copy_or_clear(const Sheet& other) {
        if (fits(other.surface_->w, other.surface_->h))
            std::memcpy(pixels_, other.pixels_, bytes_);
        else
            std::memset(pixels_, 0, bytes_);
    }

    bool is_free = true; // the display does not read it

private:
    std::size_t bytes_;
    void* pixels_ = MAP_FAILED;
    wl_buffer* buffer_ = nullptr;
    text::Surface surface_;
};

std::unique_ptr<SharedPicture> SharedPicture::of(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_WAYLAND) return nullptr;
    return std::unique_ptr<SharedPicture>(new SharedPicture(info.info.wl.display, info.info.wl.surface));
}

// With a queue of its own, so that SDL hears nothing of these sheets, and this nothing of SDL's touches.
SharedPicture::SharedPicture(wl_display* display, wl_surface* surface)
    : display_(display), surface_(surface), queue_(wl_display_create_queue(display)) {
    auto* own = static_cast<wl_display*>(wl_proxy_create_wrapper(display));
    wl_proxy_set_queue(reinterpret_cast<wl_proxy*>(own), queue_);
    wl_registry* registry = wl_display_get_registry(own);
    wl_proxy_wrapper_destroy(own);
    wl_registry_add_listener(registry, &registry_listener, &shm_);
    wl_display_roundtrip_queue(display_, queue_);
    wl_registry_destroy(registry);
    if (shm_ == nullptr) throw std::runtime_error("the display takes no pictures from shared memory");
}

SharedPicture::~SharedPicture() {
    sheets_.clear();
    if (shm_ != nullptr) wl_shm_destroy(shm_);
    wl_event_queue_destroy(queue_);
}

SharedPicture::Sheet& SharedPicture::free_sheet(int width, int height) {
    wl_display_dispatch_queue_pending(display_, queue_);
    std::erase_if(sheets_, [=](const auto& sheet) { return sheet->is_free && !sheet->fits(width, height); });
    for (const auto& sheet : sheets_)
        if (sheet->is_free) return *sheet;
    // A display that holds on to everything gets one more: waiting for it could take for ever.
    if (sheets_.size() >= most_sheets) wl_display_roundtrip_queue(display_, queue_);
    for (const auto& sheet : sheets_)
        if (sheet->is_free && sheet->fits(width, height)) return *sheet;
    return *sheets_.emplace_back(std::make_unique<Sheet>(shm_, width, height));
}

void SharedPicture::show(Turn turn, const SDL_Surface& picture) {
    const bool sideways = is_sideways(turn);
    last_shown_ = nullptr; // it may be one that no longer fits
    Sheet& sheet = free_sheet(sideways ? picture.h : picture.w, sideways ? picture.w : picture.h);
    copy_turned(turn, picture, sheet.surface());
    wl_surface_attach(surface_, sheet.buffer(), 0, 0);
    wl_surface_damage_buffer(surface_, 0, 0, sheet.surface().w, sheet.surface().h);
    wl_surface_commit(surface_);
    wl_display_flush(display_);
    sheet.is_free = false;
    last_shown_ = &sheet;
}

void SharedPicture::overwrite_older_pictures() {
    if (last_shown_ == nullptr) return;
    for (const auto& sheet : sheets_)
        if (sheet.get() != last_shown_) sheet->copy_or_clear(*last_shown_);
}

} // namespace platform
