// Lays out and renders paragraphs in any language: splits them into runs of one direction and font,
// breaks lines and renders them. All lengths are in pixels.
#pragma once

#include "text/surface.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class Face { regular, bold, light, icons };

// A text and the way to lay it out.
struct TextSpec {
    std::string text; // UTF-8; each ill-formed sequence is drawn as U+FFFD
    Face face = Face::regular;
    int em_px = 16;                 // em size; values outside 4 to 2000 are clamped
    int max_width = 0;              // 0 means unlimited: lines are broken only at '\n'
    bool is_right_to_left = false;  // direction of the paragraph
    std::string family;             // font family to try first; may be empty
    bool has_tight_leading = false; // less space between lines of Latin letters, for large headings

    bool operator==(const TextSpec&) const = default;
};

// A part of a line that has one font, one direction and one script.
struct Run {
    std::string text; // UTF-8
    int x = 0;        // distance from the left edge of the line
    int width = 0;
    int font = 0; // index inside the typesetter
    bool is_right_to_left = false;
    std::uint32_t script =
        0; // ISO 15924 code with its first letter in the highest byte, as in HarfBuzz
};

struct Line {
    std::vector<Run> runs; // in visual order, from left to right
    int y = 0;             // distance of the top from the top of the paragraph
    int width = 0;
    int height = 0;   // distance to the next line, unless the paragraph has tight leading
    int baseline = 0; // distance from the top of the line

    // Its characters [begin, end) in the text, as decode_text() returns it, with spaces at the end
    // that are not drawn.
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Paragraph {
    TextSpec spec;
    std::vector<Line> lines; // at least one
    int width = 0;           // of the widest line; never more than max_width
    int height = 0;
    bool has_split_word = false;   // a single word was wider than max_width and was cut
    std::vector<char32_t> missing; // characters that no installed font has, sorted, each once
};

// How much a typesetter keeps. A kiosk shows few sizes at a time. A program that draws all screens
// in all sizes is faster with more.
struct CacheLimits {
    std::size_t max_paragraphs = 400;
    std::size_t max_widths = 1000; // of runs, about 200 bytes each
};

// Lays out paragraphs and renders their lines. Keeps open fonts and recent paragraphs. Not
// thread-safe, so each thread needs its own.
class Typesetter {
public:
    // Throws std::runtime_error, which names a Debian package, if no font at all can be read.
    explicit Typesetter(const CacheLimits& limits = {});
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    // One sentence, which names a Debian package, for each basic font that cannot be read. Another
    // font replaces it.
    const std::vector<std::string>& warnings() const;

    // Returns the paragraph, measured and broken into lines. It stays valid as long as it is held,
    // also after clear_cache().
    std::shared_ptr<const Paragraph> layout(const TextSpec& spec);

    // How often layout() was called, for tests that compare the work of frames.
    std::size_t request_count() const;

    // Renders a line of one of this typesetter's paragraphs in ARGB8888 with straight alpha. The
    // offsets receive the position of the surface relative to the top left of the line. They are
    // negative where ink reaches out of the line: `offset_y` for stacked marks, `offset_x` for the
    // tail of a j. Returns null if there is nothing to see: the line is empty, or the alpha of
    // `color` is 0.
    SurfacePtr render_line(const Line& line, SDL_Color color, int& offset_x, int& offset_y);

    // Returns whether an installed font has this character.
    bool has_glyph(char32_t code_point, Face face);

    // Drops all cached paragraphs and widths, so that no text of a visit stays in memory.
    void clear_cache();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace text
