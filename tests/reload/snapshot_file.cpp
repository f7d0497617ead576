#include "reload/snapshot_file.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <sys/resource.h>

using reload::SnapshotFile;

namespace {

// As long as it lives no file can grow beyond its size: what is written past that fails, as on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : previous_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &previous_limit_);
        const rlimit small{bytes, previous_limit_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &previous_limit_);
        std::signal(SIGXFSZ, previous_handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    void (*previous_handler_)(int);
    rlimit previous_limit_{};
};

content::SourceFiles make_source_files() {
    content::SourceFiles all;
    all.content = content::SourceFile{"content.yaml", "site:\n  school: \"Añ\tb\"\n"};
    all.site = content::SourceFile{"site.yaml", "place: nurse\n"};
    all.translations["es"] = {"es.yaml", "name: Español\n"};
    return all;
}

} // namespace

TEST_CASE("what is kept comes back as it was") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder.path());
    CHECK_FALSE(snapshot.load().has_value());
    snapshot.save(make_source_files());
    CHECK(snapshot.load() == make_source_files());
    auto without_site = make_source_files();
    without_site.site.reset();
    snapshot.save(without_site);
    CHECK(snapshot.load() == without_site);
}

TEST_CASE("it is one file, replaced whole, and left alone when it says the same already") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder.path());
    snapshot.save(make_source_files());
    const auto entries = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    CHECK(entries == 1);
    const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(100);
    std::filesystem::last_write_time(snapshot.path(), long_ago);
    snapshot.save(make_source_files());
    CHECK(std::filesystem::last_write_time(snapshot.path()) == long_ago);
}

TEST_CASE("a damaged one counts as none, wherever it was cut, and is replaced") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder.path());
    snapshot.save(make_source_files());
    const std::string whole = test::read_file(snapshot.path());
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        test::write_file(snapshot.path(), whole.substr(0, length));
        CHECK_FALSE(snapshot.load().has_value());
    }
    for (const char* wrong : {"[]", "{}", "{\"content\": 3}", "\xff\xfe", "{\"content\": {\"name\": 1}}"}) {
        test::write_file(snapshot.path(), wrong);
        CHECK_FALSE(snapshot.load().has_value());
    }
    snapshot.save(make_source_files());
    CHECK(snapshot.load() == make_source_files());
}

TEST_CASE("a folder that cannot be written is named, and what was kept stays") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder / "missing");
    const std::string message = "cannot keep the content in " + (folder / "missing/last-good.json").string() +
                                ": No such file or directory";
    CHECK_THROWS_WITH_AS(snapshot.save(make_source_files()), message.c_str(), std::runtime_error);
}

TEST_CASE("a disk that fills up half-way leaves what was kept, and nothing else") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder.path());
    snapshot.save(make_source_files());
    auto longer = make_source_files();
    longer.content->text += std::string(100'000, '#');
    {
        const FileSizeLimit limit(50'000);
        const std::string message =
            "cannot keep the content in " + snapshot.path().string() + ": File too large";
        CHECK_THROWS_WITH_AS(snapshot.save(longer), message.c_str(), std::runtime_error);
    }
    CHECK(snapshot.load() == make_source_files());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    snapshot.save(longer);
    CHECK(snapshot.load() == longer);
}

TEST_CASE("the service's folder is the first that systemd names") {
    setenv("STATE_DIRECTORY", "/var/lib/one:/var/lib/two", 1);
    CHECK(SnapshotFile::from_state_directory()->path() == "/var/lib/one/last-good.json");
    setenv("STATE_DIRECTORY", "", 1);
    CHECK_FALSE(SnapshotFile::from_state_directory().has_value());
    unsetenv("STATE_DIRECTORY");
    CHECK_FALSE(SnapshotFile::from_state_directory().has_value());
}
