#include "reload/file_watcher.hpp"

#include "reload/file_links.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace reload {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Events of a folder that leads to a file, and of the one with the file itself.
constexpr std::uint32_t link_events =
    IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t file_events = link_events | IN_MODIFY | IN_CLOSE_WRITE;
// These have no name.
constexpr std::uint32_t folder_events =
    IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT | IN_Q_OVERFLOW;

std::chrono::nanoseconds to_nanoseconds(const timespec& time) {
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

} // namespace

FileWatcher::FileWatcher(WatchTiming timing) : timing_(timing), stop_fd_(eventfd(0, EFD_CLOEXEC)) {
    if (stop_fd_ < 0)
        throw std::runtime_error(std::string("cannot watch files: ") + std::strerror(errno));
}

FileWatcher::~FileWatcher() {
    if (inotify_fd_ >= 0) close(inotify_fd_);
    close(stop_fd_);
}

FileWatcher::FileState FileWatcher::state_of(const fs::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) return {.error = errno};
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size_bytes = status.st_size,
            .modified_at = to_nanoseconds(status.st_mtim),
            .status_changed_at = to_nanoseconds(status.st_ctim)};
}

std::vector<FileWatcher::FileState> FileWatcher::current_states() const {
    std::vector<FileState> states;
    states.reserve(files_.size());
    for (const fs::path& file : files_) states.push_back(state_of(file));
    return states;
}

void FileWatcher::watch(const std::vector<fs::path>& files) {
    files_ = files;
    update_watches();
    states_ = current_states();
}

// Watches every folder on the way to the files, because any of the names in them may be a link that
// somebody swaps, or a folder that is created later.
void FileWatcher::update_watches() {
    failure_.clear();
    if (inotify_fd_ < 0) inotify_fd_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (inotify_fd_ < 0) {
        failure_ = "the system has no inotify instance left";
        return;
    }
    const auto previous = std::exchange(watched_names_, {});
    std::set<FolderEntry> entries;
    for (const fs::path& file : files_) add_entries_on_the_way(file, entries);
    for (const FolderEntry& entry : entries) {
        std::error_code error;
        const bool is_folder = fs::is_directory(entry.first / entry.second, error);
        add_watch(entry.first, is_folder ? link_events : file_events, entry.second);
    }
    for (const fs::path& file : files_) {
        std::error_code error;
        if (fs::is_directory(file, error)) add_watch(file, file_events, "");
    }
    for (const auto& [watch, names] : previous)
        if (!watched_names_.contains(watch)) inotify_rm_watch(inotify_fd_, watch);
}

void FileWatcher::add_watch(const fs::path& folder, std::uint32_t events, const std::string& name) {
    const int watch =
        inotify_add_watch(inotify_fd_, folder.c_str(), events | IN_ONLYDIR | IN_MASK_ADD);
    if (watch >= 0) watched_names_[watch].insert(name);
    if (watch < 0 && errno == ENOSPC) failure_ = "the system has no inotify watch left";
}

bool FileWatcher::wait_for_change(std::optional<milliseconds> max_wait) {
    const auto deadline = max_wait ? std::optional(steady_clock::now() + *max_wait) : std::nullopt;
    bool has_event = false;
    while (!has_event && !has_changed()) {
        auto wait = failure_.empty() ? timing_.comparison_interval : timing_.quiet_duration;
        if (deadline) {
            const auto remaining = std::chrono::ceil<milliseconds>(*deadline - steady_clock::now());
            if (remaining.count() <= 0) return true;
            wait = std::min(wait, remaining);
        }
        if (!poll(wait, has_event)) return false;
    }
    return wait_until_quiet();
}

bool FileWatcher::wait_until_quiet() {
    std::vector<FileState> states = current_states();
    auto quiet_at = steady_clock::now() + timing_.quiet_duration;
    for (auto now = steady_clock::now(); now < quiet_at; now = steady_clock::now()) {
        bool has_event = false;
        if (!poll(std::chrono::ceil<milliseconds>(quiet_at - now), has_event)) return false;
        if (has_event) update_watches(); // the event may be about a new folder
        std::vector<FileState> new_states = current_states();
        if (!has_event && new_states == states) continue;
        states = std::move(new_states);
        quiet_at = steady_clock::now() + timing_.quiet_duration;
    }
    return true;
}

bool FileWatcher::poll(milliseconds max_wait, bool& has_event) {
    std::array<pollfd, 2> descriptors{{{inotify_fd_, POLLIN, 0}, {stop_fd_, POLLIN, 0}}};
    if (::poll(descriptors.data(), descriptors.size(), static_cast<int>(max_wait.count())) < 0 &&
        errno != EINTR)
        return false;
    if (descriptors[1].revents != 0) return false;
    if (descriptors[0].revents != 0) has_event = read_events();
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
            const auto watched = watched_names_.find(event->wd);
            const bool is_watched = watched != watched_names_.end();
            const bool is_overflow = (event->mask & IN_Q_OVERFLOW) != 0;
            const bool is_about_file =
                is_watched && ((event->mask & folder_events) != 0 ||
                               watched->second.contains(name) || name.ends_with(".yaml"));
            is_relevant = is_relevant || is_overflow || is_about_file;
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
