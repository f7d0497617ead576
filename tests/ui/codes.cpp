// Every code is read back from the drawn screen, as a phone would read it, and compared with content.yaml.
#include "platform/offscreen.hpp"
#include "qr/code.hpp"
#include "support/panels.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <zbar.h>

#include <set>

using namespace session;

namespace {

std::set<std::string> read_codes(const platform::Offscreen& picture) {
    const SDL_Surface& surface = picture.surface();
    std::vector<unsigned char> grey(static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h));
    for (int y = 0; y < surface.h; ++y) {
        for (int x = 0; x < surface.w; ++x) {
            const ui::Colour c = picture.at(x, y);
            grey[static_cast<std::size_t>(y * surface.w + x)] =
                static_cast<unsigned char>((c.r + 2 * c.g + c.b) / 4);
        }
    }
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    // Of a picture that large every second line will do: a phone sees no more.
    const int step = surface.w > 3000 || surface.h > 3000 ? 2 : 1;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_X_DENSITY, step);
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_Y_DENSITY, step);
    zbar::Image image(static_cast<unsigned>(surface.w), static_cast<unsigned>(surface.h), "Y800", grey.data(),
                      grey.size());
    scanner.scan(image);
    std::set<std::string> found;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
        found.insert(symbol->get_data());
    return found;
}

std::set<std::string> read_codes(ui::Kiosk& kiosk) {
    const ui::Panel& panel = kiosk.theme().panel();
    platform::Offscreen picture(panel.width_px, panel.height_px);
    picture.paint(kiosk);
    return read_codes(picture);
}

// What the code of a line must say, put together from the digits in content.yaml by hand.
std::string expected(const content::HelpLine& line, bool texting, const content::Translation& language) {
    const auto address = [](const std::string& digits) { return digits.size() == 10 ? "+1" + digits : digits; };
    if (!texting) return "tel:" + address(line.call->digits());
    const std::string word(line.text->word.empty() ? std::string_view() : language(line.text->word));
    return "SMSTO:" + address(line.text->to.digits()) + (word.empty() ? "" : ":" + word);
}

std::string where(const ui::Panel& panel, const std::string& scene, Look look) {
    return fmt::format("{} inch {}x{}, {}, look {}", panel.inches, panel.width_px, panel.height_px, scene,
                       static_cast<int>(look));
}

} // namespace

TEST_CASE("each slip's code is read from the screen of every panel, in every look") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        const Look look = static_cast<Look>((&panel - test::panels.data()) % 3);
        for (const content::HelpLine& line : content->help_lines) {
            if (!content->shows(line.audience)) continue;
            for (const bool texting : {false, true}) {
                if (texting ? !line.text.has_value() : !line.call.has_value()) continue;
                ui::Scene scene{"slip/" + line.id, {}, false};
                scene.state.slip = Slip{line.id, texting, {}};
                const auto kiosk = ui::stage(content, scene, {"en", look}, panel, test::typesetter());
                std::set<std::string> wanted;
                if (line.id != "emergency")
                    wanted.insert(expected(line, texting, kiosk->content().language("en")));
                CHECK_MESSAGE(read_codes(*kiosk) == wanted, where(panel, scene.name, look));
            }
        }
    }
}

TEST_CASE("a slip is read in all three looks, and in Spanish with the Spanish word") {
    const auto content = test::real_content();
    for (const Look look : {Look::paper, Look::dark, Look::contrast}) {
        for (const char* language : {"en", "es", "ar"}) {
            const content::HelpLine& line = *content->line("crisis-text");
            ui::Scene scene{"slip/crisis-text", {}, false};
            scene.state.slip = Slip{line.id, true, {}};
            const auto kiosk = ui::stage(content, scene, {language, look}, {}, test::typesetter());
            CHECK(read_codes(*kiosk) ==
                  std::set<std::string>{expected(line, true, content->language(language))});
        }
    }
    CHECK(expected(*content->line("crisis-text"), true, content->language("es")) == "SMSTO:741741:AYUDA");
}

TEST_CASE("all codes of the strip are read from home, wherever home shows them, in every look") {
    const auto content = test::real_content();
    int shown = 0;
    for (const ui::Panel& panel : test::panels) {
        for (const Look look : {Look::paper, Look::dark, Look::contrast}) {
            const auto kiosk =
                ui::stage(content, *ui::scene(*content, "home"), {"en", look}, panel, test::typesetter());
            std::set<std::string> wanted;
            for (const ui::Node& node : kiosk->outline())
                if (node.role == ui::Role::code) wanted.insert(node.text);
            shown += static_cast<int>(wanted.size());
            CHECK_MESSAGE(read_codes(*kiosk) == wanted, where(panel, "home", look));
        }
    }
    CHECK(shown >= 3 * 3 * 8); // three codes, three looks, and half of the panels at the least
}

TEST_CASE("the code that staff try a phone on says which program this is, on every panel") {
    const auto content = test::real_content();
    const ui::Scene scene = *ui::scene(*content, "staff/code");
    for (const ui::Panel& panel : test::panels) {
        const auto kiosk = ui::stage(content, scene, {"en"}, panel, test::typesetter());
        CHECK_MESSAGE(read_codes(*kiosk) == std::set<std::string>{scene.facts.program},
                      where(panel, scene.name, Look::paper));
    }
}

TEST_CASE("a slip's code is 60 mm wide where the panel has it, with four modules of plain ground around it") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 10) continue;
        for (const char* name : {"slip/local", "slip/hotline", "slip/crisis-text"}) {
            const auto kiosk = ui::stage(content, *ui::scene(*content, name), {}, panel, test::typesetter());
            platform::Offscreen picture(panel.width_px, panel.height_px);
            picture.paint(*kiosk);
            for (const ui::Node& node : kiosk->outline()) {
                if (node.role != ui::Role::code) continue;
                CHECK_MESSAGE(kiosk->theme().panel_mm(node.rect.w) >= 60, where(panel, name, Look::paper));
                const int zone = static_cast<int>(node.rect.w) / qr::encode(node.text)->size * 4;
                const int left = static_cast<int>(node.rect.x) - zone,
                          right = static_cast<int>(node.rect.right()) + zone - 1;
                for (int y = static_cast<int>(node.rect.y) - zone; y < node.rect.bottom() + zone; y += 3)
                    for (const int x :
                         {left, static_cast<int>(node.rect.x) - 1, static_cast<int>(node.rect.right()), right})
                        REQUIRE_MESSAGE(picture.at(x, y) == (ui::Colour{255, 255, 255, 255}),
                                        where(panel, name, Look::paper));
            }
        }
    }
}
