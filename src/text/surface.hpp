// An SDL surface that is freed with its owner, and access to its pixels.
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

// Returns the pixels of a row, from left to right. The surface must have 32 bits per pixel, and
// `row` must be from 0 to its height - 1. The span is valid as long as the surface.
inline std::span<Uint32> pixel_row(const SDL_Surface& surface, int row) {
    auto* first =
        static_cast<Uint8*>(surface.pixels) + static_cast<std::ptrdiff_t>(row) * surface.pitch;
    return {reinterpret_cast<Uint32*>(first), static_cast<std::size_t>(surface.w)};
}

} // namespace text
