#include "harness/benchmark.hpp"

#include "harness/temporary_folder.hpp"
#include "os/clock.hpp"
#include "preview/screen_list.hpp"
#include "viewer/font_loading.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace harness {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds max_start_wait{10};
constexpr std::chrono::seconds max_exit_wait{10};
constexpr double benchmark_panel_inches = 24;

double milliseconds(Clock::duration span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

// `all` must not be empty.
Percentiles percentiles(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all[all.size() * 95 / 100]};
}

std::runtime_error system_error(const std::string& what, int error_number) {
    return std::runtime_error(what + ": " + std::strerror(error_number));
}

// Owns a file descriptor.
class FileDescriptor {
public:
    explicit FileDescriptor(int fd) : fd_(fd) {}
    ~FileDescriptor() {
        if (fd_ >= 0) close(fd_);
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    int get() const { return fd_; }

private:
    int fd_;
};

// Waits until one of the file descriptors is readable. Returns false if none is before `end_at`.
template <std::size_t count>
bool wait_until_readable(std::array<pollfd, count>& fds, Clock::time_point end_at) {
    for (;;) {
        const auto remaining =
            std::chrono::ceil<std::chrono::milliseconds>(end_at - Clock::now()).count();
        const int ready_count =
            poll(fds.data(), fds.size(), static_cast<int>(std::max<long>(remaining, 0)));
        if (ready_count > 0) return true;
        if (ready_count == 0) return false;
        if (errno != EINTR) throw system_error("cannot wait for the viewer", errno);
    }
}

// The socket at which a service manager receives the messages of its services, see sd_notify(3).
class NotifySocket {
public:
    explicit NotifySocket(const std::filesystem::path& path)
        : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.native().size() >= sizeof address.sun_path)
            throw std::runtime_error("the path of the temporary folder is too long: " +
                                     path.string());
        path.native().copy(address.sun_path, path.native().size());
        if (socket_.get() < 0 ||
            bind(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw system_error("cannot create the socket " + path.string(), errno);
    }

    int fd() const { return socket_.get(); }

    // Takes the pending messages. Returns whether one of them contains READY=1.
    bool take_ready() {
        bool is_ready = false;
        std::array<char, 4096> buffer{};
        for (ssize_t size = 0; (size = recv(fd(), buffer.data(), buffer.size(), 0)) >= 0;) {
            const std::string_view message(buffer.data(), static_cast<std::size_t>(size));
            is_ready = is_ready || message.find("READY=1") != std::string_view::npos;
        }
        return is_ready;
    }

private:
    FileDescriptor socket_;
};

// The environment of this process, with another NOTIFY_SOCKET.
std::vector<std::string> environment_with(const std::filesystem::path& notify_socket) {
    constexpr std::string_view name = "NOTIFY_SOCKET=";
    std::vector<std::string> all{std::string(name) + notify_socket.string()};
    for (char** variable = environ; *variable != nullptr; ++variable)
        if (!std::string_view(*variable).starts_with(name)) all.emplace_back(*variable);
    return all;
}

// The pointers for exec, valid as long as `strings`.
std::vector<char*> null_terminated(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    pointers.reserve(strings.size() + 1);
    for (std::string& each : strings) pointers.push_back(each.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Starts `command`, with its error messages in a file.
pid_t spawn(std::vector<std::string> command, std::vector<std::string> environment,
            const std::filesystem::path& error_file) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error_file.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t pid = -1;
    const int error_number =
        posix_spawn(&pid, command.front().c_str(), &actions, nullptr,
                    null_terminated(command).data(), null_terminated(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error_number != 0) throw system_error("cannot start " + command.front(), error_number);
    return pid;
}

// Calls pidfd_open(2). The header of glibc 2.36 declares it without extern "C", so that C++
// programs do not link.
int open_pidfd(pid_t pid) {
    return static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
}

// A running viewer. The destructor ends it and waits for it.
class ViewerProcess {
public:
    ViewerProcess(const std::vector<std::string>& command, std::vector<std::string> environment,
                  const std::filesystem::path& error_file)
        : pid_(spawn(command, std::move(environment), error_file)), exit_fd_(open_pidfd(pid_)) {}
    ~ViewerProcess() {
        kill(pid_, SIGTERM);
        std::array fds{pollfd{exit_fd(), POLLIN, 0}};
        if (poll(fds.data(), fds.size(),
                 static_cast<int>(std::chrono::milliseconds(max_exit_wait).count())) == 0)
            kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    ViewerProcess(const ViewerProcess&) = delete;
    ViewerProcess& operator=(const ViewerProcess&) = delete;

    // A file descriptor that is readable once the process has exited.
    int exit_fd() const { return exit_fd_.get(); }

private:
    pid_t pid_;
    FileDescriptor exit_fd_;
};

// An error with the messages of the viewer, one in each further line.
std::runtime_error start_error(std::string text, const std::filesystem::path& error_file) {
    std::ifstream file(error_file);
    for (std::string line; std::getline(file, line);) text += "\n" + line;
    return std::runtime_error(text);
}

double measure_one_start_ms(const std::vector<std::string>& command) {
    const TemporaryFolder folder;
    const std::filesystem::path socket_path = folder.path() / "notify";
    const std::filesystem::path error_file = folder.path() / "stderr";
    NotifySocket notify_socket(socket_path);
    std::vector<std::string> environment = environment_with(socket_path);
    const auto started_at = Clock::now();
    const ViewerProcess viewer(command, std::move(environment), error_file);
    for (;;) {
        std::array fds{pollfd{notify_socket.fd(), POLLIN, 0}, pollfd{viewer.exit_fd(), POLLIN, 0}};
        if (!wait_until_readable(fds, started_at + max_start_wait))
            throw start_error(command.front() + " was not ready within " +
                                  std::to_string(max_start_wait.count()) + " s",
                              error_file);
        const double elapsed_ms = milliseconds(Clock::now() - started_at);
        if (notify_socket.take_ready()) return elapsed_ms;
        if (fds[1].revents != 0)
            throw start_error(command.front() + " exited before its first frame", error_file);
    }
}

display::WindowOptions window_options(display::WindowOptions::Size size) {
    display::WindowOptions options;
    options.size = size;
    options.inches = benchmark_panel_inches;
    return options;
}

void push_finger(Uint32 type, const render::Rect& target, const ui::Panel& panel) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = 1;
    event.tfinger.x = static_cast<float>((target.x + target.w / 2) / panel.width_px);
    event.tfinger.y = static_cast<float>((target.y + target.h / 2) / panel.height_px);
    SDL_PushEvent(&event);
}

// Returns the first target with this event, or nullopt if there is none.
std::optional<render::Rect> find_target(const ui::Kiosk& kiosk, const session::Event& event) {
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event == event) return node.rect;
    return std::nullopt;
}

} // namespace

Percentiles measure_start_ms(const std::vector<std::string>& command, std::size_t start_count) {
    std::vector<double> all;
    for (std::size_t i = 0; i < start_count; ++i) all.push_back(measure_one_start_ms(command));
    return percentiles(std::move(all));
}

Benchmark::Benchmark(std::shared_ptr<const content::Content> content,
                     display::WindowOptions::Size size)
    : content_(std::move(content)), window_(window_options(size)),
      // Loaded on another thread as in the viewer, because that changes the use of memory.
      typesetter_(viewer::load_fonts_async().get()),
      kiosk_(content_, window_.panel(), *typesetter_, os::read_clock()), loop_(window_, kiosk_) {
    loop_.run_once(base::Duration{0});
    loop_.run_once(base::Duration{200}); // handles the events of the new window
}

ProcessUsage Benchmark::measure_idle(base::Duration duration) {
    const ProcessUsage before = process_usage();
    const auto end_at = Clock::now() + duration;
    for (auto now = Clock::now(); now < end_at; now = Clock::now())
        loop_.run_once(
            std::max(base::Duration{1}, std::chrono::duration_cast<base::Duration>(end_at - now)));
    const ProcessUsage after = process_usage();
    // The last wakeup ends the measurement.
    return {after.cpu_ms - before.cpu_ms, after.wakeup_count - before.wakeup_count - 1};
}

Percentiles Benchmark::measure_tap_ms() {
    constexpr int round_count = 10;
    std::vector<double> all;
    const auto tap = [&](const render::Rect& target) {
        for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
            const auto started_at = Clock::now();
            push_finger(type, target, kiosk_.theme().panel());
            loop_.run_once(base::Duration{50});
            all.push_back(milliseconds(Clock::now() - started_at));
        }
    };
    for (int round = 0; round < round_count; ++round) {
        for (const content::Section& section : kiosk_.content().sections) {
            const auto card = find_target(kiosk_, session::OpenSection{section.id});
            if (!card) continue;
            tap(*card);
            if (const auto home = find_target(kiosk_, session::GoHome{})) tap(*home);
        }
    }
    return percentiles(std::move(all));
}

Percentiles Benchmark::measure_redraw_ms(ui::Kiosk& kiosk) {
    constexpr int run_count = 12;
    kiosk.draw(window_.renderer()); // renders the texts and icons, which are cached from then on
    window_.present();
    std::vector<double> all;
    for (int i = 0; i < run_count; ++i) {
        const auto started_at = Clock::now();
        kiosk.draw(window_.renderer());
        window_.present();
        all.push_back(milliseconds(Clock::now() - started_at));
    }
    return percentiles(std::move(all));
}

std::vector<Benchmark::RedrawTime> Benchmark::measure_redraws(display::WindowOptions::Size size) {
    window_.resize(size.width, size.height);
    SDL_PumpEvents();
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    const ui::Panel panel{size.width, size.height, benchmark_panel_inches, std::nullopt};
    std::vector<RedrawTime> all;
    for (const preview::Screen& screen : preview::visitor_screens(*content_)) {
        const auto kiosk = preview::open_screen(content_, screen, {}, panel, *typesetter_);
        all.push_back({screen.name, measure_redraw_ms(*kiosk)});
    }
    return all;
}

} // namespace harness
