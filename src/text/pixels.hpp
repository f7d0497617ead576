// The pixels of an ARGB8888 surface.
#pragma once

#include <SDL_surface.h>

#include <cstddef>
#include <span>

namespace text {

inline std::span<Uint32> row_of(const SDL_Surface& surface, int row) {
    auto* first = static_cast<Uint8*>(surface.pixels) + static_cast<std::ptrdiff_t>(row) * surface.pitch;
    return {reinterpret_cast<Uint32*>(first), static_cast<std::size_t>(surface.w)};
}

} // namespace text
