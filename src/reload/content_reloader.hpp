// Reads the content beside the drawing thread: at start, and again whenever its files have changed. What is
// good is handed over and kept for bad days; what is bad is reported once, in the words of `check`, and changes
// nothing.
#pragma once

#include "content/load.hpp"
#include "reload/file_watcher.hpp"
#include "reload/snapshot_file.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace reload {

struct ContentUpdate {
    std::shared_ptr<const content::Content> content; // null: there is none, not even an old one
    std::string version;                             // of its files
    std::string status_line;                         // one line, for those who look after the kiosk
    std::filesystem::file_time_type modified_at{};   // when the newest of its files was
    std::vector<content::Problem> problems;          // errors of the files as they are now
    content::Site site{};                            // without content: how the panel hangs nevertheless
};

class ContentReloader {
public:
    using Report = std::function<void(const std::string& text)>; // called from the librarian's own thread
    using Wake = std::function<void()>;                          // the same: a new edition can be taken

    // Starts to read. `interface` must outlive this. What could not be kept is tried again each `next_try`.
    // Throws std::runtime_error.
    ContentReloader(content::ContentPaths paths, std::span<const std::string_view> ui_strings,
                    std::optional<SnapshotFile> snapshot, Report report,
                    std::chrono::milliseconds retry_interval = std::chrono::minutes{10});
    ~ContentReloader();
    ContentReloader(const ContentReloader&) = delete;
    ContentReloader& operator=(const ContentReloader&) = delete;

    // Waits for the first edition, but not longer than `most`. nullopt: it will be along.
    std::optional<ContentUpdate> wait_for_first(std::chrono::milliseconds max_wait);

    // The newest edition, if it has not been taken yet. `wake` is called once there is another.
    std::optional<ContentUpdate> take_update();
    void set_on_update(Wake wake);

private:
    void run();
    void reload_safely();
    void reload();        // the files as they are now
    void load_snapshot(); // when they have never been good
    void publish(ContentUpdate update);
    void save_snapshot(); // what was read
    void report_once(const std::string& text);
    std::vector<std::filesystem::path> files() const; // to watch
    std::vector<std::filesystem::path>
    files(const content::SourceFiles& source_files) const; // that they were read from
    std::filesystem::path site_path() const;

    const content::ContentPaths paths_;
    const content::LoadContext load_context_;
    const std::optional<SnapshotFile> snapshot_;
    const Report report_;
    const std::chrono::milliseconds retry_interval_;
    FileWatcher file_watcher_;

    // Of the librarian's thread.
    std::optional<content::SourceFiles> source_files_; // last
    std::vector<content::Problem> problems_;           // of those
    ContentUpdate current_update_;
    std::string last_report_;
    bool needs_saving_ = false; // what was read is good, but could not be written: the disk may be full

    std::mutex mutex_;
    std::condition_variable published_;
    std::optional<ContentUpdate> pending_update_; // not taken yet
    Wake wake_;

    std::thread thread_; // last: it uses all of the above
};

} // namespace reload
