// Tests what the event loop does for an effect, and with content that changed.
#include "os/pin_hash.hpp"
#include "support/temporary_folder.hpp"
#include "ui/strings.hpp"
#include "viewer/loop_fixture.hpp"
#include "viewer/pin_attempts_file.hpp"

using namespace std::chrono_literals;
using test::LoopFixture;

TEST_CASE("changed content is shown only after the visit has ended") {
    test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "translations");
    std::filesystem::copy(KIOSK_SOURCE "/assets/translations/es.yaml",
                          folder / "translations/es.yaml");
    std::string text = test::read_file(KIOSK_SOURCE "/content.yaml");
    text.replace(text.find("Your School Name"), 16, "Roosevelt School");
    test::write_file(folder / "content.yaml", text);

    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    fixture.open_section("signs");
    reload::ContentReloader reloader(
        {folder / "content.yaml", std::nullopt, folder / "translations"}, ui::ui_strings,
        std::nullopt, [](const std::string&) {});
    fixture.loop.attach(reloader, "");
    while (fixture.kiosk.content().site.school != "Roosevelt School") {
        REQUIRE(now.since_boot < base::Instant{base::Duration{10'000'000}});
        if (fixture.kiosk.state().section == "signs")
            CHECK(fixture.kiosk.content().site.school == "Lincoln Middle School");
        now.since_boot += 10s; // the visitor has left
        fixture.loop.run_once(50ms);
    }
    CHECK(fixture.kiosk.state() == session::State{});
}

TEST_CASE("the loop keeps running while a PIN is verified, and ends when staff request a restart") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    constexpr std::string_view pin = "2580";
    content->site.staff_pin = os::hash_pin(pin);
    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    LoopFixture fixture([&now] { return now; }, content);
    fixture.kiosk.dispatch(session::OpenPinPad{}, now);
    const auto submit_pin = [&](std::string_view digits) {
        for (const char digit : digits) fixture.kiosk.dispatch(session::TypeDigit{digit}, now);
        fixture.kiosk.dispatch(session::SubmitPin{}, now);
        fixture.loop.run_once(0ms);
        const auto is_verifying = [&] {
            const auto& staff = fixture.kiosk.state().staff;
            return staff && staff->is_verifying;
        };
        REQUIRE(is_verifying()); // it takes longer than one iteration
        while (is_verifying()) fixture.loop.run_once();
    };
    submit_pin("1397");
    CHECK(fixture.kiosk.state().staff->is_wrong);
    submit_pin(pin);
    CHECK(session::is_on_staff_screen(fixture.kiosk.state(), session::StaffScreen::overview));
    fixture.kiosk.dispatch(session::RequestRestart{}, now);
    CHECK_FALSE(fixture.loop.run_once(0ms));
    fixture.loop.run();
    CHECK(fixture.kiosk.state().is_covered); // the last picture
}

TEST_CASE("five wrong PINs lock the PIN pad, also after the program was restarted each time") {
    const test::TemporaryFolder folder;
    const viewer::PinAttemptsFile file(folder.path());
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = "not a hash"; // no PIN is right
    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    const auto start_and_submit = [&]() -> std::optional<base::Instant> {
        LoopFixture fixture([&now] { return now; }, content);
        fixture.loop.attach(file);
        fixture.kiosk.dispatch(
            session::OpenPinPad{fixture.kiosk.pin_attempts().locked_until(now.since_boot)}, now);
        if (fixture.kiosk.state().staff->locked_until)
            return fixture.kiosk.state().staff->locked_until;
        for (const char digit : std::string_view("1397"))
            fixture.kiosk.dispatch(session::TypeDigit{digit}, now);
        fixture.kiosk.dispatch(session::SubmitPin{}, now);
        fixture.loop.run_once(0ms);
        return std::nullopt; // the program ends before the PIN is verified
    };
    for (int attempt = 0; attempt < session::PinAttempts::max_attempts; ++attempt) {
        CHECK_FALSE(start_and_submit().has_value());
        now.since_boot += 5s;
    }
    const base::Instant last_at = now.since_boot - 5s;
    CHECK(start_and_submit() == last_at + session::PinAttempts::lockout_duration);
    CHECK(test::read_file(folder / "pin-attempts") ==
          "5 " + std::to_string(last_at.time_since_epoch().count()) + "\n");
    now.since_boot = base::Instant{30s}; // the computer was restarted, too
    CHECK(start_and_submit() == base::Instant{30s} + session::PinAttempts::lockout_duration);
    now.since_boot = last_at + session::PinAttempts::lockout_duration;
    CHECK_FALSE(start_and_submit().has_value());
}

TEST_CASE("a correct PIN clears the saved count of wrong ones") {
    const test::TemporaryFolder folder;
    const viewer::PinAttemptsFile file(folder.path());
    file.save({4, base::Instant{base::Duration{999'000}}});
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = os::hash_pin(std::string_view("2580"));
    const base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    LoopFixture fixture([&now] { return now; }, content);
    fixture.loop.attach(file);
    fixture.kiosk.dispatch(session::OpenPinPad{}, now);
    for (const char digit : std::string_view("2580"))
        fixture.kiosk.dispatch(session::TypeDigit{digit}, now);
    fixture.kiosk.dispatch(session::SubmitPin{}, now);
    fixture.loop.run_once(0ms);
    while (fixture.kiosk.state().staff->is_verifying) fixture.loop.run_once();
    CHECK(session::is_on_staff_screen(fixture.kiosk.state(), session::StaffScreen::overview));
    CHECK(file.load(now.since_boot).attempt_count() == 0);
}

TEST_CASE("a missing or damaged file of wrong PINs counts none, an impossible one locks the pad") {
    const test::TemporaryFolder folder;
    const viewer::PinAttemptsFile file(folder.path());
    const base::Instant now{base::Duration{60'000}};
    CHECK(file.load(now).attempt_count() == 0);
    for (const char* text : {"", "five", "-3 100", "3", "\xFF\xFE"}) {
        test::write_file(folder / "pin-attempts", text);
        CHECK(file.load(now).attempt_count() == 0);
    }
    for (const char* text : {"900 60000", "5 99999999", "5 -1"}) {
        test::write_file(folder / "pin-attempts", text);
        CHECK(file.load(now).locked_until(now) == now + session::PinAttempts::lockout_duration);
    }
}
