#include "platform/snapshot.hpp"

#include "support/folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <sys/resource.h>

using platform::Snapshot;

namespace {

// As long as it lives no file can grow beyond its size: what is written past that fails, as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : ignored_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, ignored_);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    void (*ignored_)(int);
    rlimit before_{};
};

content::Documents documents() {
    content::Documents all;
    all.content = content::Document{"content.yaml", "site:\n  school: \"Añ\tb\"\n"};
    all.site = content::Document{"site.yaml", "place: nurse\n"};
    all.translations["es"] = {"es.yaml", "name: Español\n"};
    return all;
}

} // namespace

TEST_CASE("what is kept comes back as it was") {
    const test::Folder folder;
    const Snapshot snapshot(folder.path());
    CHECK_FALSE(snapshot.read().has_value());
    snapshot.write(documents());
    CHECK(snapshot.read() == documents());
    auto without_site = documents();
    without_site.site.reset();
    snapshot.write(without_site);
    CHECK(snapshot.read() == without_site);
}

TEST_CASE("it is one file, replaced whole, and left alone when it says the same already") {
    const test::Folder folder;
    const Snapshot snapshot(folder.path());
    snapshot.write(documents());
    const auto entries = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    CHECK(entries == 1);
    const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(100);
    std::filesystem::last_write_time(snapshot.file(), long_ago);
    snapshot.write(documents());
    CHECK(std::filesystem::last_write_time(snapshot.file()) == long_ago);
}

TEST_CASE("a damaged one counts as none, wherever it was cut, and is replaced") {
    const test::Folder folder;
    const Snapshot snapshot(folder.path());
    snapshot.write(documents());
    const std::string whole = test::read_file(snapshot.file());
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        test::write_file(snapshot.file(), whole.substr(0, length));
        CHECK_FALSE(snapshot.read().has_value());
    }
    for (const char* wrong : {"[]", "{}", "{\"content\": 3}", "\xff\xfe", "{\"content\": {\"name\": 1}}"}) {
        test::write_file(snapshot.file(), wrong);
        CHECK_FALSE(snapshot.read().has_value());
    }
    snapshot.write(documents());
    CHECK(snapshot.read() == documents());
}

TEST_CASE("a folder that cannot be written is named, and what was kept stays") {
    const test::Folder folder;
    const Snapshot snapshot(folder / "missing");
    const std::string message = "cannot keep the content in " + (folder / "missing/last-good.json").string() +
                                ": No such file or directory";
    CHECK_THROWS_WITH_AS(snapshot.write(documents()), message.c_str(), std::runtime_error);
}

TEST_CASE("a disk that fills up half-way leaves what was kept, and nothing else") {
    const test::Folder folder;
    const Snapshot snapshot(folder.path());
    snapshot.write(documents());
    auto longer = documents();
    longer.content->text += std::string(100'000, '#');
    {
        const SmallDisk disk(50'000);
        const std::string message =
            "cannot keep the content in " + snapshot.file().string() + ": File too large";
        CHECK_THROWS_WITH_AS(snapshot.write(longer), message.c_str(), std::runtime_error);
    }
    CHECK(snapshot.read() == documents());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    snapshot.write(longer);
    CHECK(snapshot.read() == longer);
}

TEST_CASE("the service's folder is the first that systemd names") {
    setenv("STATE_DIRECTORY", "/var/lib/one:/var/lib/two", 1);
    CHECK(Snapshot::of_service()->file() == "/var/lib/one/last-good.json");
    setenv("STATE_DIRECTORY", "", 1);
    CHECK_FALSE(Snapshot::of_service().has_value());
    unsetenv("STATE_DIRECTORY");
    CHECK_FALSE(Snapshot::of_service().has_value());
}
