#include "platform/file_watch.hpp"

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

namespace platform {

namespace {

namespace fs = std::filesystem;

constexpr int settled_ms = 250;  // after the last change
constexpr int stalled_ms = 5000; // after the last part of a file that nobody closes
constexpr std::uint32_t over = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB;
constexpr std::uint32_t folder_itself = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_Q_OVERFLOW;

} // namespace

FileWatch::FileWatch() : notify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), stop_(eventfd(0, EFD_CLOEXEC)) {
    if (notify_ >= 0 && stop_ >= 0) return;
    const std::string why = std::strerror(errno);
    if (notify_ >= 0) close(notify_);
    throw std::runtime_error("cannot watch files: " + why);
}

FileWatch::~FileWatch() {
    close(notify_);
    close(stop_);
}

void FileWatch::follow(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
        std::error_code unreadable; // then the path as it is given
        const fs::path place = fs::absolute(file, unreadable);
        names_.insert(place.filename());
        follow_folder(place.parent_path());
        const fs::path target = fs::weakly_canonical(place, unreadable);
        if (unreadable || target == place) continue;
        names_.insert(target.filename());
        follow_folder(target.parent_path());
    }
}

// Or the nearest folder above that is there: it will tell when the next one comes.
void FileWatch::follow_folder(const fs::path& folder) {
    constexpr std::uint32_t what = IN_CREATE | IN_MODIFY | IN_ONLYDIR | over | IN_DELETE_SELF | IN_MOVE_SELF;
    for (fs::path place = folder; inotify_add_watch(notify_, place.c_str(), what) < 0;) {
        if (place == place.parent_path()) return;
        place = place.parent_path();
    }
}

bool FileWatch::wait(std::optional<std::chrono::milliseconds> longest) {
    using std::chrono::steady_clock;
    const auto end = longest ? std::optional(steady_clock::now() + *longest) : std::nullopt;
    being_written_.clear();
    bool changed = false;
    while (!changed) {
        const auto left = end ? std::chrono::ceil<std::chrono::milliseconds>(*end - steady_clock::now())
                              : std::chrono::milliseconds{-1};
        if (end && left.count() <= 0) return true;
        if (!poll(static_cast<int>(left.count()), changed)) return false;
    }
    while (std::exchange(changed, false))
        if (!poll(being_written_.empty() ? settled_ms : stalled_ms, changed)) return false;
    return true;
}

bool FileWatch::poll(int milliseconds, bool& changed) {
    std::array<pollfd, 2> all{{{notify_, POLLIN, 0}, {stop_, POLLIN, 0}}};
    if (::poll(all.data(), all.size(), milliseconds) < 0 && errno != EINTR) return false;
    if (all[1].revents != 0) return false;
    if (all[0].revents != 0) changed = read_events();
    return true;
}

bool FileWatch::read_events() {
    alignas(inotify_event) std::array<char, 4096> buffer;
    bool concerns = false;
    for (ssize_t got = 0; (got = read(notify_, buffer.data(), buffer.size())) > 0;) {
        for (const char* at = buffer.data(); at < buffer.data() + got;) {
            const auto* event = reinterpret_cast<const inotify_event*>(at);
            at += sizeof(inotify_event) + event->len;
            const std::string name = event->len > 0 ? event->name : "";
            const bool is_folder = (event->mask & (folder_itself | IN_ISDIR)) != 0;
            if (!is_folder && !names_.contains(name) && fs::path(name).extension() != ".yaml") continue;
            concerns = true;
            if ((event->mask & IN_MODIFY) != 0) being_written_.insert({event->wd, name});
            if ((event->mask & over) != 0) being_written_.erase({event->wd, name});
        }
    }
    return concerns;
}

void FileWatch::stop() {
    const std::uint64_t one = 1;
    while (write(stop_, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

} // namespace platform
