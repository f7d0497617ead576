// Waits until files have changed, in whichever way they are written: in place, by renaming, slowly,
// through links, or in a folder that is created or mounted later. Uses inotify(7), so it takes
// nearly no processor time while nothing changes. The files are also compared from time to time,
// because the kernel does not report a mount, and its number of watches is limited.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace reload {

struct WatchTiming {
    // A change counts as complete when nothing was written for this long, because a program may
    // pause while it writes.
    std::chrono::milliseconds quiet_duration{10'000};
    // How often the files are compared if the kernel reports nothing. If it cannot report changes,
    // they are compared after each `quiet_duration`.
    std::chrono::milliseconds comparison_interval{60'000};
};

class FileWatcher {
public:
    // Throws std::runtime_error if the system allows no further file descriptor.
    explicit FileWatcher(WatchTiming timing = {});
    ~FileWatcher();
    FileWatcher(const FileWatcher&) = delete;
    FileWatcher& operator=(const FileWatcher&) = delete;

    // Watches these files and folders instead of those before, and remembers their present state.
    // They need not exist. In a folder, files named *.yaml are watched. Call it before the files
    // are read, so that no change is missed.
    void watch(const std::vector<std::filesystem::path>& files);

    // Returns whether a file has changed since watch(), perhaps incompletely.
    bool has_changed() const { return current_states() != states_; }

    // Waits until a file has changed since watch() and has been written completely, or until
    // `max_wait` has passed without a change. Returns false after stop().
    bool wait_for_change(std::optional<std::chrono::milliseconds> max_wait = std::nullopt);

    // Why the kernel reports no changes: "the system has no inotify watch left". Empty if it does.
    const std::string& failure() const { return failure_; }

    // Ends the wait. Can be called from any thread.
    void stop();

private:
    // What differs after each change of a file, whichever way it was made.
    struct FileState {
        int error = 0; // of stat(2), for example because there is no such file
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        std::int64_t size_bytes = 0;
        std::chrono::nanoseconds modified_at{};
        std::chrono::nanoseconds status_changed_at{};

        bool operator==(const FileState&) const = default;
    };
    static FileState state_of(const std::filesystem::path& file);
    std::vector<FileState> current_states() const;

    void update_watches();
    void add_watch(const std::filesystem::path& folder, std::uint32_t events,
                   const std::string& name);
    // Waits for events. Sets `has_event` if one concerns the files. Returns false after stop().
    bool poll(std::chrono::milliseconds max_wait, bool& has_event);
    // Returns whether one of the events concerns the files.
    bool read_events();
    bool wait_until_quiet();

    const WatchTiming timing_;
    int stop_fd_;
    int inotify_fd_ = -1; // if the system allows no further inotify instance
    std::string failure_;
    std::vector<std::filesystem::path> files_;
    std::vector<FileState> states_;
    std::map<int, std::set<std::string>> watched_names_; // by the inotify watch of their folder
};

} // namespace reload
