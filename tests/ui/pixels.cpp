// What is drawn, pixel by pixel: nothing is left of the picture before, and a text stands on the ground that it
// is said to stand on.
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

// The largest between two pixels, of any of their colours.
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

// Just outside of its box, where no ink is: its text, if another colour is there.
std::string find_wrong_background(const OffscreenCanvas& canvas, const ui::OutlineNode& node,
                                  const ui::Outline& outline) {
    const int x = static_cast<int>(node.rect.x) - 2, y = static_cast<int>(node.rect.y + node.rect.h / 2);
    const bool is_clipped = node.visible_rect().h < node.rect.h || node.visible_rect().w < node.rect.w;
    const bool is_covered = std::ranges::any_of(outline, [&](const ui::OutlineNode& other) {
        return other.event && !other.is_scrollable && node.is_scrollable &&
               other.rect.intersection(node.rect).h > 0;
    });
    if (is_clipped || is_covered || canvas.pixel(x, y) == node.background) return "";
    return fmt::format("{} at {}, {}; ", node.text, x, y);
}

// The lines of a paragraph on a page of one colour: over it, or, where `ground` is opaque, each on its own
// piece of it.
text::SurfacePtr render_on_page(const std::shared_ptr<const text::Paragraph>& paragraph, render::Color background) {
    text::SurfacePtr page(SDL_CreateRGBSurfaceWithFormat(0, 1000, 300, 32, SDL_PIXELFORMAT_RGB888));
    fill_surface(*page, static_cast<Uint32>(background.r << 16 | background.g << 8 | background.b));
    const std::unique_ptr<SDL_Renderer, void (*)(SDL_Renderer*)> renderer(
        SDL_CreateSoftwareRenderer(page.get()), SDL_DestroyRenderer);
    render::TextureCache textures(test::typesetter());
    const render::Padding padding = render::text_padding(paragraph->spec.em_px);
    for (std::size_t i = 0; i < paragraph->lines.size(); ++i) {
        const auto id = textures.request(render::TextLineImage{paragraph, i, {20, 30, 60, 255}, background});
        const auto [texture, opaque] = textures.texture(renderer.get(), id);
        SDL_Rect part{0, 0, 0, 0};
        SDL_QueryTexture(texture, nullptr, nullptr, &part.w, &part.h);
        if (opaque.w > 0) part = opaque;
        const SDL_Rect target{50 - padding.x + part.x, 50 - padding.y + paragraph->lines[i].y + part.y, part.w,
                              part.h};
        SDL_RenderCopy(renderer.get(), texture, &part, &target);
    }
    SDL_RenderFlush(renderer.get());
    return page;
}

} // namespace

TEST_CASE("nothing of the picture before is left, whatever is hidden by what") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[1], test::panels[2]}) {
        OffscreenCanvas on_black(panel.width_px, panel.height_px), on_white(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : test::all_screens(*content)) {
            for (const char* language : {"en", "ar"}) {
                CAPTURE(screen.name);
                CAPTURE(language);
                const auto kiosk = preview::open_screen(content, screen, {language}, panel, test::typesetter());
                fill_surface(on_black.surface(), 0x000000);
                fill_surface(on_white.surface(), 0xFFFFFF);
                on_black.draw(*kiosk);
                on_white.draw(*kiosk);
                CHECK(max_difference(on_black.surface(), on_white.surface()) == 0);
            }
        }
    }
}

TEST_CASE("every text stands on the ground that it says") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[1], test::panels[2]}) {
        OffscreenCanvas canvas(panel.width_px, panel.height_px);
        for (const preview::Screen& screen : test::all_screens(*content)) {
            for (const session::ColorScheme color_scheme :
                 {session::ColorScheme::light, session::ColorScheme::dark,
                  session::ColorScheme::high_contrast}) {
                if (screen.state.is_covered) continue; // on a dawn of many colours
                CAPTURE(screen.name);
                const auto kiosk =
                    preview::open_screen(content, screen, {"en", color_scheme}, panel, test::typesetter());
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

TEST_CASE("on the cover the dawn shines through around the letters") {
    const ui::Panel panel = test::panels[1];
    const auto content = test::real_content();
    const auto kiosk =
        preview::open_screen(content, *preview::find_screen(*content, "cover"), {"en"}, panel, test::typesetter());
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

TEST_CASE("a text that is painted on its ground looks as if it were laid over it") {
    struct Sample {
        const char* words;
        bool right_to_left = false, tight = false;
    };
    for (const Sample& sample :
         {Sample{"jumping (over) the lazy fjord\nÅngström, jqg"},
          Sample{"jumping (over) the lazy fjord\nÅngström, jqg", false, true},
          Sample{"النُّصُوصُ العَرَبِيَّةُ\nالنُّصُوصُ العَرَبِيَّةُ", true}, Sample{"မြန်မာ ကျွန်ုပ်တို့\nဦးဉှို ကျွန်ုပ်တို့"}}) {
        CAPTURE(sample.words);
        CAPTURE(sample.tight);
        const auto paragraph = test::typesetter().layout(
            {sample.words, text::Face::regular, 40, 0, sample.right_to_left, "", sample.tight});
        REQUIRE(paragraph->lines.size() == 2);
        CHECK(max_difference(*render_on_page(paragraph, {250, 240, 210, 0}),
                             *render_on_page(paragraph, {250, 240, 210, 255})) <= 2);
    }
}
