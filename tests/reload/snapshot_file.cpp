#include "reload/snapshot_file.hpp"

#include "base/replace_all.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <sys/resource.h>

using reload::SnapshotFile;

namespace {

// Limits the size of files that this process writes during its lifetime, to simulate a full disk:
// writing beyond the limit fails.
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

// The shipped content as the first edition of the program had it: with other names for two keys,
// and without a line that marks the end.
content::SourceFiles first_edition_files() {
    std::string text = test::read_file(KIOSK_SOURCE "/content.yaml");
    std::string spanish = test::read_file(KIOSK_SOURCE "/assets/translations/es.yaml");
    text = base::replace_all(text, "    need: ", "    label: ");
    text = base::replace_all(text, "    subtitle: ", "    hint: ");
    text = base::replace_all(text, "\nend: true\n", "\n");
    spanish = base::replace_all(spanish, "\nend: true\n", "\n");
    content::SourceFiles files;
    files.content = content::SourceFile{"content.yaml", text};
    files.translations["es"] = {"es.yaml", spanish};
    return files;
}

} // namespace

TEST_CASE("a saved snapshot is loaded unchanged") {
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

TEST_CASE("after an update, the snapshot that the first edition has saved is still shown") {
    const content::LoadResult loaded = reload::parse_snapshot(first_edition_files());
    REQUIRE(loaded.content);
    CHECK(loaded.content->find_help_line("crisis")->need == "Crisis & suicide line");
    CHECK_FALSE(loaded.content->find_section("signs")->subtitle.empty());
    CHECK(loaded.content->site.languages == std::vector<std::string>{"en", "es"});
    CHECK_FALSE(content::parse(first_edition_files()).content); // it may have been cut off
}

TEST_CASE("saving the same content again does not write the file") {
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

TEST_CASE("a truncated or damaged snapshot is not loaded and can be replaced") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder.path());
    snapshot.save(make_source_files());
    const std::string whole = test::read_file(snapshot.path());
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        test::write_file(snapshot.path(), whole.substr(0, length));
        CHECK_FALSE(snapshot.load().has_value());
    }
    for (const char* damaged :
         {"[]", "{}", "{\"content\": 3}", "\xff\xfe", "{\"content\": {\"name\": 1}}"}) {
        test::write_file(snapshot.path(), damaged);
        CHECK_FALSE(snapshot.load().has_value());
    }
    snapshot.save(make_source_files());
    CHECK(snapshot.load() == make_source_files());
}

TEST_CASE("saving to a missing folder fails with the path in the message") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder / "missing");
    const std::string message = "cannot save the last good content to " +
                                (folder / "missing/last-good.json").string() +
                                ": No such file or directory";
    CHECK_THROWS_WITH_AS(snapshot.save(make_source_files()), message.c_str(), std::runtime_error);
}

TEST_CASE("if the disk is full, the old snapshot stays and no other file is left") {
    const test::TemporaryFolder folder;
    const SnapshotFile snapshot(folder.path());
    snapshot.save(make_source_files());
    auto longer = make_source_files();
    longer.content->text += std::string(100'000, '#');
    {
        const FileSizeLimit limit(50'000);
        const std::string message =
            "cannot save the last good content to " + snapshot.path().string() + ": File too large";
        CHECK_THROWS_WITH_AS(snapshot.save(longer), message.c_str(), std::runtime_error);
    }
    CHECK(snapshot.load() == make_source_files());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    snapshot.save(longer);
    CHECK(snapshot.load() == longer);
}

TEST_CASE("the snapshot is in the first folder of STATE_DIRECTORY") {
    setenv("STATE_DIRECTORY", "/var/lib/one:/var/lib/two", 1);
    CHECK(SnapshotFile::from_state_directory()->path() == "/var/lib/one/last-good.json");
    setenv("STATE_DIRECTORY", "", 1);
    CHECK_FALSE(SnapshotFile::from_state_directory().has_value());
    unsetenv("STATE_DIRECTORY");
    CHECK_FALSE(SnapshotFile::from_state_directory().has_value());
}
