// What is drawn, pixel by pixel: nothing is left of the picture before, and a text stands on the ground that it
// is said to stand on.
#include "platform/offscreen.hpp"
#include "support/panels.hpp"
#include "support/visitor.hpp"
#include "text/surface.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

namespace {

using platform::Offscreen;

void fill(const SDL_Surface& picture, Uint32 pixel) {
    for (int y = 0; y < picture.h; ++y) std::ranges::fill(text::row_of(picture, y), pixel);
}

// The largest between two pixels, of any of their colours.
int distance(const SDL_Surface& one, const SDL_Surface& other) {
    int most = 0;
    for (int y = 0; y < one.h; ++y) {
        const auto a = text::row_of(one, y), b = text::row_of(other, y);
        if (std::ranges::equal(a, b)) continue;
        for (std::size_t x = 0; x < a.size(); ++x)
            for (const int shift : {0, 8, 16})
                most = std::max(most, std::abs(static_cast<int>(a[x] >> shift & 0xFF) -
                                               static_cast<int>(b[x] >> shift & 0xFF)));
    }
    return most;
}

// Just outside of its box, where no ink is: its text, if another colour is there.
std::string off_its_ground(const Offscreen& picture, const ui::Node& node, const ui::Outline& outline) {
    const int x = static_cast<int>(node.rect.x) - 2, y = static_cast<int>(node.rect.y + node.rect.h / 2);
    const bool is_clipped = node.visible().h < node.rect.h || node.visible().w < node.rect.w;
    const bool is_covered = std::ranges::any_of(outline, [&](const ui::Node& other) {
        return other.event && !other.scrolls && node.scrolls && other.rect.common(node.rect).h > 0;
    });
    if (is_clipped || is_covered || picture.at(x, y) == node.ground) return "";
    return fmt::format("{} at {}, {}; ", node.text, x, y);
}

// The lines of a paragraph on a page of one colour: over it, or, where `ground` is opaque, each on its own
// piece of it.
text::Surface laid_out(const std::shared_ptr<const text::Paragraph>& paragraph, ui::Colour ground) {
    text::Surface page(SDL_CreateRGBSurfaceWithFormat(0, 1000, 300, 32, SDL_PIXELFORMAT_RGB888));
    fill(*page, static_cast<Uint32>(ground.r << 16 | ground.g << 8 | ground.b));
    const std::unique_ptr<SDL_Renderer, void (*)(SDL_Renderer*)> renderer(
        SDL_CreateSoftwareRenderer(page.get()), SDL_DestroyRenderer);
    ui::Pictures pictures(test::typesetter());
    const ui::Pad pad = ui::text_pad(paragraph->setting.px);
    for (std::size_t i = 0; i < paragraph->lines.size(); ++i) {
        const auto id = pictures.want(ui::InkedLine{paragraph, i, {20, 30, 60, 255}, ground});
        const auto [texture, opaque] = pictures.painted(renderer.get(), id);
        SDL_Rect part{0, 0, 0, 0};
        SDL_QueryTexture(texture, nullptr, nullptr, &part.w, &part.h);
        if (opaque.w > 0) part = opaque;
        const SDL_Rect to{50 - pad.across + part.x, 50 - pad.down + paragraph->lines[i].y + part.y, part.w,
                          part.h};
        SDL_RenderCopy(renderer.get(), texture, &part, &to);
    }
    SDL_RenderFlush(renderer.get());
    return page;
}

} // namespace

TEST_CASE("nothing of the picture before is left, whatever is hidden by what") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[1], test::panels[2]}) {
        Offscreen on_black(panel.width_px, panel.height_px), on_white(panel.width_px, panel.height_px);
        for (const ui::Scene& scene : test::all_scenes(*content)) {
            for (const char* language : {"en", "ar"}) {
                CAPTURE(scene.name);
                CAPTURE(language);
                const auto kiosk = ui::stage(content, scene, {language}, panel, test::typesetter());
                fill(on_black.surface(), 0x000000);
                fill(on_white.surface(), 0xFFFFFF);
                on_black.paint(*kiosk);
                on_white.paint(*kiosk);
                CHECK(distance(on_black.surface(), on_white.surface()) == 0);
            }
        }
    }
}

TEST_CASE("every text stands on the ground that it says") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : {test::panels[1], test::panels[2]}) {
        Offscreen picture(panel.width_px, panel.height_px);
        for (const ui::Scene& scene : test::all_scenes(*content)) {
            for (const session::Look look :
                 {session::Look::paper, session::Look::dark, session::Look::contrast}) {
                if (scene.state.covered) continue; // on a dawn of many colours
                CAPTURE(scene.name);
                const auto kiosk = ui::stage(content, scene, {"en", look}, panel, test::typesetter());
                picture.paint(*kiosk);
                std::string wrong;
                for (const ui::Node& node : kiosk->outline())
                    if (node.ink != node.ground) wrong += off_its_ground(picture, node, kiosk->outline());
                CHECK(wrong == "");
            }
        }
    }
}

TEST_CASE("on the cover the dawn shines through around the letters") {
    const ui::Panel panel = test::panels[1];
    const auto content = test::real_content();
    const auto kiosk = ui::stage(content, *ui::scene(*content, "cover"), {"en"}, panel, test::typesetter());
    Offscreen picture(panel.width_px, panel.height_px);
    picture.paint(*kiosk);
    int texts = 0;
    for (const ui::Node& node : kiosk->outline()) {
        if (node.ink == node.ground) continue; // not a text
        ++texts;
        const int x = static_cast<int>(node.rect.x + node.rect.w / 2);
        for (const double y : {node.rect.y + 2, node.rect.bottom() - 3})
            CHECK(picture.at(x, static_cast<int>(y)) == picture.at(0, static_cast<int>(y)));
    }
    CHECK(texts == 4);
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
        const auto paragraph = test::typesetter().set(
            {sample.words, text::Face::regular, 40, 0, sample.right_to_left, "", sample.tight});
        REQUIRE(paragraph->lines.size() == 2);
        CHECK(distance(*laid_out(paragraph, {250, 240, 210, 0}), *laid_out(paragraph, {250, 240, 210, 255})) <=
              2);
    }
}
