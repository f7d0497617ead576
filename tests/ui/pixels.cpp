// Checks the pixels of a picture: nothing of the previous picture is left, and the background of
// each text has the color in the outline.
#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"
#include "text/surface.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

namespace {

using preview::OffscreenCanvas;

void fill_surface(const SDL_Surface& surface, Uint32 pixel) {
    for (int y = 0; y < surface.h; ++y) std::ranges::fill(text::pixel_row(surface, y), pixel);
}

// Returns the largest difference between two pixels at the same position, in any color channel.
int max_difference(const SDL_Surface& one, const SDL_Surface& other) {
    int max = 0;
    for (int y = 0; y < one.h; ++y) {
        const auto a = text::pixel_row(one, y), b = text::pixel_row(other, y);
        if (std::ranges::equal(a, b)) continue;
        for (std::size_t x = 0; x < a.size(); ++x)
            for (const int shift : {0, 8, 16})
                max = std::max(max, std::abs(static_cast<int>(a[x] >> shift & 0xFF) -
                                             static_cast<int>(b[x] >> shift & 0xFF)));
    }
    return max;
}

// Checks the pixel just outside the box of a text, where no letter is. Returns the text and the
// position if the color there differs from the outline, and otherwise an empty string.
std::string find_wrong_background(const OffscreenCanvas& canvas, const ui::OutlineNode& node,
                                  const ui::Outline& outline) {
    const int x = static_cast<int>(node.rect.x) - 2,
              y = static_cast<int>(node.rect.y + node.rect.h / 2);
    const bool is_clipped =
        node.visible_rect().h < node.rect.h || node.visible_rect().w < node.rect.w;
    const bool is_covered = std::ranges::any_of(outline, [&](const ui::OutlineNode& other) {
        return other.event && !other.is_scrollable && node.is_scrollable &&
               other.rect.intersection(node.rect).h > 0;
    });
    if (is_clipped || is_covered || canvas.pixel(x, y) == node.background) return "";
    return fmt::format("{} at {}, {}; ", node.text, x, y);
}

// Draws the lines of a paragraph on a page of one color. If `background` is opaque, each line is
// drawn together with its background; otherwise it is blended with the page.
text::SurfacePtr render_on_page(const std::shared_ptr<const text::Paragraph>& paragraph,
                                render::Color background) {
    text::SurfacePtr page(SDL_CreateRGBSurfaceWithFormat(0, 1000, 300, 32, SDL_PIXELFORMAT_RGB888));
    fill_surface(*page, static_cast<Uint32>(background.r << 16 | background.g << 8 | background.b));
    const std::unique_ptr<SDL_Renderer, void (*)(SDL_Renderer*)> renderer(
        SDL_CreateSoftwareRenderer(page.get()), SDL_DestroyRenderer);
    render::TextureCache textures(test::typesetter());
    const render::Padding padding = render::text_padding(paragraph->spec.em_px);
    for (std::size_t i = 0; i < paragraph->lines.size(); ++i) {
        const auto id =
            textures.request(render::TextLineImage{paragraph, i, {20, 30, 60, 255}, background});
        const auto cached = textures.texture(renderer.get(), id);
        const SDL_Rect target{50 - padding.x + cached.part.x,
                              50 - padding.y + paragraph->lines[i].y + cached.part.y, cached.part.w,
                              cached.part.h};
        SDL_RenderCopy(renderer.get(), cached.texture, nullptr, &target);
    }
    SDL_RenderFlush(renderer.get());
    return page;
}

} // namespace

TEST_CASE("no pixel of the previous picture is left on any screen" * doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[1], test::panels[2]}) {
        OffscreenCanvas on_black(panel.width_px, panel.height_px),
            on_white(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : preview::all_screens(*content)) {
            for (const char* language : {"en", "ar"}) {
                CAPTURE(screen.name);
                CAPTURE(language);
                const auto kiosk =
                    preview::open_screen(content, screen, {language}, panel, test::typesetter());
                fill_surface(on_black.surface(), 0x000000);
                fill_surface(on_white.surface(), 0xFFFFFF);
                on_black.draw(*kiosk);
                on_white.draw(*kiosk);
                CHECK(max_difference(on_black.surface(), on_white.surface()) == 0);
            }
        }
    }
}

TEST_CASE("every text is drawn on the background color of its outline node" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[1], test::panels[2]}) {
        OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : preview::all_screens(*content)) {
            for (const session::ColorScheme color_scheme :
                 {session::ColorScheme::light, session::ColorScheme::dark,
                  session::ColorScheme::high_contrast}) {
                if (screen.state.is_covered) continue; // the cover has a gradient
                CAPTURE(screen.name);
                const auto kiosk = preview::open_screen(content, screen, {"en", color_scheme},
                                                        panel, test::typesetter());
                canvas.draw(*kiosk);
                std::string wrong_texts;
                for (const ui::OutlineNode& node : kiosk->outline())
                    if (node.text_color != node.background)
                        wrong_texts += find_wrong_background(canvas, node, kiosk->outline());
                CHECK(wrong_texts == "");
            }
        }
    }
}

TEST_CASE("on the cover, the gradient is visible around the letters") {
    const ui::Panel panel = test::panels[1];
    const auto content = test::real_content();
    const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, "cover"),
                                            {"en"}, panel, test::typesetter());
    OffscreenCanvas canvas(panel.width_px, panel.height_px);
    canvas.draw(*kiosk);
    int text_count = 0;
    for (const ui::OutlineNode& node : kiosk->outline()) {
        if (node.text_color == node.background) continue; // not a text
        ++text_count;
        const int x = static_cast<int>(node.rect.x + node.rect.w / 2);
        for (const double y : {node.rect.y + 2, node.rect.bottom() - 3})
            CHECK(canvas.pixel(x, static_cast<int>(y)) == canvas.pixel(0, static_cast<int>(y)));
    }
    CHECK(text_count == 4);
}

TEST_CASE("a text drawn with its background looks the same as a blended text") {
    struct Sample {
        const char* text;
        bool is_right_to_left = false;
        bool has_tight_leading = false;
    };
    for (const Sample& sample :
         {Sample{"jumping (over) the lazy fjord\nÅngström, jqg"},
          Sample{"jumping (over) the lazy fjord\nÅngström, jqg", false, true},
          Sample{"النُّصُوصُ العَرَبِيَّةُ\nالنُّصُوصُ العَرَبِيَّةُ", true}, Sample{"မြန်မာ ကျွန်ုပ်တို့\nဦးဉှို ကျွန်ုပ်တို့"}}) {
        CAPTURE(sample.text);
        CAPTURE(sample.has_tight_leading);
        const auto paragraph =
            test::typesetter().layout({sample.text, text::Face::regular, 40, 0,
                                       sample.is_right_to_left, "", sample.has_tight_leading});
        REQUIRE(paragraph->lines.size() == 2);
        CHECK(max_difference(*render_on_page(paragraph, {250, 240, 210, 0}),
                             *render_on_page(paragraph, {250, 240, 210, 255})) <= 2);
    }
}

TEST_CASE("the texture of a text has no empty rows above and below its letters") {
    const text::SurfacePtr page(
        SDL_CreateRGBSurfaceWithFormat(0, 100, 100, 32, SDL_PIXELFORMAT_RGB888));
    const std::unique_ptr<SDL_Renderer, void (*)(SDL_Renderer*)> renderer(
        SDL_CreateSoftwareRenderer(page.get()), SDL_DestroyRenderer);
    render::TextureCache textures(test::typesetter());
    constexpr int em_px = 40;
    const auto height = [&](const char* text) {
        const auto paragraph =
            test::typesetter().layout({text, text::Face::regular, em_px, 0, false, ""});
        const auto id = textures.request(render::TextLineImage{paragraph, 0, {20, 30, 60, 255}});
        const auto cached = textures.texture(renderer.get(), id);
        int texture_height = 0;
        SDL_QueryTexture(cached.texture, nullptr, nullptr, nullptr, &texture_height);
        CHECK(texture_height == cached.part.h);
        return texture_height;
    };
    CHECK(height("ace") < 0.7 * em_px);
    CHECK(height("Hg") > 0.8 * em_px);
    CHECK(height(" ") == 1);
}
