// A pipe, and who waits at its end: what the service that plays the tone is to the kiosk.
#pragma once

#include "support/folder.hpp"

#include <array>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace test {

class Player {
public:
    Player() {
        ::mkfifo(pipe().c_str(), 0600);
        end_ = ::open(pipe().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    ~Player() { leave(); }
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    std::filesystem::path pipe() const { return folder_ / "tone"; }
    std::string heard() const {
        std::array<char, 100> buffer{};
        const ssize_t got = ::read(end_, buffer.data(), buffer.size());
        return {buffer.data(), static_cast<std::size_t>(got > 0 ? got : 0)};
    }
    void leave() {
        if (end_ >= 0) ::close(end_);
        end_ = -1;
    }

private:
    Folder folder_;
    int end_ = -1;
};

} // namespace test
