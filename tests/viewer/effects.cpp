// Tests what the event loop does for an effect, and with content that changed.
#include "os/pin_hash.hpp"
#include "support/fake_machine.hpp"
#include "support/fake_tone_service.hpp"
#include "support/temporary_folder.hpp"
#include "ui/strings.hpp"
#include "viewer/loop_fixture.hpp"

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

TEST_CASE("each request for the test tone is passed to the tone service once") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = "not a hash";
    const base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    const auto run_sound_test = [&](const viewer::TestTone* test_tone) {
        LoopFixture fixture([&now] { return now; }, content);
        if (test_tone != nullptr) fixture.loop.attach(*test_tone);
        fixture.kiosk.dispatch(session::OpenPinPad{}, now);
        for (const char digit : std::string_view("2580"))
            fixture.kiosk.dispatch(session::TypeDigit{digit}, now);
        fixture.kiosk.dispatch(session::SubmitPin{}, now);
        fixture.kiosk.dispatch(session::PinChecked{{'2', '5', '8', '0'}, true, {}}, now);
        fixture.kiosk.dispatch(session::OpenStaffScreen{session::StaffScreen::sound}, now);
        fixture.kiosk.dispatch(session::RequestTestTone{}, now);
        fixture.loop.run_once(0ms);
        fixture.loop.run_once(0ms);
        return fixture.kiosk.state().staff->tone;
    };
    const test::FakeToneService tone_service;
    test::FakeMachine fake_machine;
    fake_machine.add_file("/sys/class/sound/pcmC0D0p", "");
    const viewer::TestTone test_tone(tone_service.pipe(), fake_machine.path("/sys/class/sound"));
    CHECK(run_sound_test(&test_tone) == session::ToneTest::playing);
    CHECK(tone_service.received() == "\n");
    CHECK(run_sound_test(nullptr) == session::ToneTest::unavailable);
}
