#include "ui/painter.hpp"

#include <cmath>
#include <cstring>

namespace ui {

namespace {

struct Quad {
    const ImDrawVert *a, *b, *c, *d; // clockwise from the top left
};

SDL_Rect whole_pixels(const ImVec2& from, const ImVec2& to) {
    const int left = static_cast<int>(std::lround(from.x)), top = static_cast<int>(std::lround(from.y));
    return {left, top, static_cast<int>(std::lround(to.x)) - left, static_cast<int>(std::lround(to.y)) - top};
}

class Walker {
public:
    Walker(SDL_Renderer* renderer, Pictures& pictures) : renderer_(renderer), pictures_(pictures) {}

    void draw(const ImDrawList& list, const ImDrawCmd& command) {
        vertices_ = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        texture_ = command.GetTexID() == nullptr ? nullptr : pictures_.texture(renderer_, command.GetTexID());
        textured_ = command.GetTexID() != nullptr;
        const ImDrawIdx* rest = index; // triangles not yet drawn start here
        const ImDrawIdx* end = index + command.ElemCount;
        while (index < end) {
            Quad quad{};
            if (end - index >= 6 && read_rectangle(index, quad)) {
                draw_triangles(rest, index);
                draw_rectangle(quad);
                index += 6;
                rest = index;
            } else {
                index += 3;
            }
        }
        draw_triangles(rest, end);
    }

private:
    bool read_rectangle(const ImDrawIdx* i, Quad& quad) const {
        if (i[0] != i[3] || i[2] != i[4]) return false;
        quad = {vertices_ + i[0], vertices_ + i[1], vertices_ + i[2], vertices_ + i[5]};
        return quad.a->pos.y == quad.b->pos.y && quad.b->pos.x == quad.c->pos.x &&
               quad.c->pos.y == quad.d->pos.y && quad.d->pos.x == quad.a->pos.x &&
               quad.a->pos.x < quad.c->pos.x && quad.a->pos.y < quad.c->pos.y && quad.a->col == quad.b->col &&
               quad.a->col == quad.c->col && quad.a->col == quad.d->col;
    }

    void draw_rectangle(const Quad& quad) {
        const SDL_Rect to = whole_pixels(quad.a->pos, quad.c->pos);
        if (to.w <= 0 || to.h <= 0) return;
        if (textured_) {
            copy(quad, to);
            return;
        }
        const ImU32 colour = quad.a->col;
        const auto alpha = static_cast<Uint8>(colour >> IM_COL32_A_SHIFT);
        SDL_SetRenderDrawBlendMode(renderer_, alpha == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
        SDL_SetRenderDrawColor(renderer_, static_cast<Uint8>(colour >> IM_COL32_R_SHIFT),
                               static_cast<Uint8>(colour >> IM_COL32_G_SHIFT),
                               static_cast<Uint8>(colour >> IM_COL32_B_SHIFT), alpha);
        SDL_RenderFillRect(renderer_, &to);
    }

    void copy(const Quad& quad, const SDL_Rect& to) {
        if (texture_ == nullptr) return;
        int width = 0, height = 0;
        SDL_QueryTexture(texture_, nullptr, nullptr, &width, &height);
        const auto scale = [width, height](const ImVec2& uv) {
            return ImVec2(uv.x * static_cast<float>(width), uv.y * static_cast<float>(height));
        };
        const SDL_Rect from = whole_pixels(scale(quad.a->uv), scale(quad.c->uv));
        SDL_RenderCopy(renderer_, texture_, &from, &to);
    }

    void draw_triangles(const ImDrawIdx* from, const ImDrawIdx* to) {
        if (from == to) return;
        if (textured_ && texture_ == nullptr) return;
        const auto field = [this](std::size_t offset) {
            return reinterpret_cast<const char*>(vertices_) + offset;
        };
        constexpr int stride = sizeof(ImDrawVert);
        int count = 0;
        for (const ImDrawIdx* i = from; i < to; ++i) count = std::max(count, *i + 1);
        SDL_SetRenderDrawBlendMode(renderer_, SDL_BLENDMODE_BLEND);
        SDL_RenderGeometryRaw(renderer_, texture_,
                              reinterpret_cast<const float*>(field(offsetof(ImDrawVert, pos))), stride,
                              reinterpret_cast<const SDL_Color*>(field(offsetof(ImDrawVert, col))), stride,
                              reinterpret_cast<const float*>(field(offsetof(ImDrawVert, uv))), stride, count,
                              from, static_cast<int>(to - from), sizeof(ImDrawIdx));
    }

    SDL_Renderer* renderer_;
    Pictures& pictures_;
    const ImDrawVert* vertices_ = nullptr;
    SDL_Texture* texture_ = nullptr;
    bool textured_ = false;
};

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

void paint(SDL_Renderer* renderer, const ImDrawData& data, Pictures& pictures) {
    Walker walker(renderer, pictures);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            const SDL_Rect area = whole_pixels({clip.x, clip.y}, {clip.z, clip.w});
            if (command.UserCallback != nullptr || area.w <= 0 || area.h <= 0) continue;
            SDL_RenderSetClipRect(renderer, &area);
            walker.draw(list, command);
        }
    }
    SDL_RenderSetClipRect(renderer, nullptr);
}

std::uint64_t fingerprint(const ImDrawData& data) {
    std::uint64_t hash = 14695981039346656037u;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        hash = mix(hash, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
        hash = mix(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto id = reinterpret_cast<std::uintptr_t>(command.GetTexID());
            hash = mix(hash, &id, sizeof id);
            hash = mix(hash, &command.ClipRect, sizeof command.ClipRect);
        }
    }
    return hash;
}

} // namespace ui
