// Loads the content on a background thread, at startup and whenever a file changes. Valid content
// is published and saved as a fallback. Errors are reported once, in the format of `check`, and the
// current content stays. It also stays if a change removes a part of it that visitors need, until
// somebody accepts the change or the program is restarted.
#pragma once

#include "content/load.hpp"
#include "reload/acceptance_file.hpp"
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

// The result of loading the files.
struct ContentUpdate {
    // The content to show. Null if there is no valid content and no snapshot of one.
    std::shared_ptr<const content::Content> content;
    // The version of the content's files. Empty if there is no content.
    std::string version;
    // One line for staff and engineers. The part before the first semicolon names the content that
    // is shown; the errors of the current files follow.
    std::string status_line;
    // When the newest of the content's files, or the snapshot file in use, was modified.
    std::filesystem::file_time_type modified_at{};
    // The errors in the current files. Empty if they are valid.
    std::vector<content::Problem> problems;
    // If the current files are invalid, the part of site.yaml that could be loaded. Without any
    // content it gives the mounting and the rotation of the panel.
    content::Site site{};
};

struct ReloadTiming {
    WatchTiming watch{};
    // If loading failed unexpectedly, or the snapshot could not be saved, it is tried again after
    // each interval.
    std::chrono::milliseconds retry_interval = std::chrono::minutes{10};
};

class ContentReloader {
public:
    // Prints a message, which ends with a line break. Called on the background thread.
    using Report = std::function<void(const std::string& text)>;
    // Called when take_update() has a new update, on the background thread or in set_on_update().
    using Wake = std::function<void()>;

    // Starts to load the content. `ui_strings` must outlive the reloader. Without a snapshot file,
    // no fallback is saved or loaded. Throws std::runtime_error if the system allows no further
    // file descriptor.
    ContentReloader(content::ContentPaths paths, std::span<const std::string_view> ui_strings,
                    std::optional<SnapshotFile> snapshot, Report report, ReloadTiming timing = {});
    // Waits until the current loading or saving is complete.
    ~ContentReloader();
    ContentReloader(const ContentReloader&) = delete;
    ContentReloader& operator=(const ContentReloader&) = delete;

    // Waits for the first update and takes it. Returns nullopt if there is none after `max_wait`;
    // then take_update() has it later.
    std::optional<ContentUpdate> wait_for_first(std::chrono::milliseconds max_wait);

    // Returns the newest update, or nullopt if it has been taken already.
    std::optional<ContentUpdate> take_update();
    // Sets the function to call when there is an update to take. It must not call the reloader.
    // If there is an update already, it is called at once.
    void set_on_update(Wake wake);

private:
    void run();
    void reload_safely();
    // Loads the current files and publishes the result if they have changed.
    void reload();
    // Turns valid content into an error if it lacks a part of the current content and nobody has
    // accepted that.
    void hold_back(content::LoadResult& loaded) const;
    void publish_invalid(const content::LoadResult& loaded, bool is_reload);
    // Makes the snapshot the current content, if there is one.
    void load_snapshot();
    // Shows the snapshot or the emergency card after an unexpected failure.
    void publish_after_failure();
    void report_parts_lost_since_snapshot(const content::Content& content);
    void report_watch_failure();
    void publish(ContentUpdate update);
    void save_snapshot();
    void report_once(const std::string& text);
    void report_file_warnings(const std::vector<content::Problem>& warnings);
    // Returns the files and folders to watch.
    std::vector<std::filesystem::path> files() const;
    // Returns the paths that `source_files` were loaded from.
    std::vector<std::filesystem::path> files(const content::SourceFiles& source_files) const;
    std::filesystem::path site_path() const;

    const content::ContentPaths paths_;
    const content::LoadContext load_context_;
    const std::optional<SnapshotFile> snapshot_;
    const Report report_;
    const std::chrono::milliseconds retry_interval_;
    const AcceptanceFile acceptance_file_;
    FileWatcher file_watcher_;

    // These are used only by the background thread.
    std::optional<content::SourceFiles> source_files_; // the files that were loaded last
    std::vector<content::Problem> problems_;           // the problems of `source_files_`
    ContentUpdate current_update_;
    std::string last_report_;
    std::string last_watch_failure_;
    std::string last_file_warnings_;
    // Something unexpected failed, for example because memory ran out.
    bool has_failed_ = false;
    // The last valid files could not be saved, for example because the disk is full.
    bool needs_saving_ = false;

    // The mutex protects the members below it, except the thread.
    std::mutex mutex_;
    std::condition_variable published_;
    std::optional<ContentUpdate> pending_update_; // not taken yet
    Wake wake_;

    std::thread thread_; // last, because it uses the other members
};

} // namespace reload
