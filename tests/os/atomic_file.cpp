#include "os/atomic_file.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

// Sets the umask during its lifetime.
class Umask {
public:
    explicit Umask(mode_t mask) : saved_(umask(mask)) {}
    ~Umask() { umask(saved_); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

private:
    mode_t saved_;
};

struct stat status_of(const fs::path& file) {
    struct stat status {};
    REQUIRE(stat(file.c_str(), &status) == 0);
    return status;
}

unsigned mode_of(const fs::path& file) {
    return status_of(file).st_mode & 07777u;
}

} // namespace

TEST_CASE("a new file that another user reads has mode 0644, whatever the umask is") {
    const test::TemporaryFolder folder;
    for (const mode_t mask : {0000u, 0022u, 0027u, 0077u, 0777u}) {
        CAPTURE(mask);
        const Umask umask_of_caller(mask);
        const fs::path file = folder / ("site" + std::to_string(mask) + ".yaml");
        os::edit_file_atomically(file, "place: lobby\n");
        CHECK(mode_of(file) == 0644);
        CHECK(test::read_file(file) == "place: lobby\n");
    }
}

TEST_CASE("a file that is edited keeps its mode and its owner") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "site.yaml";
    for (const unsigned mode : {0644u, 0600u, 0640u, 0664u, 0444u}) {
        CAPTURE(mode);
        test::write_file(file, "old");
        chmod(file.c_str(), mode);
        const bool is_root = geteuid() == 0;
        if (is_root) REQUIRE(chown(file.c_str(), 1234, 5678) == 0);
        const struct stat before = status_of(file);
        const Umask umask_of_caller(0077);
        os::edit_file_atomically(file, "new");
        CHECK(mode_of(file) == mode);
        CHECK(status_of(file).st_uid == before.st_uid);
        CHECK(status_of(file).st_gid == before.st_gid);
        CHECK(test::read_file(file) == "new");
        CHECK_FALSE(fs::exists(folder / "site.yaml.new"));
        fs::remove(file);
    }
}

TEST_CASE("a symbolic link stays a link, and its target is edited") {
    const test::TemporaryFolder folder;
    fs::create_directory(folder / "real");
    test::write_file(folder / "real/lincoln.yaml", "old");
    fs::create_symlink("real/lincoln.yaml", folder / "site.yaml");
    os::edit_file_atomically(folder / "site.yaml", "new");
    CHECK(fs::is_symlink(folder / "site.yaml"));
    CHECK(test::read_file(folder / "real/lincoln.yaml") == "new");
}

TEST_CASE("a folder or a special file is not replaced") {
    const test::TemporaryFolder folder;
    fs::create_directory(folder / "folder");
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    for (const char* name : {"folder", "pipe"})
        for (const auto write : {os::write_file_atomically, os::edit_file_atomically}) {
            CHECK_THROWS_AS(write(folder / name, "text"), std::system_error);
            CHECK_FALSE(fs::is_regular_file(folder / name));
            CHECK_FALSE(fs::exists(folder / (std::string(name) + ".new")));
        }
}

TEST_CASE("a file that cannot be written stays as it was, without a temporary file") {
    const test::TemporaryFolder folder;
    test::write_file(folder / "site.yaml", "old");
    fs::create_directory(folder / "site.yaml.new"); // in the way of the temporary file
    CHECK_THROWS_AS(os::edit_file_atomically(folder / "site.yaml", "new"), std::system_error);
    CHECK(test::read_file(folder / "site.yaml") == "old");
}
