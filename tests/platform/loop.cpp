// The real loop on SDL's dummy display.
#include "platform/loop.hpp"

#include "platform/outside.hpp"
#include "platform/pin.hpp"
#include "player.hpp"
#include "support/faked_machine.hpp"
#include "support/folder.hpp"
#include "support/visitor.hpp"
#include "ui/words.hpp"

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

struct Station {
    platform::Window window;
    ui::Kiosk kiosk;
    platform::Loop loop;

    static platform::WindowWish wish() {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        platform::WindowWish wish;
        wish.size = platform::WindowWish::Size{1080, 1920};
        return wish;
    }

    explicit Station(const platform::Clock& clock = platform::moment,
                     const std::shared_ptr<const content::Content>& content = test::real_content())
        : window(wish()), kiosk(content, window.panel(), test::typesetter(), clock()),
          loop(window, kiosk, clock) {
        while (SDL_PollEvent(nullptr) != 0 && loop.turn(0ms)) { // until the window has come up
        }
    }

    void finger(Uint32 type, const ui::Rect& on) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>((on.x + on.w / 2) / 1080);
        event.tfinger.y = static_cast<float>((on.y + on.h / 2) / 1920);
        SDL_PushEvent(&event);
    }
    ui::Rect card(const char* section) {
        for (const ui::Node& node : kiosk.outline())
            if (node.event == session::Event(session::OpenSection{section})) return node.rect;
        FAIL("no such card");
        return {};
    }
};

} // namespace

TEST_CASE("a tap that is already over when the loop wakes still opens the page, in one frame") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    CHECK(station.kiosk.state().section == "signs");
    CHECK(station.loop.frames() == before + 1);
}

TEST_CASE("a visit ends when the loop's clock says so, whatever the machine's says") {
    ui::Moment time{1000s, {}};
    Station station([&time] { return time; });
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    time.now += 60s;
    station.loop.turn(0ms);
    CHECK(station.kiosk.state().asked == time.now);
    time.now += 20s;
    station.loop.turn(0ms);
    CHECK(station.kiosk.state() == session::State{});
}

TEST_CASE(
    "when a visit ends, home is presented four times in 300 ms, over each picture that a display may keep") {
    ui::Moment time{1000s, {}};
    Station station([&time] { return time; });
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    station.kiosk.event(session::GoHome{}, time);
    for (int i = 0; i < 40; ++i) {
        station.loop.turn(0ms);
        time.now += 10ms;
    }
    CHECK(station.loop.frames() == before + 4);
}

TEST_CASE("nothing is drawn while nothing changes, whatever the mouse does") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    for (int i = 0; i < 20; ++i) {
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.x = i;
        SDL_PushEvent(&event);
        station.loop.turn(0ms);
    }
    CHECK(station.loop.frames() == before);
}

TEST_CASE("a window that was covered is drawn again") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    station.loop.turn(0ms);
    CHECK(station.loop.frames() == before + 1);
}

TEST_CASE("a lost renderer's pictures are painted anew") {
    Station station;
    station.loop.turn(0ms);
    const std::size_t before = station.loop.frames();
    SDL_Event event{};
    event.type = SDL_RENDER_DEVICE_RESET;
    SDL_PushEvent(&event);
    station.loop.turn(0ms);
    CHECK(station.loop.frames() == before + 1);
    CHECK(station.kiosk.picture_bytes() > 0);
}

TEST_CASE("a visit that was open when the machine fell asleep is over when it wakes") {
    ui::Moment moment{session::Instant{1'000'000}, {}, session::Instant{0}};
    Station station([&moment] { return moment; });
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    REQUIRE(station.kiosk.state().section == "signs");
    SUBCASE("and nobody touches it") {
        moment.now += 5s; // less than the time after which it would ask
        moment.asleep += 5s;
        platform::wake_loop();
        station.loop.turn(0ms);
        CHECK(station.kiosk.state() == session::State{});
    }
    SUBCASE("so a touch acts on the new screen") {
        moment.now += 5s;
        moment.asleep += 5s;
        station.finger(SDL_FINGERDOWN, card);
        station.finger(SDL_FINGERUP, card);
        station.loop.turn(0ms);
        CHECK(station.kiosk.state().section == "signs");
        CHECK(session::scroll(station.kiosk.state()) == 0);
    }
    SUBCASE("a moment of it does not count: two clocks are never read at once") {
        moment.now += 5s;
        moment.asleep += 5ms;
        platform::wake_loop();
        station.loop.turn(0ms);
        CHECK(station.kiosk.state().section == "signs");
    }
}

TEST_CASE("a window on a desk may be closed, and a display that has gone ends the program with an error") {
    Station station;
    SDL_Event event{};
    SUBCASE("closed") {
        event.type = SDL_WINDOWEVENT;
        event.window.event = SDL_WINDOWEVENT_CLOSE;
        SDL_PushEvent(&event);
        station.loop.run();
        CHECK(station.kiosk.state().covered); // the last picture
    }
    SUBCASE("gone") {
        event.type = SDL_QUIT;
        SDL_PushEvent(&event);
        CHECK_THROWS_WITH_AS(station.loop.run(), "the display has gone", std::runtime_error);
    }
}

TEST_CASE("outside the hours the display may sleep, and from the touch on that wakes it it may not") {
    auto school = std::make_shared<content::Content>(*test::real_content());
    school->site.holidays = {{2026y / std::chrono::December / 24, 2027y / std::chrono::January / 3}};
    ui::Moment moment{session::Instant{1'000'000}, {23, 59, 0, 2, 23, 12, 2026}, {}};
    Station station([&moment] { return moment; }, school);
    moment.now += 60s;
    station.loop.turn(0ms);
    CHECK(SDL_IsScreenSaverEnabled() == SDL_FALSE);
    moment.wall = {0, 0, 0, 3, 24, 12, 2026};
    platform::wake_loop(); // as when the clock is set
    station.loop.turn(0ms);
    CHECK(station.kiosk.dark());
    CHECK(SDL_IsScreenSaverEnabled() == SDL_TRUE);
    station.finger(SDL_FINGERDOWN, {500, 500, 9, 9});
    station.loop.turn(0ms);
    CHECK_FALSE(station.kiosk.dark());
    CHECK(SDL_IsScreenSaverEnabled() == SDL_FALSE);
}

namespace {

// What systemd would hear, while this lives. The kiosk must say that it is alive every half `limit`.
class Listener {
public:
    explicit Listener(std::chrono::microseconds limit) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        (folder_ / "notify").string().copy(address.sun_path, sizeof address.sun_path - 1);
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        setenv("NOTIFY_SOCKET", address.sun_path, 1);
        setenv("WATCHDOG_USEC", std::to_string(limit.count()).c_str(), 1);
        setenv("WATCHDOG_PID", std::to_string(getpid()).c_str(), 1);
    }
    ~Listener() {
        for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) unsetenv(name);
        close(socket_);
    }

    int heard(const std::string& wanted) { // since last asked
        int count = 0;
        std::array<char, 500> text{};
        for (ssize_t got = 0; (got = recv(socket_, text.data(), text.size(), MSG_DONTWAIT)) > 0;)
            if (std::string(text.data(), static_cast<std::size_t>(got)) == wanted) ++count;
        return count;
    }

private:
    test::Folder folder_;
    int socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace

TEST_CASE("systemd hears that the kiosk is up with the first frame, and that it is alive while it turns") {
    Listener systemd(10s);
    ui::Moment moment{session::Instant{1'000'000}, {}, {}};
    Station station([&moment] { return moment; });
    CHECK(systemd.heard("READY=1") == 1);
    int alive = 0;
    for (int second = 0; second < 60; ++second) {
        moment.now += 1s;
        station.loop.turn(0ms);
        alive += systemd.heard("WATCHDOG=1"); // now: the socket holds only a few
    }
    CHECK(alive == 12);
    for (int turn = 0; turn < 60; ++turn) station.loop.turn(0ms); // it is not late yet
    CHECK(systemd.heard("WATCHDOG=1") == 0);
}

TEST_CASE("a loop that hangs falls silent, until it goes on") {
    Listener systemd(10s);
    std::mutex mutex;
    std::condition_variable changed;
    bool stuck = false, hang = false;
    session::Instant now{1'000'000};
    const auto clock = [&] { // every turn asks for the time: here it gets no answer
        std::unique_lock lock(mutex);
        stuck = hang;
        changed.notify_all();
        changed.wait(lock, [&] { return !hang; });
        return ui::Moment{now, {}, {}};
    };
    Station station(clock);
    systemd.heard("WATCHDOG=1");
    {
        const std::lock_guard lock(mutex);
        hang = true;
        now += 60s;
    }
    std::thread turning([&] { station.loop.turn(0ms); });
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stuck; });
        CHECK(systemd.heard("WATCHDOG=1") == 0);
        hang = false;
        changed.notify_all();
    }
    turning.join();
    CHECK(systemd.heard("WATCHDOG=1") == 1);
}

TEST_CASE("news waits until nobody reads") {
    test::Folder folder;
    std::filesystem::create_directory(folder / "translations");
    std::filesystem::copy(KIOSK_SOURCE "/assets/translations/es.yaml", folder / "translations/es.yaml");
    std::string text = test::read_file(KIOSK_SOURCE "/content.yaml");
    text.replace(text.find("Your School Name"), 16, "Roosevelt School");
    test::write_file(folder / "content.yaml", text);

    ui::Moment moment{session::Instant{1'000'000}, {}, {}};
    Station station([&moment] { return moment; });
    const ui::Rect card = station.card("signs");
    station.finger(SDL_FINGERDOWN, card);
    station.finger(SDL_FINGERUP, card);
    station.loop.turn(0ms);
    platform::Librarian librarian({folder / "content.yaml", std::nullopt, folder / "translations"}, ui::words,
                                  std::nullopt, [](const std::string&) {});
    station.loop.follow(librarian, "");
    while (station.kiosk.content().site.school != "Roosevelt School") {
        REQUIRE(moment.now < session::Instant{10'000'000});
        if (station.kiosk.state().section == "signs")
            CHECK(station.kiosk.content().site.school == "Lincoln Middle School");
        moment.now += 10s; // the visitor has left
        station.loop.turn(50ms);
    }
    CHECK(station.kiosk.state() == session::State{});
}

TEST_CASE("the loop has the PIN checked while it goes on, and ends when staff want a restart") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    constexpr std::string_view pin = "2580";
    content->site.staff_pin = platform::hash_pin(pin);
    ui::Moment moment{session::Instant{1'000'000}, {}, {}};
    Station station([&moment] { return moment; }, content);
    station.kiosk.event(session::OpenStaff{}, moment);
    const auto try_pin = [&](std::string_view digits) {
        for (const char digit : digits) station.kiosk.event(session::TypeDigit{digit}, moment);
        station.kiosk.event(session::TryPin{}, moment);
        station.loop.turn(0ms);
        REQUIRE(station.kiosk.pin_to_check() != nullptr); // it takes longer than a turn
        while (station.kiosk.pin_to_check() != nullptr) station.loop.turn();
    };
    try_pin("1397");
    CHECK(station.kiosk.state().staff->wrong);
    try_pin(pin);
    CHECK(session::is_on(station.kiosk.state(), session::StaffScreen::page));
    station.kiosk.event(session::Restart{}, moment);
    CHECK_FALSE(station.loop.turn(0ms));
    station.loop.run();
    CHECK(station.kiosk.state().covered); // the last picture
}

TEST_CASE("the loop asks for the tone of the sound test, once for each time that staff do") {
    auto content = std::make_shared<content::Content>(*test::real_content());
    content->site.staff_pin = "of no account";
    const ui::Moment moment{session::Instant{1'000'000}, {}, {}};
    const auto tone_after_asking = [&](const platform::Tone* tone) {
        Station station([&moment] { return moment; }, content);
        if (tone != nullptr) station.loop.offer(*tone);
        station.kiosk.event(session::OpenStaff{}, moment);
        for (const char digit : std::string_view("2580"))
            station.kiosk.event(session::TypeDigit{digit}, moment);
        station.kiosk.event(session::TryPin{}, moment);
        station.kiosk.answer(std::vector<char>(*station.kiosk.pin_to_check()), true, moment);
        station.kiosk.event(session::OpenStaffScreen{session::StaffScreen::sound}, moment);
        station.kiosk.event(session::PlayTone{}, moment);
        station.loop.turn(0ms);
        station.loop.turn(0ms);
        return station.kiosk.state().staff->tone;
    };
    const test::Player player;
    test::FakedMachine computer;
    computer.write("/sys/class/sound/pcmC0D0p", "");
    const platform::Tone tone(player.pipe(), computer.machine);
    CHECK(tone_after_asking(&tone) == session::Tone::playing);
    CHECK(player.heard() == "\n");
    CHECK(tone_after_asking(nullptr) == session::Tone::impossible);
}

// The last one: a process can be told to end only once.
TEST_CASE("SIGTERM ends the loop though nothing else happens") {
    platform::listen_outside(); // first: SDL's threads must not take the signal
    Station station;
    kill(getpid(), SIGTERM);
    const auto start = std::chrono::steady_clock::now();
    station.loop.run();
    CHECK(std::chrono::steady_clock::now() - start < 1s);
}
