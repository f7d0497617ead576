// Waits until files have changed, in whichever way they are written: in place, by renaming, slowly,
// or in a folder that did not exist before. Uses inotify(7), so it takes no processor time while
// nothing changes.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace reload {

class FileWatcher {
public:
    // Throws std::runtime_error if the system allows no further inotify instance or file
    // descriptor.
    FileWatcher();
    ~FileWatcher();
    FileWatcher(const FileWatcher&) = delete;
    FileWatcher& operator=(const FileWatcher&) = delete;

    // Also watches these files from now on, and all *.yaml files in their folders. The files and
    // folders need not exist. Call it again after each wait_for_change(), because a file may now be
    // a link to another one, or its folder may have been created.
    void watch(const std::vector<std::filesystem::path>& files);

    // Waits until a file has changed and has been written completely, or until `max_wait` has
    // passed without a change. Returns false after stop().
    bool wait_for_change(std::optional<std::chrono::milliseconds> max_wait = std::nullopt);

    // Ends the wait. Can be called from any thread.
    void stop();

private:
    void watch_folder(const std::filesystem::path& folder);
    // Waits for events, without a limit if `timeout_ms` is -1. Sets `has_changed` if they concern
    // the files. Returns false after stop().
    bool poll(int timeout_ms, bool& has_changed);
    // Returns whether one of the events concerns the files.
    bool read_events();

    int inotify_fd_;
    int stop_fd_;
    std::set<std::string> file_names_;
    // The inotify watch of the folder, and the name of the file.
    std::set<std::pair<int, std::string>> files_being_written_;
};

} // namespace reload
