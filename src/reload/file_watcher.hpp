// Waits until files have changed, however they are written: in place, by renaming, slowly, or in a folder that
// was not there yet. Costs nothing while nothing changes.
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
    FileWatcher(); // throws std::runtime_error
    ~FileWatcher();
    FileWatcher(const FileWatcher&) = delete;
    FileWatcher& operator=(const FileWatcher&) = delete;

    // From now on also these files, and all *.yaml beside them. To be called again after each wait(): a file
    // may have become a link to another, or its folder a new one.
    void watch(const std::vector<std::filesystem::path>& files);

    // Until something has changed and the writing is over, or until `longest` has passed with no change. False:
    // stop() was called.
    bool wait_for_change(std::optional<std::chrono::milliseconds> max_wait = std::nullopt);

    void stop(); // from any thread

private:
    void watch_folder(const std::filesystem::path& folder);
    bool poll(int timeout_ms, bool& has_changed); // false: stopped; -1 ms: for ever
    bool read_events();                           // whether one of them concerns the files

    int inotify_fd_;
    int stop_fd_;
    std::set<std::string> file_names_;
    std::set<std::pair<int, std::string>> files_being_written_; // watch and name
};

} // namespace reload
