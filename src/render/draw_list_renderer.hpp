// Draws what ImGui listed, the way SDL's software renderer likes it: axis-aligned quads as filled or copied
// rectangles, and only the rest as triangles.
#pragma once

#include "render/texture_cache.hpp"

namespace render {

// Draws all lists over the whole target of `renderer`. Does not present.
void draw(SDL_Renderer* renderer, const ImDrawData& data, TextureCache& textures);

// Equal for lists that look the same.
std::uint64_t hash_draw_data(const ImDrawData& data);

} // namespace render
