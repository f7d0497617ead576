// A temporary folder that is deleted with its contents.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace harness {

class TemporaryFolder {
public:
    // Creates a folder that only this user may open. Throws std::runtime_error if it cannot.
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "help-kiosk-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot create " + name);
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored; // a folder left in /tmp is no reason to fail
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace harness
