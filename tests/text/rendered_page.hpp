// Helpers of the text tests: a shared typesetter, short functions for layout, and access to
// rendered pixels.
#pragma once

#include "text/typesetter.hpp"

#include <memory>
#include <string>

inline text::Typesetter& typesetter() {
    static text::Typesetter only;
    return only;
}

inline std::shared_ptr<const text::Paragraph> layout(const std::string& words, int max_width = 0,
                                                     int px = 38,
                                                     text::Face face = text::Face::regular) {
    return typesetter().layout({words, face, px, max_width, false, ""});
}

inline std::shared_ptr<const text::Paragraph> layout_right_to_left(const std::string& words,
                                                                   int max_width = 0) {
    return typesetter().layout({words, text::Face::regular, 38, max_width, true, ""});
}

// Returns the runs of a line from left to right, with a bar between them.
inline std::string shown_text(const text::Line& line) {
    std::string joined;
    for (const text::Run& run : line.runs) joined += (joined.empty() ? "" : "|") + run.text;
    return joined;
}

// Returns the lines of a paragraph, with '\n' between them.
inline std::string shown_text(const text::Paragraph& paragraph) {
    std::string joined;
    for (const text::Line& line : paragraph.lines)
        joined += (&line == &paragraph.lines.front() ? "" : "\n") + shown_text(line);
    return joined;
}

// The rendered pixels of a line. The origin is the top left corner of the line.
class RenderedLine {
public:
    explicit RenderedLine(const text::Line& line, SDL_Color color = {0, 0, 0, 255})
        : surface_(typesetter().render_line(line, color, left_, top_)) {}

    SDL_Surface* surface() const { return surface_.get(); }
    int left() const { return left_; }
    int right() const { return left_ + surface_->w; }
    int top() const { return top_; }
    int bottom() const { return top_ + surface_->h; }

    Uint32 pixel(int x, int y) const {
        const int row = y - top_;
        const int column = x - left_;
        if (row < 0 || column < 0 || row >= surface_->h || column >= surface_->w) return 0;
        const auto* first = static_cast<const Uint8*>(surface_->pixels) + row * surface_->pitch;
        return reinterpret_cast<const Uint32*>(first)[column];
    }
    int alpha(int x, int y) const { return static_cast<int>(pixel(x, y) >> 24); }

    // Return the last and the first row that has an alpha over one half between two columns.
    int lowest(int from, int to) const {
        for (int y = bottom() - 1; y >= top(); --y)
            for (int x = from; x < to; ++x)
                if (alpha(x, y) > 127) return y;
        return top() - 1;
    }
    int highest(int from, int to) const {
        for (int y = top(); y < bottom(); ++y)
            for (int x = from; x < to; ++x)
                if (alpha(x, y) > 127) return y;
        return bottom();
    }

private:
    int left_ = 0;
    int top_ = 0;
    text::SurfacePtr surface_;
};
