// A temporary folder for a test, and functions that read and write the files in it.
#pragma once

#include <filesystem>
#include <string>

namespace test {

// Creates a folder with a unique name, and deletes it with its contents in the destructor.
class TemporaryFolder {
public:
    // Throws std::runtime_error if the folder cannot be created.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Replaces the content of a file, or creates it.
void write_file(const std::filesystem::path& file, const std::string& text);

// Returns the content of a file, or an empty string if it cannot be read.
std::string read_file(const std::filesystem::path& file);

} // namespace test
