#include "platform/whole_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace platform {

namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags)
        : path_(path), number_(open(path.c_str(), flags | O_CLOEXEC, 0644)) {
        if (number_ < 0) fail();
    }
    ~Descriptor() { close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view text) {
        while (!text.empty()) {
            const ssize_t done = ::write(number_, text.data(), text.size());
            if (done < 0 && errno != EINTR) fail();
            if (done > 0) text.remove_prefix(static_cast<std::size_t>(done));
        }
    }
    void sync() {
        if (fsync(number_) != 0) fail();
    }

private:
    [[noreturn]] void fail() const { throw std::system_error(errno, std::generic_category(), path_.string()); }

    fs::path path_;
    int number_;
};

} // namespace

void write_whole(const fs::path& file, std::string_view text) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    fs::path fresh = file;
    fresh += ".new";
    try {
        Descriptor beside(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
        beside.write(text);
        beside.sync();
        fs::rename(fresh, file);
    } catch (const std::system_error&) {
        std::error_code gone;
        fs::remove(fresh, gone); // half a text is of no use, and a disk that is full needs the room
        throw;
    }
    Descriptor(folder, O_RDONLY | O_DIRECTORY).sync();
}

} // namespace platform
