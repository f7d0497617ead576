#include "reload/file_watcher.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

namespace reload {

namespace {

namespace fs = std::filesystem;

// The time after the last change until the change counts as complete.
constexpr int settle_duration_ms = 250;
// The same while a file that was written to is still open.
constexpr int stalled_write_timeout_ms = 5000;
constexpr std::uint32_t write_finished_events =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB;
constexpr std::uint32_t folder_events = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_Q_OVERFLOW;

} // namespace

FileWatcher::FileWatcher()
    : inotify_fd_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), stop_fd_(eventfd(0, EFD_CLOEXEC)) {
    if (inotify_fd_ >= 0 && stop_fd_ >= 0) return;
    const std::string reason = std::strerror(errno);
    if (inotify_fd_ >= 0) close(inotify_fd_);
    throw std::runtime_error("cannot watch files: " + reason);
}

FileWatcher::~FileWatcher() {
    close(inotify_fd_);
    close(stop_fd_);
}

void FileWatcher::watch(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
        std::error_code error;
        const fs::path path = fs::absolute(file, error);
        file_names_.insert(path.filename());
        watch_folder(path.parent_path());
        const fs::path target = fs::weakly_canonical(path, error);
        if (error || target == path) continue;
        file_names_.insert(target.filename());
        watch_folder(target.parent_path());
    }
}

// Watches the folder, or if it does not exist, the nearest parent that exists, which reports when
// the missing folder is created.
void FileWatcher::watch_folder(const fs::path& folder) {
    constexpr std::uint32_t events =
        IN_CREATE | IN_MODIFY | IN_ONLYDIR | write_finished_events | IN_DELETE_SELF | IN_MOVE_SELF;
    for (fs::path path = folder; inotify_add_watch(inotify_fd_, path.c_str(), events) < 0;) {
        if (path == path.parent_path()) return;
        path = path.parent_path();
    }
}

bool FileWatcher::wait_for_change(std::optional<std::chrono::milliseconds> max_wait) {
    using std::chrono::steady_clock;
    const auto deadline = max_wait ? std::optional(steady_clock::now() + *max_wait) : std::nullopt;
    files_being_written_.clear();
    bool has_changed = false;
    while (!has_changed) {
        const auto remaining =
            deadline ? std::chrono::ceil<std::chrono::milliseconds>(*deadline - steady_clock::now())
                     : std::chrono::milliseconds{-1};
        if (deadline && remaining.count() <= 0) return true;
        if (!poll(static_cast<int>(remaining.count()), has_changed)) return false;
    }
    while (std::exchange(has_changed, false))
        if (!poll(files_being_written_.empty() ? settle_duration_ms : stalled_write_timeout_ms,
                  has_changed))
            return false;
    return true;
}

bool FileWatcher::poll(int timeout_ms, bool& has_changed) {
    std::array<pollfd, 2> descriptors{{{inotify_fd_, POLLIN, 0}, {stop_fd_, POLLIN, 0}}};
    if (::poll(descriptors.data(), descriptors.size(), timeout_ms) < 0 && errno != EINTR)
        return false;
    if (descriptors[1].revents != 0) return false;
    if (descriptors[0].revents != 0) has_changed = read_events();
    return true;
}

bool FileWatcher::read_events() {
    alignas(inotify_event) std::array<char, 4096> buffer;
    bool is_relevant = false;
    for (ssize_t byte_count = 0;
         (byte_count = read(inotify_fd_, buffer.data(), buffer.size())) > 0;) {
        for (const char* position = buffer.data(); position < buffer.data() + byte_count;) {
            const auto* event = reinterpret_cast<const inotify_event*>(position);
            position += sizeof(inotify_event) + event->len;
            const std::string name = event->len > 0 ? event->name : "";
            const bool is_folder = (event->mask & (folder_events | IN_ISDIR)) != 0;
            if (!is_folder && !file_names_.contains(name) && fs::path(name).extension() != ".yaml")
                continue;
            is_relevant = true;
            if ((event->mask & IN_MODIFY) != 0) files_being_written_.insert({event->wd, name});
            if ((event->mask & write_finished_events) != 0)
                files_being_written_.erase({event->wd, name});
        }
    }
    return is_relevant;
}

void FileWatcher::stop() {
    const std::uint64_t one = 1;
    while (write(stop_fd_, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

} // namespace reload
