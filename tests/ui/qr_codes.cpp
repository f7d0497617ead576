// Decodes every QR code from the drawn screen, as a phone does, and compares it with content.yaml.
#include "preview/offscreen_canvas.hpp"
#include "qr/code.hpp"
#include "qr/code_cache.hpp"
#include "support/panels.hpp"
#include "support/qr_reader.hpp"
#include "support/test_visitor.hpp"
#include "text/surface.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

using namespace session;

namespace {

test::GrayPicture draw_gray(ui::Kiosk& kiosk) {
    const ui::Panel& panel = kiosk.theme().panel();
    preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
    canvas.draw(kiosk);
    const SDL_Surface& surface = canvas.surface();
    // Of a picture with 4K, every second pixel is enough, because a phone sees no more detail.
    const int step = std::max(surface.w, surface.h) > 2000 ? 2 : 1;
    test::GrayPicture picture{surface.w / step, surface.h / step, {}};
    for (int y = 0; y < picture.height; ++y) {
        const auto row = text::pixel_row(surface, y * step);
        for (int x = 0; x < picture.width; ++x) {
            const Uint32 pixel = row[static_cast<std::size_t>(x * step)];
            picture.pixels.push_back(static_cast<unsigned char>(
                ((pixel >> 16 & 0xFF) + 2 * (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 4));
        }
    }
    return picture;
}

std::set<std::string> as_set(const std::vector<std::string>& codes) {
    return {codes.begin(), codes.end()};
}

std::set<std::string> decode_qr_codes(ui::Kiosk& kiosk) {
    const test::GrayPicture picture = draw_gray(kiosk);
    // Some lines of a large picture are enough.
    return as_set(
        test::read_with_zbar(picture, std::max(1, std::max(picture.width, picture.height) / 960)));
}

// Returns the payload that the QR code of a help line must have, made from the digits in
// content.yaml without the code under test.
std::string expected_payload(const content::HelpLine& help_line, bool is_text,
                             const content::Translation& language) {
    const auto address = [](const std::string& digits) {
        return digits.size() == 10 ? "+1" + digits : digits;
    };
    if (!is_text) return "tel:" + address(help_line.call->digits());
    const std::string word(help_line.text->word.empty() ? std::string_view()
                                                        : language.translate(help_line.text->word));
    return "SMSTO:" + address(help_line.text->to.digits()) + (word.empty() ? "" : ":" + word);
}

// The modules of each side of all QR codes of help lines.
constexpr int qr_modules = 25;

std::string where(const ui::Panel& panel, const std::string& screen, ColorScheme color_scheme) {
    return fmt::format("{} inch {}x{}, {}, color scheme {}", panel.inches, panel.width_px,
                       panel.height_px, screen, static_cast<int>(color_scheme));
}

} // namespace

TEST_CASE("on every panel every third slip, in turn, shows its QR code so that it can be decoded" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        const std::ptrdiff_t panel_index = &panel - test::panels.data();
        const ColorScheme color_scheme = static_cast<ColorScheme>(panel_index / 3 % 3);
        std::ptrdiff_t turn = panel_index;
        for (const content::HelpLine& help_line : content->help_lines) {
            if (help_line.is_held()) continue;
            for (const bool is_text : {false, true}) {
                if (is_text ? !help_line.text.has_value() : !help_line.call.has_value()) continue;
                if (++turn % 3 != 0) continue;
                preview::Screen screen{"slip/" + help_line.id, {}, false};
                screen.state.slip = Slip{help_line.id, is_text, {}};
                screen.state.is_staff_unlocked = true;
                const auto kiosk = preview::open_screen(content, screen, {"en", color_scheme},
                                                        panel, test::typesetter());
                std::set<std::string> wanted;
                if (help_line.id != "emergency")
                    wanted.insert(expected_payload(help_line, is_text,
                                                   kiosk->content().translation_or_default("en")));
                CHECK_MESSAGE(decode_qr_codes(*kiosk) == wanted,
                              where(panel, screen.name, color_scheme));
            }
        }
    }
}

TEST_CASE(
    "a QR code can be decoded in every color scheme, and has the word in the visitor's language" *
    doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ColorScheme color_scheme :
         {ColorScheme::light, ColorScheme::dark, ColorScheme::high_contrast}) {
        for (const char* language : {"en", "es", "ar"}) {
            const content::HelpLine& help_line = *content->find_help_line("crisis-text");
            preview::Screen screen{"slip/crisis-text", {}, false};
            screen.state.slip = Slip{help_line.id, true, {}};
            const auto kiosk = preview::open_screen(content, screen, {language, color_scheme}, {},
                                                    test::typesetter());
            CHECK(decode_qr_codes(*kiosk) ==
                  std::set<std::string>{expected_payload(
                      help_line, true, content->translation_or_default(language))});
        }
    }
    CHECK(expected_payload(*content->find_help_line("crisis-text"), true,
                           content->translation_or_default("es")) == "SMSTO:741741:AYUDA");
}

TEST_CASE("all QR codes can also be decoded by a second reader, on the smallest and a large panel" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    int shown_count = 0;
    for (const ui::Panel& panel : {test::panels.front(), test::panels[7]}) {
        for (const preview::Screen& screen : preview::content_screens(*content)) {
            const auto kiosk = preview::open_screen(content, screen, {"es", ColorScheme::dark},
                                                    panel, test::typesetter());
            std::set<std::string> wanted;
            for (const ui::OutlineNode& node : kiosk->outline())
                if (node.role == ui::Role::qr_code) wanted.insert(node.text);
            if (wanted.empty()) continue;
            shown_count += static_cast<int>(wanted.size());
            CHECK_MESSAGE(as_set(test::read_with_zxing(draw_gray(*kiosk))) == wanted,
                          where(panel, screen.name, ColorScheme::dark));
        }
    }
    CHECK(shown_count > 30);
}

TEST_CASE("all QR codes on the home screen can be decoded in every color scheme" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    int shown_count = 0;
    for (const ui::Panel& panel : test::panels) {
        for (const ColorScheme color_scheme :
             {ColorScheme::light, ColorScheme::dark, ColorScheme::high_contrast}) {
            const auto kiosk =
                preview::open_screen(content, *preview::find_screen(*content, "home"),
                                     {"en", color_scheme}, panel, test::typesetter());
            std::set<std::string> wanted;
            for (const ui::OutlineNode& node : kiosk->outline())
                if (node.role == ui::Role::qr_code) wanted.insert(node.text);
            shown_count += static_cast<int>(wanted.size());
            CHECK_MESSAGE(decode_qr_codes(*kiosk) == wanted, where(panel, "home", color_scheme));
        }
    }
    // Three codes in three color schemes on at least half of the panels.
    CHECK(shown_count >= 3 * 3 * 8);
}

TEST_CASE("from 21.5 inches up, home in portrait has its QR codes in every language" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 21 || panel.width_px > panel.height_px) continue;
        for (const char* language : {"en", "es", "ar"}) {
            const auto kiosk =
                preview::open_screen(content, *preview::find_screen(*content, "home"), {language},
                                     panel, test::typesetter());
            const auto count =
                std::ranges::count(kiosk->outline(), ui::Role::qr_code, &ui::OutlineNode::role);
            CHECK_MESSAGE(count == 4, where(panel, language, ColorScheme::light));
        }
    }
}

TEST_CASE("all QR codes on the home screen have one size and the same number of modules" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const content::HelpLine& help_line : content->help_lines)
        for (const bool is_text : {false, true}) {
            if (is_text ? !help_line.text.has_value() : !help_line.call.has_value()) continue;
            qr::CodeCache codes;
            const std::string payload =
                expected_payload(help_line, is_text, content->translation_or_default("en"));
            CHECK(codes.find(payload)->size == qr_modules);
        }
    for (const ui::Panel& panel : test::panels) {
        const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, "home"),
                                                {}, panel, test::typesetter());
        std::set<std::pair<double, double>> sizes; // side and top
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.role == ui::Role::qr_code) sizes.insert({node.rect.w, node.rect.y});
        CHECK_MESSAGE(sizes.size() <= 1, where(panel, "home", ColorScheme::light));
    }
}

TEST_CASE("the QR code of the QR test has the program version on every panel" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    const preview::Screen screen = *preview::find_screen(*content, "staff/qr");
    for (const ui::Panel& panel : test::panels) {
        const auto kiosk = preview::open_screen(content, screen, {"en"}, panel, test::typesetter());
        CHECK_MESSAGE(decode_qr_codes(*kiosk) ==
                          std::set<std::string>{screen.device_status.program_version},
                      where(panel, screen.name, ColorScheme::light));
    }
}

TEST_CASE(
    "a slip's QR code is at least 60 mm wide on a large tall panel, 44 mm on others, 26 mm on a "
    "tablet, and has a white quiet zone of four modules" *
    doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 10) continue;
        for (const char* name : {"slip/local", "slip/hotline", "slip/crisis-text"}) {
            const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, name),
                                                    {}, panel, test::typesetter());
            preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
            canvas.draw(*kiosk);
            for (const ui::OutlineNode& node : kiosk->outline()) {
                if (node.role != ui::Role::qr_code) continue;
                const bool is_tall = panel.height_px > panel.width_px;
                const double min_mm = panel.inches < 15 && !is_tall ? 26
                                      : panel.inches < 15           ? 30
                                      : panel.inches < 20           ? 44
                                      : is_tall                     ? 60
                                                                    : 45;
                CHECK_MESSAGE(kiosk->theme().panel_mm(node.rect.w) >= min_mm,
                              where(panel, name, ColorScheme::light));
                const int zone_px = static_cast<int>(node.rect.w) / qr_modules * 4;
                const int left = static_cast<int>(node.rect.x) - zone_px,
                          right = static_cast<int>(node.rect.right()) + zone_px - 1;
                for (int y = static_cast<int>(node.rect.y) - zone_px;
                     y < node.rect.bottom() + zone_px; y += 3)
                    for (const int x : {left, static_cast<int>(node.rect.x) - 1,
                                        static_cast<int>(node.rect.right()), right})
                        REQUIRE_MESSAGE(canvas.pixel(x, y) == (render::Color{255, 255, 255, 255}),
                                        where(panel, name, ColorScheme::light));
            }
        }
    }
}
