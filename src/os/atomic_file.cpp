#include "os/atomic_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace os {

namespace {

namespace fs = std::filesystem;

class FileDescriptor {
public:
    FileDescriptor(const fs::path& path, int flags)
        : path_(path), fd_(open(path.c_str(), flags | O_CLOEXEC, 0644)) {
        if (fd_ < 0) fail();
    }
    ~FileDescriptor() { close(fd_); }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    void write(std::string_view text) {
        while (!text.empty()) {
            const ssize_t byte_count = ::write(fd_, text.data(), text.size());
            if (byte_count < 0 && errno != EINTR) fail();
            if (byte_count > 0) text.remove_prefix(static_cast<std::size_t>(byte_count));
        }
    }
    void sync() {
        if (fsync(fd_) != 0) fail();
    }

private:
    [[noreturn]] void fail() const {
        throw std::system_error(errno, std::generic_category(), path_.string());
    }

    fs::path path_;
    int fd_;
};

} // namespace

void write_file_atomically(const fs::path& file, std::string_view text) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    fs::path temporary_path = file;
    temporary_path += ".new";
    try {
        FileDescriptor temporary_file(temporary_path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
        temporary_file.write(text);
        temporary_file.sync();
        fs::rename(temporary_path, file);
    } catch (const std::system_error&) {
        std::error_code ignored;
        fs::remove(temporary_path, ignored); // the disk may be full and need the space
        throw;
    }
    FileDescriptor(folder, O_RDONLY | O_DIRECTORY).sync();
}

} // namespace os
