// The small images that a screen consists of: lines of text, corners of rounded shapes, shadows and
// progress rings. An image is requested while a frame is built, and rendered only when the frame is
// drawn.
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

// One line of a paragraph. The image is larger than the line by text_padding() on each side,
// because marks and tails of letters may reach out of the line. It must be drawn as a whole and in
// its own size.
struct TextLineImage {
    std::shared_ptr<const text::Paragraph> paragraph;
    std::size_t line_index = 0;
    Color color;
    Color background = {0, 0, 0, 0}; // color behind the whole line; transparent if it is unknown
};

// In pixels, on each side.
struct Padding {
    int x = 0;
    int y = 0;
};

// Returns the padding of text with this em size.
Padding text_padding(int em_px);

// A disc of diameter 2 * radius, with an outline. Its quarters are the corners of a rounded
// rectangle.
struct Disc {
    int radius = 0; // pixels
    int edge = 0;   // width of the outline in pixels; 0 for none
    Color fill;
    Color edge_color;
    bool operator==(const Disc&) const = default;
};

// The soft shadow of a rounded rectangle. The image is a square of 4 * blur + 1 pixels, and `blur`
// pixels on each side are outside of the rectangle.
struct Shadow {
    int blur = 0; // pixels
    Color color;

    // Returns the color of a pixel of the image.
    Color color_at(double x, double y) const;

    bool operator==(const Shadow&) const = default;
};

// A ring, of which a part has another color. The part begins at the top and continues clockwise,
// and its ends are round.
struct ProgressRing {
    int side = 0;        // diameter in pixels
    int width = 0;       // of the line in pixels
    double fraction = 0; // size of the part, 0 to 1
    Color track;
    Color arc; // color of the part
    bool operator==(const ProgressRing&) const = default;
};

using Image = std::variant<TextLineImage, Disc, Shadow, ProgressRing>;

// Renders images to textures, and keeps the most recently used ones within a memory budget. Not
// thread-safe.
class TextureCache {
public:
    // `typesetter` must outlive this.
    explicit TextureCache(text::Typesetter& typesetter, std::size_t budget_bytes = 24u << 20);
    ~TextureCache();
    TextureCache(const TextureCache&) = delete;
    TextureCache& operator=(const TextureCache&) = delete;

    // Returns an ID to put into a draw list. It stays valid until end_frame() of a frame that did
    // not request the image.
    ImTextureID request(const Image& image);

    struct CachedTexture {
        SDL_Texture* texture = nullptr; // owned by the cache

        // The part of the image that the texture is, in pixels. The rest is transparent. Empty for
        // the whole image.
        SDL_Rect part{};

        bool is_opaque = false; // known only for a line of text
    };

    // Returns the texture of a requested image, which is rendered at its first use. All calls must
    // use the same renderer, until release_textures(). The texture is null if there is no such
    // image, or if it cannot be rendered.
    CachedTexture texture(SDL_Renderer* renderer, ImTextureID id);

    // Evicts the least recently used images until the budget is met, but none that this frame
    // requested.
    void end_frame();

    // Drops all textures, because the renderer has lost them or will be destroyed. Images stay, and
    // are rendered again.
    void release_textures();

    // Drops all images, so that nothing of a visit stays in memory.
    void clear();

    std::size_t size_bytes() const { return size_bytes_; }

private:
    struct Entry;
    struct Order {
        bool operator()(const Image& a, const Image& b) const;
    };

    text::SurfacePtr render(const Image& image, CachedTexture& cached) const;
    text::SurfacePtr render(const TextLineImage& text_line, CachedTexture& cached) const;
    void drop_texture(Entry& entry);

    text::Typesetter& typesetter_;
    std::size_t budget_bytes_;
    std::size_t size_bytes_ = 0;
    std::uint64_t next_id_ = 1;
    std::uint64_t frame_ = 0;
    std::list<Entry> entries_; // the most recently used one is the first
    std::map<Image, std::list<Entry>::iterator, Order> by_image_;
    std::map<std::uint64_t, std::list<Entry>::iterator> by_id_;
};

} // namespace render
