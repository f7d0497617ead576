#include "os/atomic_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
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
    void set_mode(mode_t mode) {
        if (fchmod(fd_, mode) != 0) fail();
    }
    // Changing the owner needs root, but keeping one's own does not.
    void set_owner(uid_t user, gid_t group) {
        struct stat current {};
        if (fstat(fd_, &current) != 0) fail();
        if (current.st_uid == user && current.st_gid == group) return;
        if (fchown(fd_, user, group) != 0) fail();
    }

private:
    [[noreturn]] void fail() const {
        throw std::system_error(errno, std::generic_category(), path_.string());
    }

    fs::path path_;
    int fd_;
};

void replace_file(const fs::path& file, std::string_view text,
                  const std::function<void(FileDescriptor&)>& set_permissions) {
    std::error_code missing; // an error counts as a missing file
    const auto type = fs::status(file, missing).type();
    if (type != fs::file_type::regular && type != fs::file_type::not_found)
        throw std::system_error(std::make_error_code(std::errc::invalid_argument), file.string());
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    fs::path temporary_path = file;
    temporary_path += ".new";
    try {
        FileDescriptor temporary_file(temporary_path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
        set_permissions(temporary_file);
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

} // namespace

void write_file_atomically(const fs::path& file, std::string_view text) {
    replace_file(file, text, [](FileDescriptor&) {});
}

void edit_file_atomically(const fs::path& file, std::string_view text) {
    constexpr mode_t new_file_mode = 0644;
    constexpr mode_t permission_bits = 07777;
    std::error_code missing; // a missing file has no canonical path
    const fs::path target = fs::canonical(file, missing);
    struct stat old {};
    const bool is_new = missing || stat(target.c_str(), &old) != 0;
    replace_file(is_new ? file : target, text, [&](FileDescriptor& temporary_file) {
        if (!is_new) temporary_file.set_owner(old.st_uid, old.st_gid);
        // After the owner, because changing the owner may clear bits of the mode.
        temporary_file.set_mode(is_new ? new_file_mode : old.st_mode & permission_bits);
    });
}

} // namespace os
