#include "ui/pictures.hpp"

#include "text/surface.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <numbers>
#include <tuple>

namespace ui {

namespace {

constexpr std::size_t most_entries = 1500;

std::uint32_t argb(Colour c) {
    return static_cast<std::uint32_t>(c.a) << 24 | static_cast<std::uint32_t>(c.r) << 16 |
           static_cast<std::uint32_t>(c.g) << 8 | c.b;
}

auto key(const InkedLine& p) {
    return std::tuple(static_cast<const void*>(p.paragraph.get()), p.line, argb(p.ink), argb(p.ground));
}
auto key(const Disc& p) {
    return std::tuple(p.radius, p.edge, argb(p.fill), argb(p.edge_colour));
}
auto key(const Shadow& p) {
    return std::tuple(p.blur, argb(p.colour));
}
auto key(const Dial& p) {
    return std::tuple(p.side, p.width, p.share, argb(p.track), argb(p.arc));
}

text::Surface blank(int width, int height) {
    return text::Surface(SDL_CreateRGBSurfaceWithFormat(0, std::max(1, width), std::max(1, height), 32,
                                                        SDL_PIXELFORMAT_ARGB8888));
}

Uint32* row(const text::Surface& surface, int y) {
    return text::row_of(*surface, y).data();
}

std::uint8_t share(double of_one, double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(of_one, 0.0, 1.0) * value));
}

// How much of a pixel lies within `radius` of the centre, its own distance being `away`.
double coverage(double radius, double away) {
    return std::clamp(radius - away + 0.5, 0.0, 1.0);
}

text::Surface paint_disc(const Disc& disc) {
    const int side = 2 * disc.radius;
    text::Surface surface = blank(side, side);
    if (!surface) return nullptr;
    const double inner_radius = disc.radius - disc.edge;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double away = std::hypot(x + 0.5 - disc.radius, y + 0.5 - disc.radius);
            const double all = coverage(disc.radius, away);
            const double in = disc.edge > 0 ? coverage(inner_radius, away) : 1;
            const auto mix = [in](std::uint8_t fill, std::uint8_t edge) {
                return share(1, edge + (fill - edge) * in);
            };
            const Colour c{mix(disc.fill.r, disc.edge_colour.r), mix(disc.fill.g, disc.edge_colour.g),
                           mix(disc.fill.b, disc.edge_colour.b), share(all, disc.fill.a)};
            row(surface, y)[x] = argb(c);
        }
    }
    return surface;
}

text::Surface paint_shadow(const Shadow& shadow) {
    const int side = 4 * shadow.blur + 1;
    text::Surface surface = blank(side, side);
    if (!surface) return nullptr;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) row(surface, y)[x] = argb(shadow.at(x, y));
    return surface;
}

// How far along its circle a point, seen from the middle, lies within the part; negative: outside of it.
double within(double share, double x, double y) {
    constexpr double turn = 2 * std::numbers::pi;
    if (share >= 1) return turn;
    double angle = std::atan2(x, -y); // clockwise from the top
    if (angle < 0) angle += turn;
    const double end = share * turn;
    const double from_edge = angle <= end ? std::min(angle, end - angle) : std::max(angle - turn, end - angle);
    return std::hypot(x, y) * from_edge;
}

text::Surface paint_dial(const Dial& dial) {
    text::Surface surface = blank(dial.side, dial.side);
    if (!surface) return nullptr;
    const double outer = dial.side / 2.0, inner = outer - dial.width;
    for (int y = 0; y < dial.side; ++y) {
        for (int x = 0; x < dial.side; ++x) {
            const double across = x + 0.5 - outer, down = y + 0.5 - outer, away = std::hypot(across, down);
            const double on_ring = std::min(coverage(outer, away), 1 - coverage(inner, away));
            const double in = std::clamp(within(dial.share, across, down) + 0.5, 0.0, 1.0);
            const auto mix = [in](std::uint8_t track, std::uint8_t arc) {
                return share(1, track + (arc - track) * in);
            };
            row(surface, y)[x] = argb({mix(dial.track.r, dial.arc.r), mix(dial.track.g, dial.arc.g),
                                       mix(dial.track.b, dial.arc.b), share(on_ring, 255)});
        }
    }
    return surface;
}

} // namespace

struct Pictures::Entry {
    std::uint64_t id = 0;
    Picture picture;
    Painted painted;
    std::size_t bytes = 0;
    std::uint64_t used = 0; // frame of its last use
};

Colour Shadow::at(double x, double y) const {
    const double middle = 2.0 * blur;
    const double out_x = std::max(0.0, std::abs(x - middle) - blur / 2.0);
    const double out_y = std::max(0.0, std::abs(y - middle) - blur / 2.0);
    const double near = std::max(0.0, 1 - std::hypot(out_x, out_y) / (1.5 * blur));
    return {colour.r, colour.g, colour.b, share(near * near * (3 - 2 * near), colour.a)};
}

Pad text_pad(int em_px) {
    return {em_px / 8 + 1, em_px / 5 + 1};
}

bool Pictures::Order::operator()(const Picture& a, const Picture& b) const {
    if (a.index() != b.index()) return a.index() < b.index();
    return std::visit(
        [&b](const auto& one) { return key(one) < key(std::get<std::decay_t<decltype(one)>>(b)); }, a);
}

Pictures::Pictures(text::Typesetter& typesetter, std::size_t budget_bytes)
    : typesetter_(typesetter), budget_(budget_bytes) {}

Pictures::~Pictures() {
    forget();
}

ImTextureID Pictures::want(const Picture& picture) {
    auto found = by_picture_.find(picture);
    if (found == by_picture_.end()) {
        entries_.push_front(Entry{next_id_++, picture, {}, 0, frame_});
        found = by_picture_.emplace(picture, entries_.begin()).first;
        by_id_.emplace(entries_.front().id, entries_.begin());
    } else {
        entries_.splice(entries_.begin(), entries_, found->second);
        found->second->used = frame_;
    }
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(entries_.front().id));
}

Pictures::Painted Pictures::painted(SDL_Renderer* renderer, ImTextureID id) {
    const auto found = by_id_.find(reinterpret_cast<std::uintptr_t>(id));
    if (found == by_id_.end()) return {};
    Entry& entry = *found->second;
    if (entry.painted.texture != nullptr) return entry.painted;
    SDL_Rect opaque{};
    const text::Surface surface = paint(entry.picture, opaque);
    if (!surface) return {};
    SDL_Texture* texture = SDL_CreateTextureFromSurface(renderer, surface.get());
    if (texture == nullptr) return {};
    bytes_ += entry.bytes = static_cast<std::size_t>(surface->pitch) * static_cast<std::size_t>(surface->h);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return entry.painted = {texture, opaque};
}

text::Surface Pictures::paint(const Picture& picture, SDL_Rect& opaque) const {
    if (const auto* disc = std::get_if<Disc>(&picture)) return paint_disc(*disc);
    if (const auto* shadow = std::get_if<Shadow>(&picture)) return paint_shadow(*shadow);
    if (const auto* dial = std::get_if<Dial>(&picture)) return paint_dial(*dial);
    return paint(std::get<InkedLine>(picture), opaque);
}

// On its ground where that is known: what hides the pixels below it is drawn without reading them.
text::Surface Pictures::paint(const InkedLine& inked, SDL_Rect& opaque) const {
    const text::Line& line = inked.paragraph->lines[inked.line];
    const Pad pad = text_pad(inked.paragraph->setting.px);
    text::Surface whole = blank(line.width + 2 * pad.across, line.height + 2 * pad.down);
    if (!whole) return nullptr;
    int dx = 0, dy = 0;
    const text::Surface ink =
        typesetter_.paint(line, {inked.ink.r, inked.ink.g, inked.ink.b, inked.ink.a}, dx, dy);
    if (!ink) return whole;
    SDL_Rect at{pad.across + dx, pad.down + dy, ink->w, ink->h};
    // Marks may rise into the line above, which must stay.
    const bool keeps_to_itself = dy >= 0 && dy + ink->h <= line.height && !inked.paragraph->setting.tight;
    if (inked.ground.a == 255 && keeps_to_itself) {
        opaque = at;
        SDL_FillRect(whole.get(), &at, argb(inked.ground));
    }
    SDL_SetSurfaceBlendMode(ink.get(), opaque.w > 0 ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE);
    SDL_BlitSurface(ink.get(), nullptr, whole.get(), &at);
    return whole;
}

void Pictures::end_frame() {
    while (!entries_.empty() && entries_.back().used != frame_ &&
           (bytes_ > budget_ || entries_.size() > most_entries)) {
        Entry& oldest = entries_.back();
        drop_texture(oldest);
        by_picture_.erase(oldest.picture);
        by_id_.erase(oldest.id);
        entries_.pop_back();
    }
    ++frame_;
}

void Pictures::drop_texture(Entry& entry) {
    if (entry.painted.texture != nullptr) SDL_DestroyTexture(entry.painted.texture);
    entry.painted = {};
    bytes_ -= entry.bytes;
    entry.bytes = 0;
}

void Pictures::lose_textures() {
    for (Entry& entry : entries_) drop_texture(entry);
}

void Pictures::forget() {
    lose_textures();
    by_picture_.clear();
    by_id_.clear();
    entries_.clear();
}

} // namespace ui
