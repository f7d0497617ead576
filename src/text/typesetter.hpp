// Sets paragraphs of any language: splits runs by direction and by font, breaks lines, paints them.
#pragma once

#include "text/surface.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class Face { regular, bold, light, icons };

struct TextSpec {
    std::string text; // UTF-8; ill-formed bytes are set as U+FFFD
    Face face = Face::regular;
    int em_px = 16;                 // em size in pixels, 4 to 2000
    int max_width = 0;              // pixels; 0: one line, only broken at '\n'
    bool is_right_to_left = false;  // direction of the paragraph
    std::string family;             // to try first; may be empty
    bool has_tight_leading = false; // lines of Latin letters stand nearer, as those of a large heading should

    bool operator==(const TextSpec&) const = default;
};

// Part of a line in one font, direction and script, in the order it is painted: left to right.
struct Run {
    std::string text;
    int x = 0; // from the line's left edge
    int width = 0;
    int font = 0; // index of the typesetter's own
    bool is_right_to_left = false;
    std::uint32_t script = 0; // ISO 15924 tag as HarfBuzz has it
};

struct Line {
    std::vector<Run> runs;
    int y = 0; // top, from the paragraph's
    int width = 0;
    int height = 0;   // to the next line, unless the setting is tight
    int baseline = 0; // from the line's top
};

struct Paragraph {
    TextSpec spec;
    std::vector<Line> lines;
    int width = 0; // of the widest line; at most max_width, whatever the text
    int height = 0;
    bool has_split_word = false;   // a single word was wider than max_width and was cut
    std::vector<char32_t> missing; // characters no font has
};

// Not thread-safe: one per thread. Keeps its open fonts and recent paragraphs.
class Typesetter {
public:
    Typesetter(); // throws std::runtime_error, naming a Debian package, when no font at all can be read
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    // One sentence, naming a Debian package, for each basic font that cannot be read and has been replaced.
    const std::vector<std::string>& warnings() const;

    // Measured and broken, not yet painted. Valid for as long as it is held.
    std::shared_ptr<const Paragraph> layout(const TextSpec& spec);

    // One line, ARGB8888 with straight alpha. `offset_y` receives where the surface's top lies relative to the
    // line's top (stacked marks may rise above it: then negative), `offset_x` the same for its left edge (a j
    // may hang over). Null when there is nothing to see: an empty line, or ink of alpha 0.
    SurfacePtr render_line(const Line& line, SDL_Color color, int& offset_x, int& offset_y);

    // Whether some installed font has this character.
    bool has_glyph(char32_t code_point, Face face);

    void clear_cache(); // all cached paragraphs: nothing of a visit stays

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace text
