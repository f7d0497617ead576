// Tests the real event loop on SDL's dummy display.
#include "viewer/event_loop.hpp"

#include "os/pin_hash.hpp"
#include "os/wakeup.hpp"
#include "support/fake_machine.hpp"
#include "support/fake_tone_service.hpp"
#include "support/temporary_folder.hpp"
#include "support/test_visitor.hpp"
#include "ui/strings.hpp"

#include <doctest/doctest.h>

#include <array>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

struct LoopFixture {
    display::Window window;
    ui::Kiosk kiosk;
    viewer::EventLoop loop;

    static display::WindowOptions window_options() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        display::WindowOptions options;
        options.size = display::WindowOptions::Size{1080, 1920};
        return options;
    }

    explicit LoopFixture(
        const base::ReadClock& clock = os::read_clock,
        const std::shared_ptr<const content::Content>& content = test::real_content())
        : window(window_options()), kiosk(content, window.panel(), test::typesetter(), clock()),
          loop(window, kiosk, clock) {
        while (SDL_PollEvent(nullptr) != 0 &&
               loop.run_once(0ms)) { // until the events of the new window are handled
        }
    }

    void finger(Uint32 type, const render::Rect& target) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>((target.x + target.w / 2) / 1080);
        event.tfinger.y = static_cast<float>((target.y + target.h / 2) / 1920);
        SDL_PushEvent(&event);
    }
    render::Rect card(const char* section) {
        for (const ui::OutlineNode& node : kiosk.outline())
            if (node.event == session::Event(session::OpenSection{section})) return node.rect;
        FAIL("no such card");
        return {};
    }
};

} // namespace

TEST_CASE("a tap whose press and release are both in the queue opens the page in one frame") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    const render::Rect card = fixture.card("signs");
    fixture.finger(SDL_FINGERDOWN, card);
    fixture.finger(SDL_FINGERUP, card);
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.state().section == "signs");
    CHECK(fixture.loop.frame_count() == before + 1);
}

TEST_CASE("a visit times out by the clock of the loop, not by that of the computer") {
    base::ClockReading now{base::Instant{1000s}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    const render::Rect card = fixture.card("signs");
    fixture.finger(SDL_FINGERDOWN, card);
    fixture.finger(SDL_FINGERUP, card);
    fixture.loop.run_once(0ms);
    now.since_boot += 60s;
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.state().warned_at == now.since_boot);
    now.since_boot += 20s;
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.state() == session::State{});
}

TEST_CASE("when a visit ends, home is presented four times in 300 ms, to overwrite each buffer of "
          "the display") {
    base::ClockReading now{base::Instant{1000s}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    const render::Rect card = fixture.card("signs");
    fixture.finger(SDL_FINGERDOWN, card);
    fixture.finger(SDL_FINGERUP, card);
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    const auto home = fixture.kiosk.visible_rect(session::GoHome{});
    REQUIRE(home.has_value());
    fixture.finger(SDL_FINGERDOWN, *home);
    fixture.finger(SDL_FINGERUP, *home);
    for (int i = 0; i < 40; ++i) {
        fixture.loop.run_once(0ms);
        now.since_boot += 10ms;
    }
    CHECK(fixture.loop.frame_count() == before + 4);
}

TEST_CASE("no frame is drawn while nothing changes, even if the mouse moves") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    for (int i = 0; i < 20; ++i) {
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.x = i;
        SDL_PushEvent(&event);
        fixture.loop.run_once(0ms);
    }
    CHECK(fixture.loop.frame_count() == before);
}

TEST_CASE("a window that is exposed is drawn again") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    fixture.loop.run_once(0ms);
    CHECK(fixture.loop.frame_count() == before + 1);
}

TEST_CASE("after the renderer is reset, the textures are rendered again") {
    LoopFixture fixture;
    fixture.loop.run_once(0ms);
    const std::size_t before = fixture.loop.frame_count();
    SDL_Event event{};
    event.type = SDL_RENDER_DEVICE_RESET;
    SDL_PushEvent(&event);
    fixture.loop.run_once(0ms);
    CHECK(fixture.loop.frame_count() == before + 1);
    CHECK(fixture.kiosk.texture_bytes() > 0);
}

TEST_CASE("a visit that was open when the computer was suspended has ended after the resume") {
    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, base::Duration{0}};
    LoopFixture fixture([&now] { return now; });
    const render::Rect card = fixture.card("signs");
    fixture.finger(SDL_FINGERDOWN, card);
    fixture.finger(SDL_FINGERUP, card);
    fixture.loop.run_once(0ms);
    REQUIRE(fixture.kiosk.state().section == "signs");
    SUBCASE("without a touch") {
        now.since_boot += 5s; // less than the time until the idle warning
        now.suspended += 5s;
        os::wake_event_loop();
        fixture.loop.run_once(0ms);
        CHECK(fixture.kiosk.state() == session::State{});
    }
    SUBCASE("a touch acts on the home screen") {
        now.since_boot += 5s;
        now.suspended += 5s;
        fixture.finger(SDL_FINGERDOWN, card);
        fixture.finger(SDL_FINGERUP, card);
        fixture.loop.run_once(0ms);
        CHECK(fixture.kiosk.state().section == "signs");
        CHECK(session::top_scroll_mm(fixture.kiosk.state()) == 0);
    }
    SUBCASE("a difference of a few milliseconds between the clocks is not a suspend") {
        now.since_boot += 5s;
        now.suspended += 5ms;
        os::wake_event_loop();
        fixture.loop.run_once(0ms);
        CHECK(fixture.kiosk.state().section == "signs");
    }
}

TEST_CASE(
    "closing a window on a desktop ends the program, and a lost display ends it with an error") {
    LoopFixture fixture;
    SDL_Event event{};
    SUBCASE("the window is closed") {
        event.type = SDL_WINDOWEVENT;
        event.window.event = SDL_WINDOWEVENT_CLOSE;
        SDL_PushEvent(&event);
        fixture.loop.run();
        CHECK(fixture.kiosk.state().is_covered); // the last picture
    }
    SUBCASE("the display is lost") {
        event.type = SDL_QUIT;
        SDL_PushEvent(&event);
        CHECK_THROWS_WITH_AS(fixture.loop.run(), "lost the connection to the display",
                             std::runtime_error);
    }
}

TEST_CASE(
    "outside the opening hours the display may be turned off, until a touch turns on the screen") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.holidays = {
        {2026y / std::chrono::December / 24, 2027y / std::chrono::January / 3}};
    base::ClockReading now{base::Instant{base::Duration{1'000'000}},
                           std::chrono::local_days{2026y / std::chrono::December / 23} + 23h +
                               59min,
                           {}};
    LoopFixture fixture([&now] { return now; }, content);
    now.since_boot += 60s;
    fixture.loop.run_once(0ms);
    CHECK(SDL_IsScreenSaverEnabled() == SDL_FALSE);
    now.local_time = std::chrono::local_days{2026y / std::chrono::December / 24};
    os::wake_event_loop(); // as when the clock is set
    fixture.loop.run_once(0ms);
    CHECK(fixture.kiosk.is_off_hours());
    CHECK(SDL_IsScreenSaverEnabled() == SDL_TRUE);
    fixture.finger(SDL_FINGERDOWN, {500, 500, 9, 9});
    fixture.loop.run_once(0ms);
    CHECK_FALSE(fixture.kiosk.is_off_hours());
    CHECK(SDL_IsScreenSaverEnabled() == SDL_FALSE);
}

namespace {

// Receives the notifications for systemd during its lifetime. `limit` is the timeout of the
// watchdog, so the kiosk must ping it every half `limit`.
class FakeSystemd {
public:
    explicit FakeSystemd(std::chrono::microseconds limit) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        (folder_ / "notify").string().copy(address.sun_path, sizeof address.sun_path - 1);
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        setenv("NOTIFY_SOCKET", address.sun_path, 1);
        setenv("WATCHDOG_USEC", std::to_string(limit.count()).c_str(), 1);
        setenv("WATCHDOG_PID", std::to_string(getpid()).c_str(), 1);
    }
    ~FakeSystemd() {
        for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) unsetenv(name);
        close(socket_);
    }

    // Returns how often the message was received since the last call, and drops all messages.
    int take_message_count(const std::string& wanted) {
        int count = 0;
        std::array<char, 500> text{};
        for (ssize_t got = 0; (got = recv(socket_, text.data(), text.size(), MSG_DONTWAIT)) > 0;)
            if (std::string(text.data(), static_cast<std::size_t>(got)) == wanted) ++count;
        return count;
    }

private:
    test::TemporaryFolder folder_;
    int socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace

TEST_CASE(
    "systemd is notified of the first frame, and the watchdog is pinged while the loop runs") {
    FakeSystemd systemd(10s);
    base::ClockReading now{base::Instant{base::Duration{1'000'000}}, {}, {}};
    LoopFixture fixture([&now] { return now; });
    CHECK(systemd.take_message_count("READY=1") == 1);
    int ping_count = 0;
    for (int second = 0; second < 60; ++second) {
        now.since_boot += 1s;
        fixture.loop.run_once(0ms);
        ping_count += systemd.take_message_count(
            "WATCHDOG=1"); // every second, because the socket's queue is short
    }
    CHECK(ping_count == 12);
    for (int iteration = 0; iteration < 60; ++iteration)
        fixture.loop.run_once(0ms); // the next ping is not due yet
    CHECK(systemd.take_message_count("WATCHDOG=1") == 0);
}

TEST_CASE("a loop that hangs does not ping the watchdog until it continues") {
    FakeSystemd systemd(10s);
    std::mutex mutex;
    std::condition_variable changed;
    bool is_stuck = false, should_hang = false;
    base::Instant since_boot{base::Duration{1'000'000}};
    const auto clock = [&] { // blocks the loop, which reads the clock in each iteration
        std::unique_lock lock(mutex);
        is_stuck = should_hang;
        changed.notify_all();
        changed.wait(lock, [&] { return !should_hang; });
        return base::ClockReading{since_boot, {}, {}};
    };
    LoopFixture fixture(clock);
    systemd.take_message_count("WATCHDOG=1");
    {
        const std::lock_guard lock(mutex);
        should_hang = true;
        since_boot += 60s;
    }
    std::thread loop_thread([&] { fixture.loop.run_once(0ms); });
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return is_stuck; });
        CHECK(systemd.take_message_count("WATCHDOG=1") == 0);
        should_hang = false;
        changed.notify_all();
    }
    loop_thread.join();
    CHECK(systemd.take_message_count("WATCHDOG=1") == 1);
}

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
    const render::Rect card = fixture.card("signs");
    fixture.finger(SDL_FINGERDOWN, card);
    fixture.finger(SDL_FINGERUP, card);
    fixture.loop.run_once(0ms);
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

// This must be the last test, because a stop request cannot be undone.
TEST_CASE("SIGTERM ends the loop even if there is no other event") {
    os::start_wakeup_thread(); // before SDL starts threads, which must not receive the signal
    LoopFixture fixture;
    kill(getpid(), SIGTERM);
    const auto start = std::chrono::steady_clock::now();
    fixture.loop.run();
    CHECK(std::chrono::steady_clock::now() - start < 1s);
}
