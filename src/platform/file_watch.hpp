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

namespace platform {

class FileWatch {
public:
    FileWatch(); // throws std::runtime_error
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    // From now on also these files, and all *.yaml beside them. To be called again after each wait(): a file
    // may have become a link to another, or its folder a new one.
    void follow(const std::vector<std::filesystem::path>& files);

    // Until something has changed and the writing is over, or until `longest` has passed with no change. False:
    // stop() was called.
    bool wait(std::optional<std::chrono::milliseconds> longest = std::nullopt);

    void stop(); // from any thread

private:
    void follow_folder(const std::filesystem::path& folder);
    bool poll(int milliseconds, bool& changed); // false: stopped; -1 ms: for ever
    bool read_events();                         // whether one of them concerns the files

    int notify_;
    int stop_;
    std::set<std::string> names_;
    std::set<std::pair<int, std::string>> being_written_; // watch and name
};

} // namespace platform
