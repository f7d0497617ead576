// A picture in memory, of 32 bits a pixel, that is freed with its owner.
#pragma once

#include <SDL_surface.h>

#include <cstddef>
#include <memory>
#include <span>

namespace text {

struct SurfaceDeleter {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfacePtr = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

inline std::span<Uint32> pixel_row(const SDL_Surface& surface, int row) {
    auto* first = static_cast<Uint8*>(surface.pixels) + static_cast<std::ptrdiff_t>(row) * surface.pitch;
    return {reinterpret_cast<Uint32*>(first), static_cast<std::size_t>(surface.w)};
}

} // namespace text
