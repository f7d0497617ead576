// Replaces the service that speaks: it listens on a socket in a temporary folder, remembers the
// requests of the viewer, and replies what a test says.
#pragma once

#include "speaker_protocol/reply.hpp"
#include "speaker_protocol/request.hpp"
#include "support/temporary_folder.hpp"

#include <array>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace test {

// Listens from the constructor until stop() or the destructor.
class FakeSpeaker {
public:
    FakeSpeaker() { listen(); }
    ~FakeSpeaker() { stop(); }
    FakeSpeaker(const FakeSpeaker&) = delete;
    FakeSpeaker& operator=(const FakeSpeaker&) = delete;

    std::filesystem::path socket() const { return folder_ / "speaker"; }

    void listen() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socket().native().copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
        listening_fd_ = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        ::bind(listening_fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::listen(listening_fd_, 4);
    }

    // As if the service had crashed.
    void stop() {
        for (int* fd : {&client_fd_, &listening_fd_}) {
            if (*fd >= 0) ::close(*fd);
            *fd = -1;
        }
        std::filesystem::remove(socket());
    }

    // Returns whether the viewer has connected. A new connection replaces an earlier one.
    bool has_client() {
        const int fd = ::accept4(listening_fd_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0) {
            if (client_fd_ >= 0) ::close(client_fd_);
            client_fd_ = fd;
        }
        return client_fd_ >= 0;
    }

    void reply(const std::string& packet) {
        if (has_client()) ::send(client_fd_, packet.data(), packet.size(), MSG_NOSIGNAL);
    }
    void reply(const speaker_protocol::Reply& reply) { this->reply(encode(reply)); }

    // Returns the next request that was not taken yet, or nullopt if there is none.
    std::optional<speaker_protocol::Request> take_request() {
        std::array<char, 8192> packet{};
        if (!has_client()) return std::nullopt;
        const ssize_t size = ::recv(client_fd_, packet.data(), packet.size(), 0);
        if (size <= 0) return std::nullopt;
        return speaker_protocol::parse_request({packet.data(), static_cast<std::size_t>(size)});
    }
    std::vector<speaker_protocol::Request> take_requests() {
        std::vector<speaker_protocol::Request> requests;
        while (auto request = take_request()) requests.push_back(std::move(*request));
        return requests;
    }

private:
    TemporaryFolder folder_;
    int listening_fd_ = -1;
    int client_fd_ = -1;
};

} // namespace test
