// Tests the emergency numbers that are drawn without a font.
#include "viewer/fontless_card.hpp"

#include "text/surface.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace {

struct RendererDeleter {
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};

constexpr int row_count = 5;

// Returns the number of separate digits in each row of numbers, from top to bottom.
std::vector<int> count_digits(int width, int height) {
    const text::SurfacePtr surface(
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
    const std::unique_ptr<SDL_Renderer, RendererDeleter> renderer(
        SDL_CreateSoftwareRenderer(surface.get()));
    viewer::draw_fontless_card(renderer.get(), width, height);
    SDL_RenderFlush(renderer.get());
    const auto is_ink = [&](int x, int y) {
        return text::pixel_row(*surface, y)[static_cast<std::size_t>(x)] !=
               text::pixel_row(*surface, 0)[0];
    };
    std::vector<int> rows;
    for (int row = 0; row < row_count; ++row) {
        int digit_count = 0;
        bool had_ink = false;
        for (int x = 0; x < width; ++x) {
            bool has_ink = false;
            for (int y = row * height / row_count; y < (row + 1) * height / row_count; ++y)
                has_ink = has_ink || is_ink(x, y);
            if (has_ink && !had_ink) ++digit_count;
            had_ink = has_ink;
        }
        rows.push_back(digit_count);
    }
    return rows;
}

} // namespace

TEST_CASE("the fontless card shows all digits of the emergency numbers") {
    const std::vector<int> digits{3, 3, 6, 6, 3}; // 911, 988, 741741, 233733, 211
    CHECK(count_digits(1920, 1080) == digits);
    CHECK(count_digits(1080, 1920) == digits);
    CHECK(count_digits(480, 800) == digits);
}
