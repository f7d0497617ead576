// Tests the keys of a keypad in site.yaml, and the pace of the focus that moves by itself.
#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using content::KeypadFunction;
using content::KeypadKey;

namespace {

content::Site loaded_site(const std::string& text) {
    const auto loaded =
        sample::parse({.content = sample::content, .site = text, .translations = {}});
    REQUIRE(loaded.content);
    return loaded.content->site;
}

std::string keypad_problems(const std::string& text) {
    return sample::problems({.content = sample::content, .site = text, .translations = {}});
}

} // namespace

TEST_CASE("a keypad has the keys of site.yaml, and none without them") {
    CHECK(loaded_site("keypad: {select: Keypad 5, up: F13, softer: 8}\n").keypad ==
          std::vector<KeypadKey>{{KeypadFunction::up, "F13"},
                                 {KeypadFunction::select, "Keypad 5"},
                                 {KeypadFunction::softer, "8"}});
    CHECK(loaded_site("panel: 24\n").keypad.empty());
}

TEST_CASE("a wrong name of a key is an error with the right one, or how to find it") {
    CHECK(keypad_problems("keypad: {select: enter}\n") ==
          R"(site.yaml:1:18: error: "enter" is not the name of a key
    1 | keypad: {select: enter}
      |                  ^~~~~
      = write "Return"
)");
    CHECK(keypad_problems("keypad:\n  up: f13\n  down: Keypad8\n  left: numpad 4\n") ==
          R"(site.yaml:2:7: error: "f13" is not the name of a key
    2 |   up: f13
      |       ^~~
      = write "F13"
site.yaml:3:9: error: "Keypad8" is not the name of a key
    3 |   down: Keypad8
      |         ^~~~~~~
      = write "Keypad 8"
site.yaml:4:9: error: "numpad 4" is not the name of a key
    4 |   left: numpad 4
      |         ^~~~~~~~
      = write "Keypad 4"
)");
    CHECK(keypad_problems("keypad: {help: the blue one}\n") ==
          R"(site.yaml:1:16: error: "the blue one" is not the name of a key
    1 | keypad: {help: the blue one}
      |                ^~~~~~~~~~~~
      = open the staff screens, then Key test, and press the key: it shows the name
)");
}

TEST_CASE("two functions on one key are an error, as are unknown ones") {
    CHECK(keypad_problems("keypad: {up: F13, down: F13}\n") ==
          R"(site.yaml:1:25: error: "F13" is the key for "up" already
    1 | keypad: {up: F13, down: F13}
      |                         ^~~
      = write another key for "down"
)");
    CHECK(keypad_problems("keypad: {selct: F13}\n") == R"(site.yaml:1:10: error: unknown key "selct"
    1 | keypad: {selct: F13}
      |          ^~~~~
      = write "select"
)");
    CHECK(keypad_problems("keypad: F13\n") ==
          R"(site.yaml:1:9: error: "keypad" must be keys with values, not text
    1 | keypad: F13
      |         ^~~
      = write {select: "F13"}
)");
}

TEST_CASE("the pace of the moving focus is in seconds, and it does not move without one") {
    CHECK(loaded_site("scanning: 1.5\n").scanning == 1500ms);
    CHECK(loaded_site("panel: 24\n").scanning == 0ms);
    CHECK(keypad_problems("scanning: 0\n") ==
          R"(site.yaml:1:11: error: "scanning" is "0", but must be from 0.5 to 30 seconds
    1 | scanning: 0
      |           ^
      = write a number from 0.5 to 30, without a unit
)");
}
