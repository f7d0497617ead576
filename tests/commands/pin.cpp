#include "commands/pin.hpp"

#include "content/load.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>

using commands::weak_pin_reason;

namespace {

constexpr const char* one_hash = "$argon2id$v=19$m=16384,t=4,p=1$saltsaltsalt$hashhashhashhashhash";
constexpr const char* other_hash =
    "$argon2id$v=19$m=16384,t=4,p=1$pepperpepper$otherotherotherother";

// Returns site.yaml after the PIN was set.
std::string with_pin(const std::string& site, const char* hash = one_hash) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "site.yaml", site);
    commands::write_pin_hash(commands::SiteFile(folder / "site.yaml"), hash);
    return test::read_file(folder / "site.yaml");
}

const std::string pin_line = "staff_pin: \"" + std::string(one_hash) + "\"\n";

} // namespace

TEST_CASE("a PIN without four to eight digits is refused") {
    for (const char* pin : {"2580", "13579", "90210", "24681357"})
        CHECK_MESSAGE(commands::weak_pin_reason(pin) == "", std::string(pin));
    for (const char* pin : {"", "258", "258013579", "25 80", "25a0", "２５８０", "-258"})
        CHECK_MESSAGE(commands::weak_pin_reason(pin) ==
                          "a PIN must have 4 to 8 digits and nothing else",
                      std::string(pin));
}

TEST_CASE("a PIN of equal or consecutive digits is refused") {
    for (const char* pin :
         {"0000", "77777", "1234", "0123", "7890", "12345678", "4321", "98765", "3210", "1098"})
        CHECK_MESSAGE(commands::weak_pin_reason(pin) ==
                          "this PIN is too easy to guess; choose another one",
                      std::string(pin));
}

TEST_CASE("pin: the hash is added to site.yaml, and the rest of the file is kept") {
    CHECK(with_pin("") == pin_line);
    CHECK(with_pin("# nothing yet\n") == "# nothing yet\n" + pin_line);
    CHECK(with_pin("place: nurse") == "place: nurse\n" + pin_line);
    CHECK(with_pin("# by Bob\nplace: nurse  # here\n\nidle:\n  ask_after: 90\n") ==
          "# by Bob\nplace: nurse  # here\n\nidle:\n  ask_after: 90\n" + pin_line);
    CHECK(with_pin("place: nurse\r\n") ==
          "place: nurse\r\n" + pin_line.substr(0, pin_line.size() - 1) + "\r\n");
}

TEST_CASE("pin: an earlier hash is replaced where it stands") {
    const std::string before = "place: nurse\nstaff_pin: \"" + std::string(other_hash) +
                               "\"   # the janitor knows it\nmotion: none";
    CHECK(with_pin(before) == "place: nurse\nstaff_pin: \"" + std::string(one_hash) +
                                  "\"   # the janitor knows it\nmotion: none");
    CHECK(with_pin("staff_pin: \"2580\"\n") == pin_line);
    CHECK(with_pin("staff_pin:\n") == pin_line);
}

TEST_CASE("pin: a missing file is created, and the kiosk accepts it") {
    const test::TemporaryFolder folder;
    commands::write_pin_hash(commands::SiteFile(folder / "site.yaml"), one_hash);
    const std::filesystem::path source = KIOSK_SOURCE;
    const content::LoadResult loaded = content::load(
        {source / "content.yaml", folder / "site.yaml", source / "assets/translations"});
    CHECK(loaded.site.staff_pin == one_hash);
    CHECK(std::filesystem::status(folder / "site.yaml").permissions() ==
          std::filesystem::perms(0644));
}

TEST_CASE("pin: a file with a second PIN or without lines of keys has problems") {
    const test::TemporaryFolder folder;
    for (const char* text :
         {"staff_pin: \"a\"\nstaff_pin: \"b\"\n", "place: lobbystaff_pin: \"a\"\n",
          "{place: lobby}\n", "- place\n", "\xFF\n"}) {
        CAPTURE(text);
        test::write_file(folder / "site.yaml", text);
        CHECK_FALSE(commands::SiteFile(folder / "site.yaml").problems().empty());
    }
}
