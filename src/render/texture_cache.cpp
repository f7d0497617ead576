#include "render/texture_cache.hpp"

#include "text/surface.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <numbers>
#include <tuple>

namespace render {

namespace {

constexpr std::size_t max_entries = 1500;

std::uint32_t argb(Color c) {
    return static_cast<std::uint32_t>(c.a) << 24 | static_cast<std::uint32_t>(c.r) << 16 |
           static_cast<std::uint32_t>(c.g) << 8 | c.b;
}

auto key(const TextLineImage& p) {
    return std::tuple(static_cast<const void*>(p.paragraph.get()), p.line_index, argb(p.color),
                      argb(p.background));
}
auto key(const Disc& p) {
    return std::tuple(p.radius, p.edge, argb(p.fill), argb(p.edge_color));
}
auto key(const Shadow& p) {
    return std::tuple(p.blur, argb(p.color));
}
auto key(const ProgressRing& p) {
    return std::tuple(p.side, p.width, p.fraction, argb(p.track), argb(p.arc));
}

text::SurfacePtr make_surface(int width, int height) {
    return text::SurfacePtr(SDL_CreateRGBSurfaceWithFormat(
        0, std::max(1, width), std::max(1, height), 32, SDL_PIXELFORMAT_ARGB8888));
}

Uint32* row(const text::SurfacePtr& surface, int y) {
    return text::pixel_row(*surface, y).data();
}

// Returns the rows of a text that are not empty, at its whole width.
SDL_Rect ink_rows(const SDL_Surface& text) {
    const auto has_ink = [&text](int y) {
        return std::ranges::any_of(text::pixel_row(text, y),
                                   [](Uint32 pixel) { return pixel >> 24 != 0; });
    };
    int top = 0, bottom = text.h;
    while (top < bottom && !has_ink(top)) ++top;
    while (bottom > top && !has_ink(bottom - 1)) --bottom;
    return {0, top, text.w, bottom - top};
}

std::uint8_t scale_channel(double fraction, double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(fraction, 0.0, 1.0) * value));
}

// Returns the fraction of a pixel that lies inside of a circle. `distance` is that of the pixel
// from the center.
double coverage(double radius, double distance) {
    return std::clamp(radius - distance + 0.5, 0.0, 1.0);
}

// Returns a square whose four quarters mirror each other. `color_at` is asked for one of them,
// because the distances of pixels take long to compute.
template <typename ColorAt>
text::SurfacePtr render_mirrored(int side, const ColorAt& color_at) {
    text::SurfacePtr surface = make_surface(side, side);
    if (!surface) return nullptr;
    for (int y = 0; y < (side + 1) / 2; ++y) {
        for (int x = 0; x < (side + 1) / 2; ++x) {
            const std::uint32_t pixel = argb(color_at(x, y));
            for (const int mirrored_y : {y, side - 1 - y}) {
                row(surface, mirrored_y)[x] = pixel;
                row(surface, mirrored_y)[side - 1 - x] = pixel;
            }
        }
    }
    return surface;
}

text::SurfacePtr render_disc(const Disc& disc) {
    const double inner_radius = disc.radius - disc.edge;
    return render_mirrored(2 * disc.radius, [&](int x, int y) {
        const double distance = std::hypot(x + 0.5 - disc.radius, y + 0.5 - disc.radius);
        const double all = coverage(disc.radius, distance);
        const double in = disc.edge > 0 ? coverage(inner_radius, distance) : 1;
        const auto mix = [in](std::uint8_t fill, std::uint8_t edge) {
            return scale_channel(1, edge + (fill - edge) * in);
        };
        return Color{mix(disc.fill.r, disc.edge_color.r), mix(disc.fill.g, disc.edge_color.g),
                     mix(disc.fill.b, disc.edge_color.b), scale_channel(all, disc.fill.a)};
    });
}

text::SurfacePtr render_shadow(const Shadow& shadow) {
    return render_mirrored(4 * shadow.blur + 1,
                           [&shadow](int x, int y) { return shadow.color_at(x, y); });
}

// Returns how far a point lies inside of the arc, in pixels along its circle. Negative if it is
// outside. `x` and `y` are relative to the center.
double arc_distance(double fraction, double x, double y) {
    constexpr double full_circle = 2 * std::numbers::pi;
    if (fraction >= 1) return full_circle;
    double angle = std::atan2(x, -y); // clockwise from the top
    if (angle < 0) angle += full_circle;
    const double end = fraction * full_circle;
    const double from_edge =
        angle <= end ? std::min(angle, end - angle) : std::max(angle - full_circle, end - angle);
    return std::hypot(x, y) * from_edge;
}

// Returns how much of a pixel is covered by the round ends of the arc. `x` and `y` are relative to
// the center of the ring, and `middle` is the radius of the middle of its line.
double cap_coverage(const ProgressRing& ring, double middle, double x, double y) {
    if (ring.fraction <= 0 || ring.fraction >= 1) return 0;
    const double end = ring.fraction * 2 * std::numbers::pi, cap_radius = ring.width / 2.0;
    return std::max(
        coverage(cap_radius, std::hypot(x, y + middle)),
        coverage(cap_radius, std::hypot(x - middle * std::sin(end), y + middle * std::cos(end))));
}

text::SurfacePtr render_progress_ring(const ProgressRing& ring) {
    text::SurfacePtr surface = make_surface(ring.side, ring.side);
    if (!surface) return nullptr;
    const double outer = ring.side / 2.0, inner = outer - ring.width;
    for (int y = 0; y < ring.side; ++y) {
        for (int x = 0; x < ring.side; ++x) {
            const double dx = x + 0.5 - outer, dy = y + 0.5 - outer, distance = std::hypot(dx, dy);
            const double on_ring =
                std::min(coverage(outer, distance), 1 - coverage(inner, distance));
            const double in =
                std::max(std::clamp(arc_distance(ring.fraction, dx, dy) + 0.5, 0.0, 1.0),
                         cap_coverage(ring, (outer + inner) / 2, dx, dy));
            const auto mix = [in](std::uint8_t track, std::uint8_t arc) {
                return scale_channel(1, track + (arc - track) * in);
            };
            row(surface, y)[x] = argb({mix(ring.track.r, ring.arc.r), mix(ring.track.g, ring.arc.g),
                                       mix(ring.track.b, ring.arc.b), scale_channel(on_ring, 255)});
        }
    }
    return surface;
}

} // namespace

struct TextureCache::Entry {
    std::uint64_t id = 0;
    Image image;
    CachedTexture cached;
    std::size_t size_bytes = 0;
    std::uint64_t last_used_frame = 0;
};

Color Shadow::color_at(double x, double y) const {
    const double middle = 2.0 * blur;
    const double out_x = std::max(0.0, std::abs(x - middle) - blur / 2.0);
    const double out_y = std::max(0.0, std::abs(y - middle) - blur / 2.0);
    const double intensity = std::max(0.0, 1 - std::hypot(out_x, out_y) / (1.5 * blur));
    return {color.r, color.g, color.b,
            scale_channel(intensity * intensity * (3 - 2 * intensity), color.a)};
}

Padding text_padding(int em_px) {
    return {em_px / 8 + 1, em_px / 5 + 1};
}

bool TextureCache::Order::operator()(const Image& a, const Image& b) const {
    if (a.index() != b.index()) return a.index() < b.index();
    return std::visit(
        [&b](const auto& one) { return key(one) < key(std::get<std::decay_t<decltype(one)>>(b)); },
        a);
}

TextureCache::TextureCache(text::Typesetter& typesetter, std::size_t budget_bytes)
    : typesetter_(typesetter), budget_bytes_(budget_bytes) {}

TextureCache::~TextureCache() {
    clear();
}

ImTextureID TextureCache::request(const Image& image) {
    auto found = by_image_.find(image);
    if (found == by_image_.end()) {
        entries_.push_front(Entry{next_id_++, image, {}, 0, frame_});
        found = by_image_.emplace(image, entries_.begin()).first;
        by_id_.emplace(entries_.front().id, entries_.begin());
    } else {
        entries_.splice(entries_.begin(), entries_, found->second);
        found->second->last_used_frame = frame_;
    }
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(entries_.front().id));
}

TextureCache::CachedTexture TextureCache::texture(SDL_Renderer* renderer, ImTextureID id) {
    const auto found = by_id_.find(reinterpret_cast<std::uintptr_t>(id));
    if (found == by_id_.end()) return {};
    Entry& entry = *found->second;
    if (entry.cached.texture != nullptr) return entry.cached;
    CachedTexture cached;
    const text::SurfacePtr surface = render(entry.image, cached);
    if (!surface) return {};
    cached.texture = SDL_CreateTextureFromSurface(renderer, surface.get());
    if (cached.texture == nullptr) return {};
    size_bytes_ += entry.size_bytes =
        static_cast<std::size_t>(surface->pitch) * static_cast<std::size_t>(surface->h);
    SDL_SetTextureBlendMode(cached.texture,
                            cached.is_opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    return entry.cached = cached;
}

text::SurfacePtr TextureCache::render(const Image& image, CachedTexture& cached) const {
    if (const auto* disc = std::get_if<Disc>(&image)) return render_disc(*disc);
    if (const auto* shadow = std::get_if<Shadow>(&image)) return render_shadow(*shadow);
    if (const auto* ring = std::get_if<ProgressRing>(&image)) return render_progress_ring(*ring);
    return render(std::get<TextLineImage>(image), cached);
}

// Renders the text on its background if that is known, because an opaque texture is drawn without
// reading the pixels below it. The texture has only the rows with ink, which are half of the image.
text::SurfacePtr TextureCache::render(const TextLineImage& text_line, CachedTexture& cached) const {
    const text::Line& line = text_line.paragraph->lines[text_line.line_index];
    const Padding padding = text_padding(text_line.paragraph->spec.em_px);
    int dx = 0, dy = 0;
    const text::SurfacePtr glyphs = typesetter_.render_line(
        line, {text_line.color.r, text_line.color.g, text_line.color.b, text_line.color.a}, dx, dy);
    const SDL_Rect ink = glyphs ? ink_rows(*glyphs) : SDL_Rect{};
    const SDL_Rect whole{-padding.x, -padding.y, line.width + 2 * padding.x,
                         line.height + 2 * padding.y};
    const SDL_Rect moved_ink{ink.x + dx, ink.y + dy, ink.w, ink.h};
    SDL_Rect visible{};
    if (SDL_IntersectRect(&moved_ink, &whole, &visible) == SDL_FALSE) {
        cached.part = {0, 0, 1, 1}; // nothing to see
        return make_surface(1, 1);
    }
    cached.part = {visible.x + padding.x, visible.y + padding.y, visible.w, visible.h};
    // Marks may reach into the line above, which must not be covered.
    cached.is_opaque = text_line.background.a == 255 && visible.y >= 0 &&
                       visible.y + visible.h <= line.height &&
                       !text_line.paragraph->spec.has_tight_leading;
    text::SurfacePtr surface = make_surface(visible.w, visible.h);
    if (!surface) return nullptr;
    if (cached.is_opaque) SDL_FillRect(surface.get(), nullptr, argb(text_line.background));
    SDL_SetSurfaceBlendMode(glyphs.get(),
                            cached.is_opaque ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE);
    const SDL_Rect from{visible.x - dx, visible.y - dy, visible.w, visible.h};
    SDL_BlitSurface(glyphs.get(), &from, surface.get(), nullptr);
    return surface;
}

void TextureCache::end_frame() {
    while (!entries_.empty() && entries_.back().last_used_frame != frame_ &&
           (size_bytes_ > budget_bytes_ || entries_.size() > max_entries)) {
        Entry& oldest = entries_.back();
        drop_texture(oldest);
        by_image_.erase(oldest.image);
        by_id_.erase(oldest.id);
        entries_.pop_back();
    }
    ++frame_;
}

void TextureCache::drop_texture(Entry& entry) {
    if (entry.cached.texture != nullptr) SDL_DestroyTexture(entry.cached.texture);
    entry.cached = {};
    size_bytes_ -= entry.size_bytes;
    entry.size_bytes = 0;
}

void TextureCache::release_textures() {
    for (Entry& entry : entries_) drop_texture(entry);
}

void TextureCache::clear() {
    release_textures();
    by_image_.clear();
    by_id_.clear();
    entries_.clear();
}

} // namespace render
