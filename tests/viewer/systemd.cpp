// Tests what the event loop and systemd tell each other.
#include "os/wakeup.hpp"
#include "support/temporary_folder.hpp"
#include "viewer/loop_fixture.hpp"

#include <array>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using test::LoopFixture;

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

// This must be the last test of this file, which is the last one with an event loop, because a stop
// request cannot be undone.
TEST_CASE("SIGTERM ends the loop even if there is no other event") {
    os::start_wakeup_thread(); // before SDL starts threads, which must not receive the signal
    LoopFixture fixture;
    kill(getpid(), SIGTERM);
    const auto start = std::chrono::steady_clock::now();
    fixture.loop.run();
    CHECK(std::chrono::steady_clock::now() - start < 1s);
}
