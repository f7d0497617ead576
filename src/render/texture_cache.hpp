// The small pictures that a screen is put together from: lines of text, and the corners of rounded shapes.
// A picture is asked for while a frame is built, and painted only when that frame is drawn.
#pragma once

#include "render/color.hpp"
#include "text/typesetter.hpp"

#include <SDL_render.h>
#include <imgui.h>

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <variant>

namespace render {

// One line of a paragraph. The picture is larger than the line by text_pad() on each side, for marks and
// bearings.
struct TextLineImage {
    std::shared_ptr<const text::Paragraph> paragraph;
    std::size_t line_index = 0;
    Color color;
    Color background = {0, 0, 0, 0}; // which it stands on, all of it; transparent: not said
};

struct Padding {
    int x = 0, y = 0;
};
Padding text_padding(int em_px);

// A disc of diameter 2 * radius with an edge: its quarters are the corners of a rounded rectangle.
struct Disc {
    int radius = 0; // pixels
    int edge = 0;   // width of the edge; 0: none
    Color fill, edge_color;
    bool operator==(const Disc&) const = default;
};

// The soft shadow of a rounded rectangle; 4 * blur + 1 pixels square, of which `blur` on each side lie outside.
struct Shadow {
    int blur = 0; // pixels
    Color color;
    Color color_at(double x, double y) const; // of the picture's pixel
    bool operator==(const Shadow&) const = default;
};

// A ring, of which a part from the top clockwise has another colour.
struct ProgressRing {
    int side = 0, width = 0; // pixels
    double fraction = 0;     // of the ring, 0 to 1
    Color track, arc;
    bool operator==(const ProgressRing&) const = default;
};

using Image = std::variant<TextLineImage, Disc, Shadow, ProgressRing>;

// Keeps the most recently used pictures within a budget of bytes. Not thread-safe.
class TextureCache {
public:
    // `typesetter` must outlive this.
    explicit TextureCache(text::Typesetter& typesetter, std::size_t budget_bytes = 24u << 20);
    ~TextureCache();
    TextureCache(const TextureCache&) = delete;
    TextureCache& operator=(const TextureCache&) = delete;

    ImTextureID request(const Image& image);

    struct CachedTexture {
        SDL_Texture* texture = nullptr;
        SDL_Rect
            opaque{}; // pixels: this part hides what is below it, and nothing is around it; empty: no part does
    };
    // A wanted picture, painted at its first use. Null: there is no such picture any more.
    CachedTexture texture(SDL_Renderer* renderer, ImTextureID id);

    void end_frame();        // lets go of the oldest pictures that this frame did not want
    void release_textures(); // the renderer lost them, or is about to be destroyed
    void clear();            // everything: nothing of a visit stays

    std::size_t size_bytes() const { return size_bytes_; }

private:
    struct Entry;
    struct Order {
        bool operator()(const Image& a, const Image& b) const;
    };

    text::SurfacePtr render(const Image& image, SDL_Rect& opaque) const;
    text::SurfacePtr render(const TextLineImage& text_line, SDL_Rect& opaque) const;
    void drop_texture(Entry& entry);

    text::Typesetter& typesetter_;
    std::size_t budget_bytes_;
    std::size_t size_bytes_ = 0;
    std::uint64_t next_id_ = 1;
    std::uint64_t frame_ = 0;
    std::list<Entry> entries_; // most recently used first
    std::map<Image, std::list<Entry>::iterator, Order> by_image_;
    std::map<std::uint64_t, std::list<Entry>::iterator> by_id_;
};

} // namespace render
