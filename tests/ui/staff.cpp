// The staff page under a finger: how it opens, what it takes to get in, and that nothing of it stays.
#include "platform/offscreen.hpp"
#include "support/panels.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace session;
using namespace std::chrono_literals;
using test::Visitor;

namespace {

std::shared_ptr<const content::Content> with_pin() {
    static const auto content = [] {
        auto copy = std::make_shared<content::Content>(*test::real_content());
        copy->site.staff_pin = "of no account: these tests answer themselves";
        return copy;
    }();
    return content;
}

struct Caretaker : Visitor {
    explicit Caretaker(const ui::Panel& panel = {}) : Visitor(panel, with_pin()) {}

    void corner(bool right, bool bottom) {
        const ui::Panel& panel = kiosk.theme().panel();
        tap(right ? panel.width_px - 45 : 45, bottom ? panel.height_px - 45 : 45); // some of it on Hide
        now += 300ms;
    }
    void touch_corners() { corner(false, false), corner(true, false), corner(true, true), corner(false, true); }
    void type(std::string_view pin) {
        for (const char digit : pin) tap(TypeDigit{digit});
    }
    void answer(bool right) {
        REQUIRE(kiosk.pin_to_check() != nullptr);
        kiosk.answer(std::vector<char>(*kiosk.pin_to_check()), right, moment());
    }
    void try_pin(bool right) {
        type("2580");
        tap(TryPin{});
        answer(right);
    }
    void open() {
        touch_corners();
        try_pin(true);
        REQUIRE(is_on(state(), StaffScreen::page));
    }
    bool says(const std::string& text) const {
        return std::any_of(kiosk.outline().begin(), kiosk.outline().end(),
                           [&](const ui::Node& node) { return node.text.find(text) != std::string::npos; });
    }
};

} // namespace

TEST_CASE("the corners open the pad from home, from a section, from a slip and from the cover") {
    Caretaker staff;
    SUBCASE("home") {}
    SUBCASE("section") {
        staff.tap(OpenSection{"signs"});
    }
    SUBCASE("slip, in another language") {
        staff.tap(OpenLanguages{});
        staff.tap(ChooseLanguage{"ar"});
        staff.tap(TearOff{"crisis"});
    }
    SUBCASE("cover") {
        staff.tap(Hide{});
    }
    SUBCASE("Still there?") {
        staff.tap(OpenSection{"signs"});
        staff.wait(70s);
    }
    staff.touch_corners();
    State clean;
    clean.staff.emplace().since = clean.last_touch = staff.state().last_touch;
    CHECK(staff.state() == clean);
    CHECK(staff.says("Staff PIN"));
}

TEST_CASE("without a PIN the corners do nothing but what they do") {
    Visitor visitor;
    for (const auto& [x, y] : {std::pair{9, 9}, {1070, 9}, {1070, 1910}, {9, 1910}}) visitor.tap(x, y);
    CHECK_FALSE(visitor.state().staff.has_value());
}

TEST_CASE("the pad shows a dot for each digit, and no digit that was typed") {
    Caretaker staff;
    staff.touch_corners();
    staff.type("258");
    CHECK(staff.says("• • •"));
    staff.tap(EraseDigit{});
    CHECK_FALSE(staff.says("• • •"));
    CHECK(staff.says("• •"));
    for (const ui::Node& node : staff.kiosk.outline()) CHECK(node.text.find("25") == std::string::npos);
}

TEST_CASE("five wrong PINs lock the pad for ten minutes, through every visit between") {
    Caretaker staff;
    staff.touch_corners();
    for (int i = 0; i < 3; ++i) staff.try_pin(false);
    CHECK(staff.says("That was not the PIN."));
    staff.tap(GoBack{});
    staff.tap(OpenSection{"signs"});
    staff.wait(80s);
    staff.touch_corners();
    staff.try_pin(false);
    CHECK_FALSE(staff.state().staff->locked_until.has_value());
    staff.try_pin(false);
    CHECK(staff.says("Try again in 10 minutes."));
    CHECK_FALSE(staff.offers(TypeDigit{'1'}));
    staff.wait(60s);
    CHECK(staff.state() == State{});
    staff.touch_corners();
    CHECK(staff.says("Try again in 9 minutes."));
    staff.tap(Hide{});
    staff.wait(8min);
    staff.touch_corners();
    CHECK(staff.says("Try again in 1 minute."));
    staff.wait(58s);
    CHECK(staff.offers(TypeDigit{'1'}));
    staff.try_pin(true);
    CHECK(is_on(staff.state(), StaffScreen::page));
}

TEST_CASE("leaving before the answer does not save a try") {
    Caretaker staff;
    for (int i = 0; i < 5; ++i) {
        staff.touch_corners();
        staff.type("1397");
        staff.tap(TryPin{});
        staff.tap(GoBack{});
        CHECK(staff.state() == State{});
    }
    staff.touch_corners();
    CHECK(staff.says("Try again in 10 minutes."));
}

TEST_CASE("an answer to a PIN that nobody asks about any more opens nothing") {
    Caretaker staff;
    staff.touch_corners();
    staff.type("2580");
    staff.tap(TryPin{});
    const std::vector<char> pin(*staff.kiosk.pin_to_check());
    staff.tap(GoBack{});
    staff.kiosk.answer(pin, true, staff.moment());
    CHECK(staff.state() == State{});
    staff.touch_corners();
    staff.type("1397");
    staff.tap(TryPin{});
    staff.kiosk.answer(pin, true, staff.moment());
    CHECK(is_on(staff.state(), StaffScreen::pin));
    staff.answer(false);
    CHECK(staff.state().staff->wrong);
}

TEST_CASE("each test opens from the page, and Back leads to it again") {
    Caretaker staff;
    staff.open();
    for (const StaffScreen screen : {StaffScreen::touch, StaffScreen::ruler, StaffScreen::code}) {
        staff.tap(OpenStaffScreen{screen});
        CHECK(is_on(staff.state(), screen));
        staff.tap(GoBack{});
        CHECK(is_on(staff.state(), StaffScreen::page));
    }
    staff.tap(GoBack{});
    CHECK(staff.state() == State{});
}

TEST_CASE("a sound test is offered where something plays it, and says what came of it") {
    Caretaker staff;
    staff.open();
    CHECK_FALSE(staff.offers(OpenStaffScreen{StaffScreen::sound}));
    ui::Facts facts;
    facts.plays = true;
    staff.kiosk.know(facts, staff.moment());
    staff.tap(OpenStaffScreen{StaffScreen::sound});
    CHECK(staff.says("Visitors never hear anything from this kiosk."));
    staff.tap(PlayTone{});
    staff.kiosk.event(AnswerTone{true}, staff.moment());
    CHECK(staff.says("It plays now."));
    staff.tap(PlayTone{});
    staff.kiosk.event(AnswerTone{false}, staff.moment());
    CHECK(staff.says("It does not play: this computer has no jack for headphones"));
}

TEST_CASE("a restart is offered where something starts the program again") {
    Caretaker staff;
    staff.open();
    CHECK_FALSE(staff.offers(Restart{}));
    ui::Facts facts;
    facts.restarts = true;
    staff.kiosk.know(facts, staff.moment());
    staff.tap(Restart{});
    CHECK(staff.state().staff->restarting);
}

TEST_CASE("the page tells what is known and which numbers to call") {
    auto content = std::make_shared<content::Content>(*with_pin());
    for (content::HelpLine& line : content->help_lines)
        line.verified = {std::chrono::year(2026) / 9 / 14, "somebody called"};
    const auto page = [&] {
        const ui::Scene scene = *ui::scene(*content, "staff/page");
        const auto kiosk = ui::stage(content, scene, {"en"}, {}, test::typesetter());
        std::string all;
        for (const ui::Node& node : kiosk->outline()) all += node.text + "\n";
        return all;
    };
    CHECK(page().find("\nNumbers to call\nAll were called in the last 12 months.\n") != std::string::npos);
    content->help_lines[0].verified.source = "its page; not dialled yet";
    content->help_lines[1].verified.on = std::chrono::year(2025) / 11 / 22; // today is 2026-11-23
    content->help_lines[2].verified.on = std::chrono::year(2025) / 11 / 23;
    CHECK(page().find(
              "\nNever called yet: Danger right now.\nNot called for 12 months: Crisis & suicide line.\n") !=
          std::string::npos);
    CHECK(page().find("\nPanel\n24 inches, 299 × 531 mm, 1080 × 1920 pixels\n") != std::string::npos);
    CHECK(page().find("\nLanguages\nEnglish, Español (draft), ") != std::string::npos);
}

TEST_CASE("squares of the touch test fill where the finger goes, and its trail is drawn") {
    Caretaker staff;
    staff.open();
    staff.tap(OpenStaffScreen{StaffScreen::touch});
    CHECK(staff.says("0 of "));
    const auto before = staff.kiosk.fingerprint();
    staff.down(100, 400);
    CHECK(staff.says("1 of "));
    CHECK(staff.kiosk.fingerprint() != before);
    for (int x = 100; x < 1000; x += 20) staff.move(x, 400);
    staff.up(1000, 400);
    CHECK(staff.state().staff->reached.size() == 7);
    CHECK(staff.state().staff->trail.size() == 47);
}

TEST_CASE("the ruler is 100 mm long on every panel, to the pixel") {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.width_px);
        CAPTURE(panel.inches);
        const auto kiosk =
            ui::stage(with_pin(), *ui::scene(*with_pin(), "staff/ruler"), {"en"}, panel, test::typesetter());
        platform::Offscreen picture(panel.width_px, panel.height_px);
        picture.paint(*kiosk);
        const ui::Colour bar = kiosk->theme().colours().accent;
        const auto longest_run = [&](int outer, int inner, auto at) {
            int longest = 0;
            for (int i = 0; i < outer; ++i)
                for (int j = 0, run = 0; j < inner; ++j)
                    longest = std::max(longest, run = at(i, j) == bar ? run + 1 : 0);
            return longest;
        };
        const int across =
            longest_run(panel.height_px, panel.width_px, [&](int y, int x) { return picture.at(x, y); });
        const int down =
            longest_run(panel.width_px, panel.height_px, [&](int x, int y) { return picture.at(x, y); });
        const double pixels = std::hypot(panel.width_px, panel.height_px) / (panel.inches * 25.4) * 100;
        CHECK(std::max(across, down) == std::lround(pixels));
    }
}

TEST_CASE("while the screen is cleaned, nothing that a hand does counts") {
    Caretaker staff;
    staff.open();
    staff.tap(OpenStaffScreen{StaffScreen::cleaning});
    const State cleaning = staff.state();
    CHECK(staff.says("60"));
    staff.touch_corners();
    for (int i = 0; i < 200; ++i) staff.tap(i * 37 % 1080, i * 91 % 1920);
    for (const ui::Key key : {ui::Key::next, ui::Key::activate, ui::Key::back, ui::Key::home})
        staff.press_key(key);
    staff.kiosk.wheel(50, staff.moment());
    CHECK(staff.state() == cleaning);
    staff.wait(cleaning.staff->since + 60s - staff.now - 1ms);
    CHECK(staff.says("1"));
    CHECK(is_on(staff.state(), StaffScreen::cleaning));
    staff.wait(1ms);
    CHECK(staff.state() == State{});
    staff.tap(OpenSection{"signs"});
    CHECK(staff.state().section == "signs");
}

TEST_CASE("the count of the cleaning lock is drawn anew each second") {
    Caretaker staff;
    staff.open();
    staff.tap(OpenStaffScreen{StaffScreen::cleaning});
    for (int second = 0; second < 59; ++second) {
        const auto picture = staff.kiosk.fingerprint();
        const auto due = staff.kiosk.deadline();
        REQUIRE(due.has_value());
        CHECK(*due - staff.now <= 1s);
        staff.wait(*due - staff.now);
        CHECK(staff.kiosk.fingerprint() != picture);
    }
}

TEST_CASE("Hide covers every staff screen but the cleaning, and the next visitor meets a clean home") {
    State cover;
    cover.covered = true;
    for (const ui::Scene& scene : ui::staff_scenes()) {
        if (is_on(scene.state, StaffScreen::cleaning)) continue;
        CAPTURE(scene.name);
        const auto kiosk = ui::stage(with_pin(), scene, {"en"}, {}, test::typesetter());
        for (const ui::Node& node : ui::Outline(kiosk->outline())) {
            if (node.event != Event(Hide{})) continue;
            const double x = node.rect.x + 9, y = node.rect.y + 9;
            kiosk->touch({ui::Contact::down, x, y}, ui::scene_moment());
            CHECK(kiosk->outline().size() == 1);
            kiosk->touch({ui::Contact::up, x, y}, ui::scene_moment());
        }
        CHECK(kiosk->state() == cover);
    }
}

TEST_CASE("news of the content shows on the page while it is open") {
    Caretaker staff;
    staff.open();
    CHECK(staff.says("None."));
    ui::Facts facts;
    facts.problems = {"one", "two", "three", "four", "five"};
    staff.kiosk.know(facts, staff.moment());
    CHECK(staff.says("three"));
    CHECK_FALSE(staff.says("four"));
    CHECK(staff.says("And 2 more."));
}
