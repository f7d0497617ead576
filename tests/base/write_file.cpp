#include "base/write_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>

namespace fs = std::filesystem;

TEST_CASE("a file is written, and what is too large for the disk is an error with its reason") {
    const fs::path folder =
        fs::temp_directory_path() / ("kiosk-write-" + std::to_string(std::random_device{}()));
    fs::create_directories(folder);
    const std::string text(100'000, 'x');
    base::write_file(folder / "picture", text);
    std::ifstream file(folder / "picture");
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == text);
    for (const std::size_t size : {std::size_t{1}, text.size()})
        CHECK_THROWS_WITH_AS(base::write_file("/dev/full", text.substr(0, size)),
                             "cannot write /dev/full: No space left on device", std::runtime_error);
    CHECK(fs::is_character_file("/dev/full"));
    CHECK_THROWS_WITH_AS(base::write_file("/none/picture", text),
                         "cannot write /none/picture: No such file or directory",
                         std::runtime_error);
    fs::remove_all(folder);
}
