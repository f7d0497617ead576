// Replaces the service that plays the test tone: it reads the pipe that the viewer writes to.
#pragma once

#include "support/temporary_folder.hpp"

#include <array>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace test {

// Opens the pipe in the constructor and closes it with stop() or in the destructor.
class FakeToneService {
public:
    FakeToneService() {
        ::mkfifo(pipe().c_str(), 0600);
        read_fd_ = ::open(pipe().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    ~FakeToneService() { stop(); }
    FakeToneService(const FakeToneService&) = delete;
    FakeToneService& operator=(const FakeToneService&) = delete;

    std::filesystem::path pipe() const { return folder_ / "tone"; }
    // Returns what was written to the pipe since the last call.
    std::string received() const {
        std::array<char, 100> buffer{};
        const ssize_t length = ::read(read_fd_, buffer.data(), buffer.size());
        return {buffer.data(), static_cast<std::size_t>(length > 0 ? length : 0)};
    }
    void stop() {
        if (read_fd_ >= 0) ::close(read_fd_);
        read_fd_ = -1;
    }

private:
    TemporaryFolder folder_;
    int read_fd_ = -1;
};

} // namespace test
