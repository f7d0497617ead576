#include "text/render_line.hpp"

#include "text/surface.hpp"

#include <algorithm>
#include <vector>

namespace text {
namespace {

constexpr int max_width_px = 32767; // wider than any screen and any texture

struct RenderedRun {
    SurfacePtr surface;
    int x = 0;
    int top = 0; // distance from the top of the line
    int bottom() const { return top + surface->h; }
};

std::vector<RenderedRun> render_runs(const Line& line, SDL_Color color, FontManager& fonts) {
    std::vector<RenderedRun> rendered;
    for (const Run& run : line.runs) {
        int baseline = 0;
        SurfacePtr surface = fonts.render_run(run, color, baseline);
        if (surface) rendered.push_back({std::move(surface), run.x, line.baseline - baseline});
    }
    return rendered;
}

// Copies a run to the surface of its line. Where two runs overlap, the pixel with the higher alpha
// remains, because blending would make the overlap darker.
void blend_run(const RenderedRun& run, const SDL_Surface& target, int top) {
    // Less than the width of the run if the line is cut off.
    const auto available_width = static_cast<std::size_t>(std::max(0, target.w - run.x));
    for (int row = 0; row < run.surface->h; ++row) {
        const auto to = pixel_row(target, row + run.top - top).last(available_width);
        const auto from = pixel_row(*run.surface, row);
        const auto visible = from.first(std::min(from.size(), available_width));
        std::transform(visible.begin(), visible.end(), to.begin(), to.begin(),
                       [](Uint32 one, Uint32 other) { return std::max(one, other); });
    }
}

} // namespace

SurfacePtr render_line(const Line& line, SDL_Color color, FontManager& fonts, int& offset_x,
                       int& offset_y) {
    offset_x = 0;
    offset_y = 0;
    const bool is_transparent = color.a == 0; // SDL_ttf would treat it as opaque.
    if (is_transparent || line.width <= 0 || line.width > max_width_px) return nullptr;
    std::vector<RenderedRun> runs = render_runs(line, color, fonts);
    if (runs.empty()) return nullptr;
    int top = runs.front().top;
    int bottom = runs.front().bottom();
    for (const RenderedRun& run : runs) {
        top = std::min(top, run.top);
        bottom = std::max(bottom, run.bottom());
    }
    offset_x = -fonts.overhang(line.runs.front()); // aligns the left edges of the lines
    offset_y = top;
    if (runs.size() == 1 && runs.front().surface->w == line.width)
        return std::move(runs.front().surface);

    SurfacePtr whole(
        SDL_CreateRGBSurfaceWithFormat(0, line.width, bottom - top, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!whole) return nullptr;
    SDL_FillRect(whole.get(), nullptr,
                 SDL_MapRGBA(whole->format, color.r, color.g, color.b, SDL_ALPHA_TRANSPARENT));
    for (const RenderedRun& run : runs) blend_run(run, *whole, top);
    return whole;
}

} // namespace text
