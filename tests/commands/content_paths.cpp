#include "cli/content_paths.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace {

namespace fs = std::filesystem;

} // namespace

TEST_CASE("content paths: paths from options are used unchanged") {
    const content::ContentPaths paths =
        cli::find_content_paths({"/a/content.yaml", "/b/site.yaml", "/c"});
    CHECK(paths.content == "/a/content.yaml");
    CHECK(paths.site == fs::path("/b/site.yaml"));
    CHECK(paths.translations == "/c");
}

TEST_CASE(
    "content paths: by default, the content and translations in the current folder are used") {
    const test::TemporaryFolder folder;
    test::write_file(folder / "content.yaml", "site: {}\n");
    fs::create_directory(folder / "translations");
    const fs::path previous_folder = fs::current_path();
    fs::current_path(folder.path());
    const content::ContentPaths paths = cli::find_content_paths({});
    fs::current_path(previous_folder);
    CHECK(paths.content == "content.yaml");
    CHECK_FALSE(paths.site.has_value());
    CHECK(paths.translations == "translations");
    CHECK(cli::find_content_paths({folder / "content.yaml", "", ""}).translations ==
          folder / "translations");
}

TEST_CASE("content paths: without content in the current folder, another one is found") {
    const fs::path previous_folder = fs::current_path();
    fs::current_path("/");
    const content::ContentPaths paths = cli::find_content_paths({});
    fs::current_path(previous_folder);
    CHECK(paths.content.filename() == "content.yaml");
    CHECK(paths.content.is_absolute());
}
