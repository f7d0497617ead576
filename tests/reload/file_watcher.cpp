// These tests use real files and real time. A change must be noticed long before `max_wait`, and a
// test that expects none waits for the next one.
#include "reload/file_watcher.hpp"

#include "reload/file_links.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using reload::FileWatcher;

namespace {

namespace fs = std::filesystem;

constexpr auto never = 1h;
constexpr auto max_wait = 20s; // more than needed, for computers under load

// Returns whether a change is noticed in time.
bool notices_change(FileWatcher& watcher) {
    const auto start = std::chrono::steady_clock::now();
    return watcher.wait_for_change(max_wait) && std::chrono::steady_clock::now() - start < max_wait;
}

void replace_link(const fs::path& link, const fs::path& target) {
    const fs::path next = link.string() + ".next";
    fs::create_symlink(target, next);
    fs::rename(next, link);
}

// A folder with the same file in two versions, and with links to one of them.
struct LinkedFolders {
    LinkedFolders() {
        for (const char* version : {"41", "42"}) {
            fs::create_directories(folder / version / "help-kiosk");
            const fs::path file = folder / version / "help-kiosk/content.yaml";
            test::write_file(file, version);
            // The clock of files advances in steps, so a change within the same step has the same
            // time.
            fs::last_write_time(file, fs::last_write_time(file) - 1h);
        }
        fs::create_symlink("41", folder / "current");
        fs::create_symlink("current", folder / "..data");
        fs::create_symlink("..data/help-kiosk/content.yaml", folder / "content.yaml");
    }
    test::TemporaryFolder folder;
};

// Leaves this process only `count` more file descriptors during its lifetime.
class DescriptorLimit {
public:
    explicit DescriptorLimit(rlim_t count) {
        getrlimit(RLIMIT_NOFILE, &previous_);
        const int lowest_free = dup(0);
        close(lowest_free);
        const rlimit low{static_cast<rlim_t>(lowest_free) + count, previous_.rlim_max};
        setrlimit(RLIMIT_NOFILE, &low);
    }
    ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &previous_); }
    DescriptorLimit(const DescriptorLimit&) = delete;
    DescriptorLimit& operator=(const DescriptorLimit&) = delete;

private:
    rlimit previous_{};
};

} // namespace

TEST_CASE("a link on the way to a file that is swapped is a change, even if nothing else is") {
    const LinkedFolders folders;
    FileWatcher watcher({10ms, never});
    SUBCASE("the link to the folder of the version, as deployments swap it") {
        watcher.watch({folders.folder / "content.yaml"});
        replace_link(folders.folder / "current", "42");
    }
    SUBCASE("the link in the middle of a chain, as Kubernetes swaps ..data") {
        watcher.watch({folders.folder / "content.yaml"});
        replace_link(folders.folder / "..data", "42");
    }
    SUBCASE("the link of the file itself") {
        watcher.watch({folders.folder / "content.yaml"});
        replace_link(folders.folder / "content.yaml", "42/help-kiosk/content.yaml");
    }
    SUBCASE("a link among the parent folders of the path") {
        watcher.watch({folders.folder / "current/help-kiosk/content.yaml"});
        replace_link(folders.folder / "current", "42");
    }
    SUBCASE("a folder on the way that is replaced by another one") {
        watcher.watch({folders.folder / "content.yaml"});
        fs::rename(folders.folder / "41", folders.folder / "40");
        fs::rename(folders.folder / "42", folders.folder / "41");
    }
    CHECK(watcher.failure().empty());
    CHECK(notices_change(watcher));
}

TEST_CASE("after a link was swapped, changes to its new target are noticed, however often") {
    const LinkedFolders folders;
    FileWatcher watcher({10ms, never});
    const auto watch = [&] { watcher.watch({folders.folder / "content.yaml"}); };
    for (const char* version : {"42", "41", "42"}) {
        watch();
        replace_link(folders.folder / "current", version);
        CHECK(notices_change(watcher));
        watch();
        test::write_file(folders.folder / version / "help-kiosk/content.yaml", "other");
        CHECK(notices_change(watcher));
    }
}

TEST_CASE("folders that are created one after the other are watched as they appear") {
    const test::TemporaryFolder folder;
    FileWatcher watcher({10ms, never});
    const fs::path file = folder / "a/b/c/content.yaml";
    for (const char* created : {"a", "a/b", "a/b/c"}) {
        watcher.watch({file});
        fs::create_directory(folder / created);
        CHECK(notices_change(watcher));
    }
    watcher.watch({file});
    test::write_file(file, "text");
    CHECK(notices_change(watcher));
}

TEST_CASE("a change that the kernel cannot report is noticed when the files are compared") {
    const LinkedFolders folders;
    const fs::path file = folders.folder / "content.yaml";
    std::optional<FileWatcher> watcher;
    {
        const DescriptorLimit limit(1);
        watcher.emplace(reload::WatchTiming{20ms, never});
        watcher->watch({file, folders.folder / "none/site.yaml"});
    }
    CHECK(watcher->failure() == "the system has no inotify instance left");
    CHECK_FALSE(watcher->has_changed());
    SUBCASE("written in place with the same size") {
        test::write_file(file, "43");
    }
    SUBCASE("written in place, with the same time") {
        const auto time = fs::last_write_time(file);
        test::write_file(file, "longer");
        fs::last_write_time(file, time);
    }
    SUBCASE("a swapped link") {
        replace_link(folders.folder / "current", "42");
    }
    SUBCASE("a folder that is created later") {
        fs::create_directory(folders.folder / "none");
        test::write_file(folders.folder / "none/site.yaml", "panel: 24\n");
    }
    SUBCASE("removed") {
        fs::remove(file);
    }
    CHECK(notices_change(*watcher));
    // With a descriptor left, the kernel reports changes again.
    watcher->watch({file});
    CHECK(watcher->failure().empty());
}

TEST_CASE("a change counts only when nothing was written for the whole quiet duration") {
    constexpr auto quiet_duration = 300ms;
    constexpr auto pause = 200ms;
    const test::TemporaryFolder folder;
    const fs::path file = folder / "content.yaml";
    test::write_file(file, "");
    FileWatcher watcher({quiet_duration, never});
    watcher.watch({file});
    std::chrono::steady_clock::time_point last_write;
    std::thread writer([&] {
        for (int part = 0; part < 5; ++part) { // closes the file after each part
            test::write_file(file, std::string(static_cast<std::size_t>(part), '#'));
            last_write = std::chrono::steady_clock::now();
            std::this_thread::sleep_for(pause);
        }
    });
    CHECK(notices_change(watcher));
    const auto noticed_at = std::chrono::steady_clock::now();
    writer.join();
    CHECK(noticed_at - last_write >= quiet_duration);
}

TEST_CASE("other files in the same folder and in the folders on the way are no change") {
    const LinkedFolders folders;
    FileWatcher watcher({10ms, 20ms});
    watcher.watch({folders.folder / "content.yaml"});
    test::write_file(folders.folder / "notes.txt", "text");
    test::write_file(folders.folder / "42/help-kiosk/content.txt", "text");
    const auto start = std::chrono::steady_clock::now();
    CHECK(watcher.wait_for_change(200ms));
    CHECK(std::chrono::steady_clock::now() - start >= 200ms);
    CHECK_FALSE(watcher.has_changed());
}

TEST_CASE("the names on the way to a file include those of all links, also of links in a circle") {
    const LinkedFolders folders;
    const fs::path root = fs::canonical(folders.folder.path());
    std::set<reload::FolderEntry> entries;
    reload::add_entries_on_the_way(root / "42/../content.yaml", entries);
    for (const auto& [name, folder] : std::initializer_list<std::pair<std::string, fs::path>>{
             {"content.yaml", root},
             {"..data", root},
             {"current", root},
             {"41", root},
             {"42", root},
             {"help-kiosk", root / "41"},
             {"content.yaml", root / "41/help-kiosk"},
             {root.filename(), root.parent_path()},
             {"tmp", "/"}}) {
        if (name == "tmp" && !root.string().starts_with("/tmp/")) continue;
        CHECK(entries.contains({folder, name}));
    }
    fs::create_symlink("circle", folders.folder / "circle");
    entries.clear();
    reload::add_entries_on_the_way(root / "circle/x", entries);
    CHECK(entries.contains({root, "circle"}));
    CHECK_FALSE(entries.contains({root, "x"}));
}
