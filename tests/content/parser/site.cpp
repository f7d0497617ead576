#include "content/sample_content.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using sample::problems_with;

namespace {

content::Site site(const std::string& block, std::optional<std::string> site_file = std::nullopt) {
    const auto loaded = sample::parse({.content = sample::with("  place: lobby\n", block),
                                       .site = std::move(site_file),
                                       .translations = {}});
    REQUIRE(loaded.content);
    return loaded.content->site;
}

std::string problems_of_site_file(const std::string& text) {
    return sample::problems({.content = sample::content, .site = text, .translations = {}});
}

} // namespace

TEST_CASE("missing keys of a site get the defaults of its place") {
    const content::Site lobby = site("  place: lobby\n");
    CHECK(lobby.school == "Sample School");
    CHECK(lobby.languages == std::vector<std::string>{"en"});
    CHECK(lobby.idle.ask_after == 60s);
    CHECK(lobby.idle.leave_after == 20s);
    CHECK(lobby.motion);
    CHECK(lobby.audio == content::Audio::headphones);
    CHECK_FALSE(lobby.panel_inches.has_value());
    CHECK_FALSE(lobby.mounting.has_value());

    const content::Site nurse = site("  place: nurse\n");
    CHECK(nurse.place == content::Place::nurse);
    CHECK(nurse.idle.ask_after == 300s);
    CHECK(nurse.idle.leave_after == 30s);
}

TEST_CASE("a site.yaml without settings is valid, and one without a letter is reported") {
    for (const char* text : {"# nothing yet\n", "# school: Lincoln\n\n# place: nurse",
                             "---\n# later\n", "\xEF\xBB\xBF# nothing yet\r\n", "~\n", "null"}) {
        CAPTURE(text);
        CHECK(problems_of_site_file(text) == "");
    }
    for (const char* text : {"", "\n", " \n\t\n", "\r\n\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
        CAPTURE(text);
        CHECK(problems_of_site_file(text) ==
              "site.yaml: warning: is empty, so it changes no setting\n"
              "      = type: sudo help-kiosk setup, or delete the file\n");
    }
    CHECK(site("  place: nurse\n", "").place == content::Place::nurse);
    CHECK(site("  place: nurse\n", "# nothing yet\n").place == content::Place::nurse);
}

TEST_CASE("a site is parsed with all of its keys") {
    const content::Site all =
        site("  place: nurse\n  panel: 21.5\n  mounting: {bottom: 700, highest: 1120}\n"
             "  idle: {ask_after: 90}\n  motion: none\n  audio: off\n");
    CHECK(all.panel_inches == 21.5);
    CHECK(all.mounting->bottom_mm == 700);
    CHECK(all.mounting->lowest_mm == 380);
    CHECK(all.mounting->highest_mm == 1120);
    CHECK(all.idle.ask_after == 90s);
    CHECK(all.idle.leave_after == 30s);
    CHECK_FALSE(all.motion);
    CHECK(all.audio == content::Audio::off);
    CHECK(site("  place: lobby\n  audio: headphones\n").audio == content::Audio::headphones);
}

TEST_CASE("each key of site.yaml replaces the one of content.yaml") {
    const content::Site both = site("  place: lobby\n  panel: 24\n  idle: {leave_after: 40}\n",
                                    "place: nurse\nidle: {ask_after: 100}\n");
    CHECK(both.school == "Sample School");
    CHECK(both.place == content::Place::nurse);
    CHECK(both.panel_inches == 24);
    CHECK(both.idle.ask_after == 100s);
    CHECK(both.idle.leave_after == 30s); // "idle" is replaced as a whole
}

TEST_CASE("site.yaml may have the required keys that content.yaml lacks") {
    const std::string text = sample::with("site:\n  school: Sample School\n  place: lobby\n", "");
    CHECK(sample::problems(
              {.content = text, .site = "school: North\nplace: lobby\n", .translations = {}}) ==
          "");
    CHECK(sample::problems({.content = text, .site = "school: North\n", .translations = {}}) ==
          R"(content.yaml:1:1: error: the site has no "place"
    1 | help_lines:
      | ^
      = add "place: ..." to the site block, or to site.yaml
)");
}

TEST_CASE("problems of site.yaml have its name and come after those of content.yaml") {
    CHECK(problems_of_site_file("plac: nurse\n") == R"(site.yaml:1:1: error: unknown key "plac"
    1 | plac: nurse
      | ^~~~
      = write "place"
)");
    CHECK(sample::problems({.content = sample::with("icon: help_outline", "icon: help_outlin"),
                            .site = "panel: big\n",
                            .translations = {}}) ==
          R"(content.yaml:25:11: error: unknown icon "help_outlin"
   25 |     icon: help_outlin
      |           ^~~~~~~~~~~
      = write "help_outline"
site.yaml:1:8: error: "panel" is "big", but must be from 5 to 100 inches
    1 | panel: big
      |        ^~~
      = write a number from 5 to 100, without a unit
)");
}

TEST_CASE("the rotation is 0, 90, 180 or 270 degrees, and anything else is an error") {
    for (const int degrees : {0, 90, 180, 270})
        CHECK(site("  place: lobby\n  rotate: " + std::to_string(degrees) + "\n").rotate ==
              degrees);
    CHECK(problems_of_site_file("rotate: 45\n") == R"(site.yaml:1:9: error: "rotate" cannot be "45"
    1 | rotate: 45
      |         ^~
      = choose from: 0, 90, 180, 270
)");
}

TEST_CASE("an unknown place is an error") {
    CHECK(problems_with("place: lobby", "place: loby") ==
          R"(content.yaml:3:10: error: "place" cannot be "loby"
    3 |   place: loby
      |          ^~~~
      = write "lobby"
)");
    CHECK(problems_with("place: lobby", "place: gym") ==
          R"(content.yaml:3:10: error: "place" cannot be "gym"
    3 |   place: gym
      |          ^~~
      = choose from: lobby, nurse
)");
}

TEST_CASE("idle timeouts that are too short, too long or not whole numbers are errors") {
    CHECK(
        problems_with("place: lobby", "place: lobby\n  idle: {leave_after: 19, ask_after: soon}") ==
        R"(content.yaml:4:23: error: "leave_after" is "19", but must be a whole number from 20 to 3600 seconds
    4 |   idle: {leave_after: 19, ask_after: soon}
      |                       ^~
      = write a number from 20 to 3600, without a unit
content.yaml:4:38: error: "ask_after" is "soon", but must be a whole number from 10 to 3600 seconds
    4 |   idle: {leave_after: 19, ask_after: soon}
      |                                      ^~~~
      = write a number from 10 to 3600, without a unit
)");
    CHECK(problems_with("place: lobby", "place: lobby\n  idle: {ask_after: 060}") ==
          R"(content.yaml:4:21: error: 060 without quotes is a different number in other programs
    4 |   idle: {ask_after: 060}
      |                     ^~~
      = write "060"
)");
    for (const char* written : {"20.5", "20s", "-20", "1e3", "99999999999999999999", "3601"}) {
        CHECK(problems_with("place: lobby",
                            std::string("place: lobby\n  idle: {leave_after: ") + written + "}")
                  .find("must be a whole number from 20 to 3600 seconds") != std::string::npos);
    }
}

TEST_CASE("a panel size that is too small or not a number is an error") {
    CHECK(problems_with("place: lobby", "place: lobby\n  panel: 4") ==
          R"(content.yaml:4:10: error: "panel" is "4", but must be from 5 to 100 inches
    4 |   panel: 4
      |          ^
      = write a number from 5 to 100, without a unit
)");
    CHECK(problems_with("place: lobby", "place: lobby\n  panel: nan").find("must be from 5") !=
          std::string::npos);
}

TEST_CASE("a mounting without \"bottom\", or with \"lowest\" above \"highest\", is an error") {
    CHECK(problems_with("place: lobby", "place: lobby\n  mounting: {lowest: 1300}") ==
          R"(content.yaml:4:13: error: "bottom" is missing
    4 |   mounting: {lowest: 1300}
      |             ^
      = add "bottom: ..."
content.yaml:4:13: error: "lowest" must be less than "highest"
    4 |   mounting: {lowest: 1300}
      |             ^
      = write lowest: 1220, highest: 1300
)");
}

TEST_CASE("an invalid language code and a language without a translation are errors") {
    CHECK(problems_with("place: lobby", "place: lobby\n  languages: [en, ar]") ==
          R"(content.yaml:4:19: error: there is no translation file ar.yaml
    4 |   languages: [en, ar]
      |                   ^~
      = add the file, or remove "ar" from the list
)");
    CHECK(problems_with("place: lobby", "place: lobby\n  languages: [en, Spanish, en]") ==
          R"(content.yaml:4:19: error: "Spanish" is not a language code
    4 |   languages: [en, Spanish, en]
      |                   ^~~~~~~
      = write "es"
content.yaml:4:28: error: "en" is listed twice
    4 |   languages: [en, Spanish, en]
      |                            ^~
      = remove one of the two
)");
    for (const char* written : {"../es", "e", "ES", "es-", "es/x", "\"\"", "es.yaml"}) {
        CHECK(problems_with("place: lobby",
                            std::string("place: lobby\n  languages: [") + written + "]")
                  .find("error") != std::string::npos);
    }
    CHECK(problems_of_site_file("languages: [ar]\n") ==
          R"(site.yaml:1:13: error: there is no translation file ar.yaml
    1 | languages: [ar]
      |             ^~
      = add the file, or remove "ar" from the list
)");
}

namespace {

const std::string pin_hash =
    "$argon2id$v=19$m=12288,t=3,p=1$cmVoZWFyc2Fsc2FsdC4u$D8uo5vEVQJt6JIEU4dmYVQ";

std::string problem_of_pin(const std::string& written, const std::string& message) {
    return "site.yaml:1:12: error: " + message + "\n    1 | staff_pin: " + written +
           "\n      |            " +
           std::string(written.size(), '^').replace(1, std::string::npos, written.size() - 1, '~') +
           "\n      = delete this line, and type: sudo help-kiosk pin\n";
}

} // namespace

TEST_CASE("the hash of the staff PIN is read from content.yaml or site.yaml") {
    CHECK(site("  place: lobby\n").staff_pin == "");
    CHECK(site("  place: lobby\n  staff_pin: \"" + pin_hash + "\"\n").staff_pin == pin_hash);
    CHECK(site("  place: lobby\n", "staff_pin: " + pin_hash + "\n").staff_pin == pin_hash);
}

TEST_CASE("a PIN and an unsupported kind of hash are errors") {
    for (const char* pin : {"2580", "0123", "12345678"})
        CHECK(problems_of_site_file("staff_pin: " + std::string(pin) + "\n") ==
              problem_of_pin(pin, "\"staff_pin\" is the PIN itself, which anyone can read here"));
    for (const char* other :
         {"$2b$12$abcdefghijklmnopqrstuv", "$6$salt$hash", "$argon2i$v=19$m=8,t=1,p=1$a$b"})
        CHECK(problems_of_site_file("staff_pin: " + std::string(other) + "\n") ==
              problem_of_pin(other, "\"staff_pin\" is an unsupported kind of hash"));
    CHECK(problems_of_site_file("staff_pin: swordfish\n") ==
          problem_of_pin("swordfish", "\"staff_pin\" is not a PIN hash"));
    CHECK(problems_of_site_file("staff_pin: []\n") ==
          R"(site.yaml:1:12: error: "staff_pin" must be text, not a list
    1 | staff_pin: []
      |            ^
      = write one text, in "quotes"
)");
}

TEST_CASE("a hash that is damaged or slow to verify is an error") {
    const auto is_refused_with = [](const char* old_text, const char* new_text) {
        std::string hash = pin_hash;
        hash.replace(hash.find(old_text), std::string(old_text).size(), new_text);
        return problems_of_site_file("staff_pin: \"" + hash + "\"\n")
                   .find("the hash in \"staff_pin\" is damaged") != std::string::npos;
    };
    CHECK(is_refused_with("$D8uo5vEVQJt6JIEU4dmYVQ", ""));
    CHECK(is_refused_with("D8uo5vEVQJt6JIEU4dmYVQ", "D8uo5"));
    CHECK(is_refused_with("D8uo5", "D8 uo5"));
    CHECK(is_refused_with("m=12288", "m=1228800"));
    CHECK(is_refused_with("m=12288", "m=-1"));
    CHECK(is_refused_with("m=12288,", "m=99999999999999999999,"));
    CHECK(is_refused_with("t=3", "t=0"));
    CHECK(is_refused_with("t=3", "t=11"));
    CHECK(is_refused_with("p=1", "p=5"));
    CHECK(is_refused_with("v=19", "v=20"));
    CHECK(is_refused_with(",t=3", ""));
    CHECK(is_refused_with(
        "$argon2id$v=19$m=12288,t=3,p=1$cmVoZWFyc2Fsc2FsdC4u$D8uo5vEVQJt6JIEU4dmYVQ",
        "$argon2id$"));
}
