// Draws ImGui's draw lists with an SDL renderer. SDL's software renderer is fastest for rectangles,
// so axis-aligned rectangles are filled or copied, and only the remainder is drawn as triangles.
#pragma once

#include "render/texture_cache.hpp"

#include <cstdint>

namespace render {

// Draws all lists on the target of `renderer`, but does not present it. `textures` must be the
// cache that the lists requested their images from.
void draw(SDL_Renderer* renderer, const ImDrawData& data, TextureCache& textures);

// Returns a hash of everything that draw() uses. Equal draw lists have equal hashes.
std::uint64_t hash_draw_data(const ImDrawData& data);

} // namespace render
