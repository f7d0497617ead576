#include "qr/code.hpp"

#include "support/qr_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

test::GrayPicture picture_of(const qr::Code& code) {
    constexpr int pixels_per_module = 4;
    const int side = (code.size + 2 * qr::quiet_zone) * pixels_per_module;
    test::GrayPicture picture{side, side, {}};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / pixels_per_module - qr::quiet_zone;
            const int row = y / pixels_per_module - qr::quiet_zone;
            const bool is_inside = column >= 0 && row >= 0 && column < code.size && row < code.size;
            picture.pixels.push_back(is_inside && code.is_dark(column, row) ? 0 : 255);
        }
    }
    return picture;
}

// What both readers read.
std::string scan(const qr::Code& code) {
    const test::GrayPicture picture = picture_of(code);
    const std::vector<std::string> found = test::read_with_zbar(picture);
    if (found.size() != 1) return "(not one code)";
    return test::read_with_zxing(picture) == found ? found.front() : "(the readers differ)";
}

} // namespace

TEST_CASE("short payloads are encoded in version 1 at level Q or higher") {
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

TEST_CASE("level H is used only if it needs no more modules than level Q") {
    CHECK(qr::encode("tel:988")->correction == 'H');
    CHECK(qr::encode("tel:+18883737888")->correction == 'Q');
}

TEST_CASE("a text that is too long for level Q is encoded at a lower level") {
    CHECK(qr::encode(std::string(1663, 'a'))->correction == 'Q');
    CHECK(qr::encode(std::string(1664, 'a'))->correction == 'M');
    CHECK(qr::encode(std::string(2332, 'a'))->correction == 'L');
}

TEST_CASE("a scanner reads exactly the text that was encoded") {
    for (const std::string text :
         {"tel:988", "tel:+18883737888", "SMSTO:233733", "SMSTO:741741:HOME",
          "https://humantraffickinghotline.org/en/chat", "aA 1\n%*", "0", "ABC123456789abc:+1",
          "12345678901234567890aAAAAAAAAAAAAAAA1234567"}) {
        CAPTURE(text);
        const auto code = qr::encode(text);
        REQUIRE(code);
        CHECK(scan(*code) == text);
    }
}

TEST_CASE("lowercase and uppercase letters stay as they are") {
    CHECK(scan(*qr::encode("Home home HOME")) == "Home home HOME");
}

TEST_CASE("encode() returns nullopt for a text that is empty, has a NUL, or is too long") {
    CHECK_FALSE(qr::encode(""));
    CHECK_FALSE(qr::encode(std::string_view("tel:\0988", 8)));
    CHECK(qr::encode(std::string(7089, '7')));
    CHECK_FALSE(qr::encode(std::string(7090, '7')));
    CHECK_FALSE(qr::encode(std::string(2954, 'a')));
    CHECK_FALSE(qr::encode(std::string(1'000'000, 'a')));
}

TEST_CASE("a code has at least the version that is asked for, and more if the text needs it") {
    CHECK(qr::encode("tel:988")->version == 1);
    const auto raised = qr::encode("tel:988", 2);
    REQUIRE(raised.has_value());
    CHECK(raised->version == 2);
    CHECK(raised->size == 25);
    CHECK(raised->correction == 'H');
    CHECK(scan(*raised) == "tel:988");
    CHECK(qr::encode(std::string(200, 'x'), 2)->version > 2);
}
