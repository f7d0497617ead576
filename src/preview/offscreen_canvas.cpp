#include "preview/offscreen_canvas.hpp"

#include "base/write_file.hpp"

#include <png.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace preview {

OffscreenCanvas::OffscreenCanvas(int width, int height)
    : surface_(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888)),
      renderer_(surface_ ? SDL_CreateSoftwareRenderer(surface_.get()) : nullptr) {
    if (!renderer_)
        throw std::runtime_error(std::string("cannot draw into memory: ") + SDL_GetError());
}

OffscreenCanvas::~OffscreenCanvas() = default;

void OffscreenCanvas::draw(ui::Kiosk& kiosk) {
    kiosk.draw(renderer_.get());
    SDL_RenderFlush(renderer_.get());
    kiosk.release_textures(); // They belong to this renderer, and the next image may have another
                              // one.
}

render::Color OffscreenCanvas::pixel(int x, int y) const {
    const Uint32 pixel = text::pixel_row(*surface_, y)[static_cast<std::size_t>(x)];
    return {static_cast<Uint8>(pixel >> 16), static_cast<Uint8>(pixel >> 8),
            static_cast<Uint8>(pixel), 255};
}

void OffscreenCanvas::save_png(const std::filesystem::path& path) const {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(surface_->w);
    image.height = static_cast<png_uint_32>(surface_->h);
    image.format = PNG_FORMAT_RGB;
    std::vector<Uint8> rgb;
    rgb.reserve(static_cast<std::size_t>(surface_->w) * static_cast<std::size_t>(surface_->h) * 3);
    for (int y = 0; y < surface_->h; ++y) {
        for (int x = 0; x < surface_->w; ++x) {
            const render::Color c = pixel(x, y);
            rgb.insert(rgb.end(), {c.r, c.g, c.b});
        }
    }
    // The bytes are written here, because png_image_write_to_file() deletes the file if it fails,
    // even a device.
    png_alloc_size_t size = 0;
    std::string png;
    for (const bool is_counting : {true, false}) {
        if (png_image_write_to_memory(&image, is_counting ? nullptr : png.data(), &size, 0,
                                      rgb.data(), 0, nullptr) == 0)
            throw std::runtime_error("cannot write " + path.string() + ": " + image.message);
        png.resize(size);
    }
    base::write_file(path, png);
}

} // namespace preview
