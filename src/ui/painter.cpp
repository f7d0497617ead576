#include "ui/painter.hpp"

#include <cmath>
#include <cstring>
#include <vector>

namespace ui {

namespace {

struct Quad {
    const ImDrawVert *a, *b, *c, *d; // clockwise from the top left
};

SDL_Rect whole_pixels(const ImVec2& from, const ImVec2& to) {
    const int left = static_cast<int>(std::lround(from.x)), top = static_cast<int>(std::lround(from.y));
    return {left, top, static_cast<int>(std::lround(to.x)) - left, static_cast<int>(std::lround(to.y)) - top};
}

// What is left of the pieces where they are not hidden.
std::vector<SDL_Rect> seen(const std::vector<SDL_Rect>& pieces, const SDL_Rect& hidden) {
    std::vector<SDL_Rect> left;
    const auto keep = [&left](int x, int y, int w, int h) {
        if (w > 0 && h > 0) left.push_back({x, y, w, h});
    };
    for (const SDL_Rect& piece : pieces) {
        SDL_Rect common;
        if (SDL_IntersectRect(&piece, &hidden, &common) == SDL_FALSE) {
            left.push_back(piece);
            continue;
        }
        const int right = common.x + common.w, bottom = common.y + common.h;
        keep(piece.x, piece.y, piece.w, common.y - piece.y);
        keep(piece.x, common.y, common.x - piece.x, common.h);
        keep(right, common.y, piece.x + piece.w - right, common.h);
        keep(piece.x, bottom, piece.w, piece.y + piece.h - bottom);
    }
    return left;
}

// Goes over the lists twice: what is filled and then hidden by what is drawn later is not worth filling, and
// filling is most of the work.
class Walker {
public:
    Walker(SDL_Renderer* renderer, Pictures& pictures) : renderer_(renderer), pictures_(pictures) {}

    void look(const ImDrawData& data) {
        looking_ = true;
        walk(data);
        looking_ = false;
    }

    void draw(const ImDrawData& data) {
        walk(data);
        SDL_RenderSetClipRect(renderer_, nullptr);
    }

private:
    void walk(const ImDrawData& data) {
        for (int i = 0; i < data.CmdListsCount; ++i) {
            const ImDrawList& list = *data.CmdLists[i];
            for (const ImDrawCmd& command : list.CmdBuffer) {
                const ImVec4& clip = command.ClipRect;
                clip_ = whole_pixels({clip.x, clip.y}, {clip.z, clip.w});
                if (command.UserCallback != nullptr || clip_.w <= 0 || clip_.h <= 0) continue;
                if (!looking_) SDL_RenderSetClipRect(renderer_, &clip_);
                walk(list, command);
            }
        }
    }

    void walk(const ImDrawList& list, const ImDrawCmd& command) {
        vertices_ = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        picture_ = command.GetTexID() == nullptr ? Pictures::Painted{}
                                                 : pictures_.painted(renderer_, command.GetTexID());
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
        if (looking_) {
            if (alpha == 255) hide(to);
            return;
        }
        SDL_SetRenderDrawBlendMode(renderer_, alpha == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
        SDL_SetRenderDrawColor(renderer_, static_cast<Uint8>(colour >> IM_COL32_R_SHIFT),
                               static_cast<Uint8>(colour >> IM_COL32_G_SHIFT),
                               static_cast<Uint8>(colour >> IM_COL32_B_SHIFT), alpha);
        if (alpha == 255) return fill_what_is_seen(to);
        SDL_RenderFillRect(renderer_, &to);
    }

    void hide(const SDL_Rect& rect) {
        SDL_Rect visible;
        if (SDL_IntersectRect(&rect, &clip_, &visible) == SDL_TRUE) hiding_.push_back(visible);
    }

    void fill_what_is_seen(const SDL_Rect& rect) {
        constexpr int small = 64 * 64; // pixels: not worth the search
        SDL_Rect visible;
        if (SDL_IntersectRect(&rect, &clip_, &visible) == SDL_FALSE) return;
        ++drawn_;
        std::vector<SDL_Rect> pieces{visible};
        if (visible.w * visible.h > small)
            for (auto later = drawn_; later < hiding_.size(); ++later)
                if (hiding_[later].w * hiding_[later].h > small) pieces = seen(pieces, hiding_[later]);
        SDL_RenderFillRects(renderer_, pieces.data(), static_cast<int>(pieces.size()));
    }

    void copy(const Quad& quad, const SDL_Rect& to) {
        if (picture_.texture == nullptr) return;
        if (looking_) return;
        if (picture_.opaque.w > 0) return copy_opaque(to);
        int width = 0, height = 0;
        SDL_QueryTexture(picture_.texture, nullptr, nullptr, &width, &height);
        const auto scale = [width, height](const ImVec2& uv) {
            return ImVec2(uv.x * static_cast<float>(width), uv.y * static_cast<float>(height));
        };
        const SDL_Rect from = whole_pixels(scale(quad.a->uv), scale(quad.c->uv));
        SDL_RenderCopy(renderer_, picture_.texture, &from, &to);
    }

    // Such a picture is drawn whole, and in its own size.
    void copy_opaque(const SDL_Rect& whole) {
        const SDL_Rect& from = picture_.opaque;
        const SDL_Rect to{whole.x + from.x, whole.y + from.y, from.w, from.h};
        SDL_SetTextureBlendMode(picture_.texture, SDL_BLENDMODE_NONE);
        SDL_RenderCopy(renderer_, picture_.texture, &from, &to);
        SDL_SetTextureBlendMode(picture_.texture, SDL_BLENDMODE_BLEND); // for triangles
    }

    void draw_triangles(const ImDrawIdx* from, const ImDrawIdx* to) {
        if (from == to || looking_) return;
        if (textured_ && picture_.texture == nullptr) return;
        const auto field = [this](std::size_t offset) {
            return reinterpret_cast<const char*>(vertices_) + offset;
        };
        constexpr int stride = sizeof(ImDrawVert);
        int count = 0;
        for (const ImDrawIdx* i = from; i < to; ++i) count = std::max(count, *i + 1);
        SDL_SetRenderDrawBlendMode(renderer_, SDL_BLENDMODE_BLEND);
        SDL_RenderGeometryRaw(renderer_, picture_.texture,
                              reinterpret_cast<const float*>(field(offsetof(ImDrawVert, pos))), stride,
                              reinterpret_cast<const SDL_Color*>(field(offsetof(ImDrawVert, col))), stride,
                              reinterpret_cast<const float*>(field(offsetof(ImDrawVert, uv))), stride, count,
                              from, static_cast<int>(to - from), sizeof(ImDrawIdx));
    }

    SDL_Renderer* renderer_;
    Pictures& pictures_;
    bool looking_ = false;
    SDL_Rect clip_{};
    std::vector<SDL_Rect> hiding_; // in the order of drawing
    std::size_t drawn_ = 0;        // of those
    const ImDrawVert* vertices_ = nullptr;
    Pictures::Painted picture_;
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
    walker.look(data);
    walker.draw(data);
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
