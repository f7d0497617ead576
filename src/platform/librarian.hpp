// Reads the content beside the drawing thread: at start, and again whenever its files have changed. What is
// good is handed over and kept for bad days; what is bad is reported once, in the words of `check`, and changes
// nothing.
#pragma once

#include "content/load.hpp"
#include "platform/file_watch.hpp"
#include "platform/snapshot.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace platform {

struct Edition {
    std::shared_ptr<const content::Content> content; // null: there is none, not even an old one
    std::string version;                             // of its files
    std::string status;                              // one line, for those who look after the kiosk
    std::filesystem::file_time_type changed{};       // when the newest of its files was
    std::vector<content::Problem> problems;          // errors of the files as they are now
    content::Site site{};                            // without content: how the panel hangs nevertheless
};

class Librarian {
public:
    using Report = std::function<void(const std::string& text)>; // called from the librarian's own thread
    using Wake = std::function<void()>;                          // the same: a new edition can be taken

    // Starts to read. `interface` must outlive this. What could not be kept is tried again each `next_try`.
    // Throws std::runtime_error.
    Librarian(content::Sources sources, std::span<const std::string_view> interface,
              std::optional<Snapshot> snapshot, Report report,
              std::chrono::milliseconds next_try = std::chrono::minutes{10});
    ~Librarian();
    Librarian(const Librarian&) = delete;
    Librarian& operator=(const Librarian&) = delete;

    // Waits for the first edition, but not longer than `most`. nullopt: it will be along.
    std::optional<Edition> first(std::chrono::milliseconds most);

    // The newest edition, if it has not been taken yet. `wake` is called once there is another.
    std::optional<Edition> take();
    void on_news(Wake wake);

private:
    void work();
    void read_or_keep();
    void read();      // the files as they are now
    void read_kept(); // when they have never been good
    void hand_over(Edition edition);
    void keep(); // what was read
    void report_once(const std::string& text);
    std::vector<std::filesystem::path> files() const; // to watch
    std::vector<std::filesystem::path>
    files(const content::Documents& documents) const; // that they were read from
    std::filesystem::path site() const;

    const content::Sources sources_;
    const content::Surroundings surroundings_;
    const std::optional<Snapshot> snapshot_;
    const Report report_;
    const std::chrono::milliseconds next_try_;
    FileWatch watch_;

    // Of the librarian's thread.
    std::optional<content::Documents> read_; // last
    std::vector<content::Problem> problems_; // of those
    Edition shown_;
    std::string reported_;
    bool unkept_ = false; // what was read is good, but could not be written: the disk may be full

    std::mutex mutex_;
    std::condition_variable handed_over_;
    std::optional<Edition> newest_; // not taken yet
    Wake wake_;

    std::thread thread_; // last: it uses all of the above
};

} // namespace platform
