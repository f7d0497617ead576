#include "platform/offscreen.hpp"

#include <png.h>

#include <stdexcept>

namespace platform {

Offscreen::Offscreen(int width, int height)
    : surface_(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888)),
      renderer_(surface_ ? SDL_CreateSoftwareRenderer(surface_.get()) : nullptr) {
    if (!renderer_) throw std::runtime_error(std::string("cannot draw into memory: ") + SDL_GetError());
}

Offscreen::~Offscreen() = default;

void Offscreen::paint(ui::Kiosk& kiosk) {
    kiosk.paint(renderer_.get());
    SDL_RenderFlush(renderer_.get());
    kiosk.lose_textures(); // they belong to this renderer, and the next picture may have another
}

ui::Colour Offscreen::at(int x, int y) const {
    const Uint32 pixel = text::row_of(*surface_, y)[static_cast<std::size_t>(x)];
    return {static_cast<Uint8>(pixel >> 16), static_cast<Uint8>(pixel >> 8), static_cast<Uint8>(pixel), 255};
}

void Offscreen::save(const std::filesystem::path& png) const {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(surface_->w);
    image.height = static_cast<png_uint_32>(surface_->h);
    image.format = PNG_FORMAT_RGB;
    std::vector<Uint8> rgb;
    rgb.reserve(static_cast<std::size_t>(surface_->w) * static_cast<std::size_t>(surface_->h) * 3);
    for (int y = 0; y < surface_->h; ++y) {
        for (int x = 0; x < surface_->w; ++x) {
            const ui::Colour c = at(x, y);
            rgb.insert(rgb.end(), {c.r, c.g, c.b});
        }
    }
    if (png_image_write_to_file(&image, png.c_str(), 0, rgb.data(), 0, nullptr) == 0)
        throw std::runtime_error("cannot write " + png.string() + ": " + image.message);
}

} // namespace platform
