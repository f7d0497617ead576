// Tests the staff screens: how they open, the PIN, each screen, and that nothing is left of them.
#include "preview/offscreen_canvas.hpp"
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace session;
using namespace std::chrono_literals;
using test::TestVisitor;

namespace {

std::shared_ptr<const content::Content> content_with_pin() {
    static const auto content = [] {
        auto copy = std::make_shared<content::Content>(*test::real_content());
        copy->site.staff_pin = "not used: these tests report the result of each check themselves";
        return copy;
    }();
    return content;
}

struct StaffVisitor : TestVisitor {
    explicit StaffVisitor(const ui::Panel& panel = {}) : TestVisitor(panel, content_with_pin()) {}

    void tap_corner(bool is_right, bool is_bottom) {
        const ui::Panel& panel = kiosk.theme().panel();
        // The bottom right corner may be on Hide.
        tap(is_right ? panel.width_px - 45 : 45, is_bottom ? panel.height_px - 45 : 45);
        now += 300ms;
    }
    void tap_corners() {
        tap_corner(false, false), tap_corner(true, false), tap_corner(true, true),
            tap_corner(false, true);
    }
    void type_digits(std::string_view pin) {
        for (const char digit : pin) tap(TypeDigit{digit});
    }
    void finish_pin_check(bool is_correct) {
        kiosk.dispatch(PinChecked{take_submitted_pin(), is_correct, {}}, read_clock());
    }
    std::vector<char> take_submitted_pin() {
        for (const Effect& effect : kiosk.take_effects())
            if (const auto* verify = std::get_if<VerifyPin>(&effect)) return verify->pin;
        FAIL("no PIN was submitted");
        return {};
    }
    void enter_pin(bool is_correct) {
        type_digits("2580");
        tap(SubmitPin{});
        finish_pin_check(is_correct);
    }
    void open_staff_screens() {
        tap_corners();
        enter_pin(true);
        REQUIRE(is_on_staff_screen(state(), StaffScreen::overview));
    }
    bool has_text(const std::string& text) const {
        return std::any_of(
            kiosk.outline().begin(), kiosk.outline().end(),
            [&](const ui::OutlineNode& node) { return node.text.find(text) != std::string::npos; });
    }
};

} // namespace

TEST_CASE("the corner gesture opens the PIN pad from every kind of screen") {
    StaffVisitor staff;
    SUBCASE("home") {}
    SUBCASE("section") {
        staff.tap(OpenSection{"signs"});
    }
    SUBCASE("slip, in another language") {
        staff.tap(OpenLanguagePicker{});
        staff.tap(SelectLanguage{"ar"});
        staff.tap(TearOff{"crisis"});
    }
    SUBCASE("cover") {
        staff.tap(Hide{});
    }
    SUBCASE("Are you still here?") {
        staff.tap(OpenSection{"signs"});
        staff.advance(70s);
    }
    staff.tap_corners();
    State clean_state;
    clean_state.staff.emplace().opened_at = clean_state.last_touch_at = staff.state().last_touch_at;
    CHECK(staff.state() == clean_state);
    CHECK(staff.has_text("Staff PIN"));
}

TEST_CASE("the corner gesture has no effect if no PIN is set") {
    TestVisitor visitor;
    for (const auto& [x, y] : {std::pair{9, 9}, {1070, 9}, {1070, 1910}, {9, 1910}})
        visitor.tap(x, y);
    CHECK_FALSE(visitor.state().staff.has_value());
}

TEST_CASE("the PIN pad shows a dot for each typed digit and never the digit") {
    StaffVisitor staff;
    staff.tap_corners();
    staff.type_digits("258");
    CHECK(staff.has_text("• • •"));
    staff.tap(EraseDigit{});
    CHECK_FALSE(staff.has_text("• • •"));
    CHECK(staff.has_text("• •"));
    for (const ui::OutlineNode& node : staff.kiosk.outline())
        CHECK(node.text.find("25") == std::string::npos);
}

TEST_CASE("five wrong PINs lock the PIN pad for ten minutes, even if there are visits in between") {
    StaffVisitor staff;
    staff.tap_corners();
    for (int i = 0; i < 3; ++i) staff.enter_pin(false);
    CHECK(staff.has_text("Wrong PIN."));
    staff.tap(GoBack{});
    staff.tap(OpenSection{"signs"});
    staff.advance(80s);
    staff.tap_corners();
    staff.enter_pin(false);
    CHECK_FALSE(staff.state().staff->locked_until.has_value());
    staff.enter_pin(false);
    CHECK(staff.has_text("Try again in 10 minutes."));
    CHECK_FALSE(staff.has_target(TypeDigit{'1'}));
    staff.advance(60s);
    CHECK(staff.state() == State{});
    staff.tap_corners();
    CHECK(staff.has_text("Try again in 9 minutes."));
    staff.tap(Hide{});
    staff.advance(8min);
    staff.tap_corners();
    CHECK(staff.has_text("Try again in 1 minute."));
    staff.advance(58s);
    CHECK(staff.has_target(TypeDigit{'1'}));
    staff.enter_pin(true);
    CHECK(is_on_staff_screen(staff.state(), StaffScreen::overview));
}

TEST_CASE("a PIN counts as wrong if the pad is closed before the result of its check") {
    StaffVisitor staff;
    for (int i = 0; i < 5; ++i) {
        staff.tap_corners();
        staff.type_digits("1397");
        staff.tap(SubmitPin{});
        staff.tap(GoBack{});
        CHECK(staff.state() == State{});
    }
    staff.tap_corners();
    CHECK(staff.has_text("Try again in 10 minutes."));
}

TEST_CASE("the late result of a canceled PIN check has no effect") {
    StaffVisitor staff;
    staff.tap_corners();
    staff.type_digits("2580");
    staff.tap(SubmitPin{});
    const std::vector<char> pin = staff.take_submitted_pin();
    staff.tap(GoBack{});
    staff.kiosk.dispatch(PinChecked{pin, true, {}}, staff.read_clock());
    CHECK(staff.state() == State{});
    staff.tap_corners();
    staff.type_digits("1397");
    staff.tap(SubmitPin{});
    staff.kiosk.dispatch(PinChecked{pin, true, {}}, staff.read_clock());
    CHECK(is_on_staff_screen(staff.state(), StaffScreen::pin));
    staff.finish_pin_check(false);
    CHECK(staff.state().staff->is_wrong);
}

TEST_CASE("each test opens from the staff overview, and Back returns to it") {
    StaffVisitor staff;
    staff.open_staff_screens();
    for (const StaffScreen screen : {StaffScreen::touch, StaffScreen::ruler, StaffScreen::qr}) {
        staff.tap(OpenStaffScreen{screen});
        CHECK(is_on_staff_screen(staff.state(), screen));
        staff.tap(GoBack{});
        CHECK(is_on_staff_screen(staff.state(), StaffScreen::overview));
    }
    staff.tap(GoBack{});
    CHECK(staff.state() == State{});
}

TEST_CASE("the sound test is offered if a service plays the tone, and shows the result") {
    StaffVisitor staff;
    staff.open_staff_screens();
    CHECK_FALSE(staff.has_target(OpenStaffScreen{StaffScreen::sound}));
    ui::DeviceStatus status;
    status.can_play_tone = true;
    staff.kiosk.set_device_status(status, staff.read_clock());
    staff.tap(OpenStaffScreen{StaffScreen::sound});
    CHECK(staff.has_text("Visitors hear this kiosk only with headphones."));
    staff.tap(RequestTestTone{});
    staff.kiosk.dispatch(TestToneResult{true}, staff.read_clock());
    CHECK(staff.has_text("The tone is playing. If you hear nothing, try the other audio jacks."));
    staff.tap(RequestTestTone{});
    staff.kiosk.dispatch(TestToneResult{false}, staff.read_clock());
    CHECK(staff.has_text("It does not play: this computer has no headphone jack, or the "
                         "station’s service for it has stopped. Visitors cannot listen then."));
}

TEST_CASE("the key test shows the name of a key, and how to use it") {
    StaffVisitor staff;
    staff.open_staff_screens();
    staff.tap(OpenStaffScreen{StaffScreen::keys});
    CHECK(staff.has_text("Press a key of the keyboard or keypad. Its name appears here."));
    staff.kiosk.dispatch(TestKey{"F13"}, staff.read_clock());
    CHECK(staff.has_text("keypad: {select: F13}"));
    staff.kiosk.dispatch(TestKey{"Left Shift"}, staff.read_clock());
    CHECK(staff.has_text("Left Shift"));
    CHECK(staff.has_text("The kiosk cannot use this key."));
    staff.tap(GoBack{});
    CHECK(is_on_staff_screen(staff.state(), StaffScreen::overview));
}

TEST_CASE("Restart is offered if something starts the program again") {
    StaffVisitor staff;
    staff.open_staff_screens();
    CHECK_FALSE(staff.has_target(RequestRestart{}));
    ui::DeviceStatus status;
    status.can_restart = true;
    staff.kiosk.set_device_status(status, staff.read_clock());
    staff.kiosk.take_effects();
    staff.tap(RequestRestart{});
    CHECK(staff.kiosk.take_effects() == std::vector<Effect>{RestartProgram{}});
}

TEST_CASE("the staff overview shows the panel, the languages and which numbers to call") {
    auto content = std::make_shared<content::Content>(*content_with_pin());
    for (content::HelpLine& help_line : content->help_lines)
        help_line.verified = {std::chrono::year(2026) / 9 / 14, "Ms. Rivera", "somebody answered"};
    const auto page = [&] {
        const preview::Screen screen = *preview::find_screen(*content, "staff/overview");
        const auto kiosk = preview::open_screen(content, screen, {"en"}, {}, test::typesetter());
        std::string all;
        for (const ui::OutlineNode& node : kiosk->outline()) all += node.text + "\n";
        return all;
    };
    CHECK(page().find("\nNumbers to call\nAll were called in the last 12 months.\n") !=
          std::string::npos);
    content->help_lines[0].verified.by.clear();
    content->help_lines[1].verified.on = std::chrono::year(2025) / 11 / 22; // today is 2026-11-23
    content->help_lines[2].verified.on = std::chrono::year(2025) / 11 / 23;
    CHECK(page().find("\nNever called yet: " + content->help_lines[0].name +
                      ".\nNot called in 12 months: " + content->help_lines[1].name + ".\n") !=
          std::string::npos);
    for (content::HelpLine& help_line : content->help_lines)
        help_line.hours = help_line.cost = help_line.languages = "Known.";
    CHECK(page().find("\nUnknown facts to ask\nNone.\n") != std::string::npos);
    const auto& lines = content->help_lines;
    content->help_lines[0].cost.clear();
    for (std::size_t i = 0; i < 6; ++i) content->help_lines[i].languages.clear();
    CHECK(page().find("\nUnknown facts to ask\nCost: " + lines[0].name + ".\nLanguages: " +
                      lines[0].name + ", " + lines[1].name + ", " + lines[2].name + ", " +
                      lines[3].name + ", and 2 more.\n") != std::string::npos);
    CHECK(page().find("\nPanel\n24 inches, 299 × 531 mm, 1080 × 1920 pixels\n") !=
          std::string::npos);
    CHECK(page().find("\nLanguages\nEnglish, Español (draft), ") != std::string::npos);
}

TEST_CASE("squares of the touch test fill where the finger goes, and its trail is drawn") {
    StaffVisitor staff;
    staff.open_staff_screens();
    staff.tap(OpenStaffScreen{StaffScreen::touch});
    CHECK(staff.has_text("0 of "));
    const auto first_hash = staff.kiosk.frame_hash();
    staff.down(100, 400);
    CHECK(staff.has_text("1 of "));
    CHECK(staff.kiosk.frame_hash() != first_hash);
    for (int x = 100; x < 1000; x += 20) staff.move(x, 400);
    staff.up(1000, 400);
    CHECK(staff.state().staff->reached_cells.size() == 7);
    CHECK(staff.state().staff->trail.size() == 47);
}

TEST_CASE("the ruler is exactly 100 mm long on every panel" * doctest::test_suite("sweep")) {
    for (const ui::Panel& panel : test::panels) {
        CAPTURE(panel.width_px);
        CAPTURE(panel.inches);
        const auto kiosk = preview::open_screen(
            content_with_pin(), *preview::find_screen(*content_with_pin(), "staff/ruler"), {"en"},
            panel, test::typesetter());
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        canvas.draw(*kiosk);
        const render::Color bar = kiosk->theme().palette().accent;
        const auto max_run_length = [&](int outer, int inner, auto at) {
            int max_length = 0;
            for (int i = 0; i < outer; ++i)
                for (int j = 0, run = 0; j < inner; ++j)
                    max_length = std::max(max_length, run = at(i, j) == bar ? run + 1 : 0);
            return max_length;
        };
        const int horizontal_run = max_run_length(panel.height_px, panel.width_px,
                                                  [&](int y, int x) { return canvas.pixel(x, y); });
        const int vertical_run = max_run_length(panel.width_px, panel.height_px,
                                                [&](int x, int y) { return canvas.pixel(x, y); });
        const double pixels =
            std::hypot(panel.width_px, panel.height_px) / (panel.inches * 25.4) * 100;
        CHECK(std::max(horizontal_run, vertical_run) == std::lround(pixels));
    }
}

TEST_CASE("during the cleaning lock, touches, keys and the wheel have no effect") {
    StaffVisitor staff;
    staff.open_staff_screens();
    staff.tap(OpenStaffScreen{StaffScreen::cleaning});
    const State cleaning_state = staff.state();
    CHECK(staff.has_text("60"));
    CHECK(staff.has_text("Touch is off until the countdown ends."));
    staff.tap_corners();
    for (int i = 0; i < 200; ++i) staff.tap(i * 37 % 1080, i * 91 % 1920);
    for (const ui::Key key : {ui::Key::next, ui::Key::activate, ui::Key::back, ui::Key::home})
        staff.press_key(key);
    staff.kiosk.handle_wheel(50, staff.read_clock());
    CHECK(staff.state() == cleaning_state);
    staff.advance(cleaning_state.staff->opened_at + 60s - staff.now - 1ms);
    CHECK(staff.has_text("1"));
    CHECK(is_on_staff_screen(staff.state(), StaffScreen::cleaning));
    staff.advance(1ms);
    CHECK(staff.state() == State{});
    staff.tap(OpenSection{"signs"});
    CHECK(staff.state().section == "signs");
}

TEST_CASE("the countdown of the cleaning lock is redrawn every second") {
    StaffVisitor staff;
    staff.open_staff_screens();
    staff.tap(OpenStaffScreen{StaffScreen::cleaning});
    for (int second = 0; second < 59; ++second) {
        const auto frame_hash = staff.kiosk.frame_hash();
        const auto due = staff.kiosk.next_deadline();
        REQUIRE(due.has_value());
        CHECK(*due - staff.now <= 1s);
        staff.advance(*due - staff.now);
        CHECK(staff.kiosk.frame_hash() != frame_hash);
    }
}

TEST_CASE("Hide works on every staff screen except the cleaning lock and clears the state") {
    State cover_state;
    cover_state.is_covered = true;
    for (const preview::Screen& screen : preview::staff_screens()) {
        if (is_on_staff_screen(screen.state, StaffScreen::cleaning)) continue;
        CAPTURE(screen.name);
        const auto kiosk =
            preview::open_screen(content_with_pin(), screen, {"en"}, {}, test::typesetter());
        for (const ui::OutlineNode& node : ui::Outline(kiosk->outline())) {
            if (node.event != Event(Hide{})) continue;
            const double x = node.rect.x + 9, y = node.rect.y + 9;
            kiosk->handle_touch({ui::TouchPhase::down, x, y}, preview::preview_time());
            CHECK(kiosk->outline().size() == 1);
            kiosk->handle_touch({ui::TouchPhase::up, x, y}, preview::preview_time());
        }
        CHECK(kiosk->state() == cover_state);
    }
}

TEST_CASE("a new device status is shown at once on the open staff overview") {
    StaffVisitor staff;
    staff.open_staff_screens();
    CHECK(staff.has_text("None."));
    ui::DeviceStatus status;
    status.problems = {"one", "two", "three", "four", "five"};
    staff.kiosk.set_device_status(status, staff.read_clock());
    CHECK(staff.has_text("three"));
    CHECK_FALSE(staff.has_text("four"));
    CHECK(staff.has_text("And 2 more."));
}
