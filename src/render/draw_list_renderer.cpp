#include "render/draw_list_renderer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <vector>

namespace render {

namespace {

// The corners of a rectangle, clockwise from the top left.
struct Quad {
    const ImDrawVert* a;
    const ImDrawVert* b;
    const ImDrawVert* c;
    const ImDrawVert* d;
};

SDL_Rect whole_pixels(const ImVec2& from, const ImVec2& to) {
    const int left = static_cast<int>(std::lround(from.x)),
              top = static_cast<int>(std::lround(from.y));
    return {left, top, static_cast<int>(std::lround(to.x)) - left,
            static_cast<int>(std::lround(to.y)) - top};
}

// Returns the parts of the pieces that are outside of `hidden`.
std::vector<SDL_Rect> subtract(const std::vector<SDL_Rect>& pieces, const SDL_Rect& hidden) {
    std::vector<SDL_Rect> remaining;
    const auto add = [&remaining](int x, int y, int w, int h) {
        if (w > 0 && h > 0) remaining.push_back({x, y, w, h});
    };
    for (const SDL_Rect& piece : pieces) {
        SDL_Rect intersection;
        if (SDL_IntersectRect(&piece, &hidden, &intersection) == SDL_FALSE) {
            remaining.push_back(piece);
            continue;
        }
        const int right = intersection.x + intersection.w, bottom = intersection.y + intersection.h;
        add(piece.x, piece.y, piece.w, intersection.y - piece.y);
        add(piece.x, intersection.y, intersection.x - piece.x, intersection.h);
        add(right, intersection.y, piece.x + piece.w - right, intersection.h);
        add(piece.x, bottom, piece.w, piece.y + piece.h - bottom);
    }
    return remaining;
}

bool is_opaque(ImU32 color) {
    return color >> IM_COL32_A_SHIFT == 255;
}

// Consecutive triangles of a draw list, either two that form a rectangle or any number of others.
struct Shape {
    SDL_Rect clip;
    ImTextureID texture; // null for a plain color
    const ImDrawVert* vertices;
    const ImDrawIdx* from;
    const ImDrawIdx* to; // one past the last index
    std::optional<Quad> rectangle;

    bool is_opaque_rect() const {
        return texture == nullptr && rectangle && is_opaque(rectangle->a->col);
    }

    // Only for an opaque rectangle.
    SDL_Rect visible_rect() const {
        const SDL_Rect all = whole_pixels(rectangle->a->pos, rectangle->c->pos);
        SDL_Rect visible{};
        return SDL_IntersectRect(&all, &clip, &visible) == SDL_TRUE ? visible : SDL_Rect{};
    }
};

std::optional<Quad> rectangle(const ImDrawVert* vertices, const ImDrawIdx* i) {
    if (i[0] != i[3] || i[2] != i[4]) return std::nullopt;
    const Quad quad{vertices + i[0], vertices + i[1], vertices + i[2], vertices + i[5]};
    const bool is_rectangle = quad.a->pos.y == quad.b->pos.y && quad.b->pos.x == quad.c->pos.x &&
                              quad.c->pos.y == quad.d->pos.y && quad.d->pos.x == quad.a->pos.x &&
                              quad.a->pos.x < quad.c->pos.x && quad.a->pos.y < quad.c->pos.y &&
                              quad.a->col == quad.b->col && quad.a->col == quad.c->col &&
                              quad.a->col == quad.d->col;
    return is_rectangle ? std::optional(quad) : std::nullopt;
}

void add_shapes(std::vector<Shape>& shapes, const ImDrawList& list, const ImDrawCmd& command) {
    const SDL_Rect clip = whole_pixels({command.ClipRect.x, command.ClipRect.y},
                                       {command.ClipRect.z, command.ClipRect.w});
    if (command.UserCallback != nullptr || clip.w <= 0 || clip.h <= 0) return;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* const end = index + command.ElemCount;
    const ImDrawIdx* remainder = index; // start of the triangles that are not in a shape yet
    const auto add = [&](const ImDrawIdx* from, const ImDrawIdx* to,
                         const std::optional<Quad>& quad) {
        if (from != to) shapes.push_back({clip, command.GetTexID(), vertices, from, to, quad});
    };
    while (index < end) {
        const auto quad = end - index >= 6 ? rectangle(vertices, index) : std::nullopt;
        if (quad) {
            add(remainder, index, std::nullopt);
            add(index, index + 6, quad);
            remainder = index + 6;
        }
        index += quad ? 6 : 3;
    }
    add(remainder, end, std::nullopt);
}

std::vector<Shape> shapes_of(const ImDrawData& data) {
    std::vector<Shape> shapes;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
            add_shapes(shapes, *data.CmdLists[i], command);
    return shapes;
}

// Draws the shapes of one frame in their order.
class DrawListRenderer {
public:
    DrawListRenderer(SDL_Renderer* renderer, TextureCache& textures)
        : renderer_(renderer), textures_(textures) {}

    void draw(const std::vector<Shape>& shapes) {
        for (const Shape& shape : shapes)
            if (shape.is_opaque_rect() && is_large(shape.visible_rect()))
                large_rects_.push_back(shape.visible_rect());
        for (const Shape& shape : shapes) {
            set_clip(shape.clip);
            draw(shape);
        }
        draw_fills();
        SDL_RenderSetClipRect(renderer_, nullptr);
    }

private:
    // For a smaller area, the search for what hides it takes longer than it saves.
    static bool is_large(const SDL_Rect& rect) { return rect.w * rect.h > 64 * 64; }

    void set_clip(const SDL_Rect& clip) {
        if (SDL_RectEquals(&clip, &clip_) == SDL_TRUE) return;
        draw_fills();
        clip_ = clip;
        SDL_RenderSetClipRect(renderer_, &clip);
    }

    void draw(const Shape& shape) {
        if (shape.is_opaque_rect()) return add_fill(shape);
        draw_fills();
        const auto cached = shape.texture == nullptr ? TextureCache::CachedTexture{}
                                                     : textures_.texture(renderer_, shape.texture);
        if (shape.texture != nullptr && cached.texture == nullptr) return;
        if (!shape.rectangle) return draw_triangles(shape, cached.texture);
        if (shape.texture != nullptr) return copy(*shape.rectangle, cached);
        const SDL_Rect all = whole_pixels(shape.rectangle->a->pos, shape.rectangle->c->pos);
        set_color(shape.rectangle->a->col);
        SDL_RenderFillRect(renderer_, &all);
    }

    void set_color(ImU32 color) {
        SDL_SetRenderDrawBlendMode(renderer_,
                                   is_opaque(color) ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
        SDL_SetRenderDrawColor(renderer_, static_cast<Uint8>(color >> IM_COL32_R_SHIFT),
                               static_cast<Uint8>(color >> IM_COL32_G_SHIFT),
                               static_cast<Uint8>(color >> IM_COL32_B_SHIFT),
                               static_cast<Uint8>(color >> IM_COL32_A_SHIFT));
    }

    // Adds only the parts that no later shape hides, because filling takes most of the time of a
    // frame.
    void add_fill(const Shape& shape) {
        const ImU32 color = shape.rectangle->a->col;
        if (color != fill_color_) draw_fills();
        fill_color_ = color;
        const SDL_Rect rect = shape.visible_rect();
        if (rect.w <= 0 || rect.h <= 0) return; // SDL draws a point for an empty rectangle
        if (!is_large(rect)) return fills_.push_back(rect);
        ++drawn_large_count_;
        std::vector<SDL_Rect> pieces{rect};
        for (auto later = drawn_large_count_; later < large_rects_.size(); ++later)
            pieces = subtract(pieces, large_rects_[later]);
        fills_.insert(fills_.end(), pieces.begin(), pieces.end());
    }

    // Draws the rectangles of one color together, because a QR code has hundreds of them.
    void draw_fills() {
        if (fills_.empty()) return;
        set_color(fill_color_);
        SDL_RenderFillRects(renderer_, fills_.data(), static_cast<int>(fills_.size()));
        fills_.clear();
    }

    void copy(const Quad& quad, const TextureCache::CachedTexture& cached) {
        const SDL_Rect to = whole_pixels(quad.a->pos, quad.c->pos);
        if (to.w <= 0 || to.h <= 0) return;
        if (cached.part.w > 0) return copy_part(cached, to);
        int width = 0, height = 0;
        SDL_QueryTexture(cached.texture, nullptr, nullptr, &width, &height);
        const auto scale = [width, height](const ImVec2& uv) {
            return ImVec2(uv.x * static_cast<float>(width), uv.y * static_cast<float>(height));
        };
        const SDL_Rect from = whole_pixels(scale(quad.a->uv), scale(quad.c->uv));
        SDL_RenderCopy(renderer_, cached.texture, &from, &to);
    }

    // Draws a texture that is a part of its image. Such an image is always drawn as a whole and in
    // its own size.
    void copy_part(const TextureCache::CachedTexture& cached, const SDL_Rect& whole) {
        const SDL_Rect& part = cached.part;
        const SDL_Rect to{whole.x + part.x, whole.y + part.y, part.w, part.h};
        SDL_RenderCopy(renderer_, cached.texture, nullptr, &to);
    }

    void draw_triangles(const Shape& shape, SDL_Texture* texture) {
        const auto field = [&shape](std::size_t offset) {
            return reinterpret_cast<const char*>(shape.vertices) + offset;
        };
        constexpr int stride = sizeof(ImDrawVert);
        const int count = *std::max_element(shape.from, shape.to) + 1;
        SDL_SetRenderDrawBlendMode(renderer_, SDL_BLENDMODE_BLEND);
        SDL_RenderGeometryRaw(
            renderer_, texture, reinterpret_cast<const float*>(field(offsetof(ImDrawVert, pos))),
            stride, reinterpret_cast<const SDL_Color*>(field(offsetof(ImDrawVert, col))), stride,
            reinterpret_cast<const float*>(field(offsetof(ImDrawVert, uv))), stride, count,
            shape.from, static_cast<int>(shape.to - shape.from), sizeof(ImDrawIdx));
    }

    SDL_Renderer* renderer_;
    TextureCache& textures_;
    std::vector<SDL_Rect> large_rects_; // opaque ones, in the order in which they are drawn
    std::size_t drawn_large_count_ = 0;
    std::vector<SDL_Rect> fills_; // opaque ones of one color and one clip, to be drawn next
    ImU32 fill_color_ = 0;
    SDL_Rect clip_{};
};

// Adds data to a hash: FNV-1a for single bytes, and for words a variant of it with a larger
// multiplier, because draw lists are large.
std::uint64_t mix(std::uint64_t hash, const void* data, std::size_t bytes) {
    const auto* at = static_cast<const unsigned char*>(data);
    for (; bytes >= 8; bytes -= 8, at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 29;
    }
    for (; bytes > 0; --bytes, ++at) hash = (hash ^ *at) * 0x100000001b3u;
    return hash;
}

} // namespace

void draw(SDL_Renderer* renderer, const ImDrawData& data, TextureCache& textures) {
    DrawListRenderer(renderer, textures).draw(shapes_of(data));
}

std::uint64_t hash_draw_data(const ImDrawData& data) {
    std::uint64_t hash = 14695981039346656037u; // offset basis of FNV-1a
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        hash = mix(hash, list.VtxBuffer.Data,
                   static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
        hash = mix(hash, list.IdxBuffer.Data,
                   static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto id = reinterpret_cast<std::uintptr_t>(command.GetTexID());
            hash = mix(hash, &id, sizeof id);
            hash = mix(hash, &command.ClipRect, sizeof command.ClipRect);
        }
    }
    return hash;
}

} // namespace render
