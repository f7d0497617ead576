#include "text/painting.hpp"

#include "text/surface.hpp"

#include <algorithm>
#include <vector>

namespace text {
namespace {

constexpr int widest = 32767; // pixels: past any screen and any texture

struct PaintedRun {
    Surface surface;
    int x = 0;
    int top = 0; // from the line's
    int bottom() const { return top + surface->h; }
};

std::vector<PaintedRun> paint_runs(const Line& line, SDL_Color ink, Fonts& fonts) {
    std::vector<PaintedRun> painted;
    for (const Run& run : line.runs) {
        int baseline = 0;
        Surface surface = fonts.paint(run, ink, baseline);
        if (surface) painted.push_back({std::move(surface), run.x, line.baseline - baseline});
    }
    return painted;
}

// Where two runs overlap the stronger ink stays: blending would paint a seam darker.
void lay(const PaintedRun& run, const SDL_Surface& onto, int top) {
    const auto room =
        static_cast<std::size_t>(std::max(0, onto.w - run.x)); // less than the run's where the line is cut off
    for (int row = 0; row < run.surface->h; ++row) {
        const auto to = row_of(onto, row + run.top - top).last(room);
        const auto from = row_of(*run.surface, row);
        const auto seen = from.first(std::min(from.size(), room));
        std::transform(seen.begin(), seen.end(), to.begin(), to.begin(),
                       [](Uint32 one, Uint32 other) { return std::max(one, other); });
    }
}

} // namespace

Surface paint(const Line& line, SDL_Color ink, Fonts& fonts, int& offset_x, int& offset_y) {
    offset_x = 0;
    offset_y = 0;
    if (ink.a == 0 || line.width <= 0 || line.width > widest)
        return nullptr; // SDL_ttf takes alpha 0 for opaque
    std::vector<PaintedRun> runs = paint_runs(line, ink, fonts);
    if (runs.empty()) return nullptr;
    int top = runs.front().top;
    int bottom = runs.front().bottom();
    for (const PaintedRun& run : runs) {
        top = std::min(top, run.top);
        bottom = std::max(bottom, run.bottom());
    }
    offset_x = -fonts.overhang(line.runs.front()); // so that lines begin exactly below one another
    offset_y = top;
    if (runs.size() == 1 && runs.front().surface->w == line.width) return std::move(runs.front().surface);

    Surface whole(SDL_CreateRGBSurfaceWithFormat(0, line.width, bottom - top, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!whole) return nullptr;
    SDL_FillRect(whole.get(), nullptr, SDL_MapRGBA(whole->format, ink.r, ink.g, ink.b, SDL_ALPHA_TRANSPARENT));
    for (const PaintedRun& run : runs) lay(run, *whole, top);
    return whole;
}

} // namespace text
