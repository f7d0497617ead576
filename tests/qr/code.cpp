#include "qr/code.hpp"

#include <doctest/doctest.h>
#include <zbar.h>

#include <string>
#include <vector>

namespace {

// What a camera sees: one byte a pixel, dark on white, with the quiet zone around it.
struct Photograph {
    unsigned side = 0;
    std::vector<unsigned char> pixels;
};

Photograph photograph(const qr::Code& code) {
    constexpr unsigned pixels_per_module = 4;
    const auto modules = static_cast<unsigned>(code.size + 2 * qr::quiet_zone);
    Photograph photo{modules * pixels_per_module, {}};
    for (unsigned y = 0; y < photo.side; ++y) {
        for (unsigned x = 0; x < photo.side; ++x) {
            const int column = static_cast<int>(x / pixels_per_module) - qr::quiet_zone;
            const int row = static_cast<int>(y / pixels_per_module) - qr::quiet_zone;
            const bool is_inside = column >= 0 && row >= 0 && column < code.size && row < code.size;
            photo.pixels.push_back(is_inside && code.is_dark(column, row) ? 0 : 255);
        }
    }
    return photo;
}

std::string scan(const qr::Code& code) {
    const Photograph photo = photograph(code);
    zbar::Image image(photo.side, photo.side, "Y800", photo.pixels.data(), photo.pixels.size());
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    if (scanner.scan(image) != 1) return "(not one code)";
    return image.symbol_begin()->get_data();
}

} // namespace

TEST_CASE("the payloads of the kiosk take the smallest code there is, at level Q or better") {
    for (const char* payload : {"tel:988", "tel:211", "tel:+18883737888", "SMSTO:233733"}) {
        CAPTURE(payload);
        const auto code = qr::encode(payload);
        REQUIRE(code);
        CHECK(code->version == 1);
        CHECK(code->size == 21);
        CHECK(code->modules.size() == 21 * 21);
        CHECK((code->correction == 'Q' || code->correction == 'H'));
    }
}

TEST_CASE("level H is taken when it costs no modules, and only then") {
    CHECK(qr::encode("tel:988")->correction == 'H');
    CHECK(qr::encode("tel:+18883737888")->correction == 'Q');
}

TEST_CASE("a text that fits no code at level Q gets a weaker one") {
    CHECK(qr::encode(std::string(1663, 'a'))->correction == 'Q');
    CHECK(qr::encode(std::string(1664, 'a'))->correction == 'M');
    CHECK(qr::encode(std::string(2332, 'a'))->correction == 'L');
}

TEST_CASE("a phone reads back exactly what was encoded") {
    for (const std::string text : {"tel:988", "tel:+18883737888", "SMSTO:233733", "SMSTO:741741:HOME",
                                   "https://humantraffickinghotline.org/en/chat", "aA 1\n%*", "0",
                                   "ABC123456789abc:+1", "12345678901234567890aAAAAAAAAAAAAAAA1234567"}) {
        CAPTURE(text);
        const auto code = qr::encode(text);
        REQUIRE(code);
        CHECK(scan(*code) == text);
    }
}

TEST_CASE("letters keep their case") {
    CHECK(scan(*qr::encode("Home home HOME")) == "Home home HOME");
}

TEST_CASE("there is no code for an empty text, one with a NUL in it, or one that is too long") {
    CHECK_FALSE(qr::encode(""));
    CHECK_FALSE(qr::encode(std::string_view("tel:\0988", 8)));
    CHECK(qr::encode(std::string(7089, '7')));
    CHECK_FALSE(qr::encode(std::string(7090, '7')));
    CHECK_FALSE(qr::encode(std::string(2954, 'a')));
    CHECK_FALSE(qr::encode(std::string(1'000'000, 'a')));
}
