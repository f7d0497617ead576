#include "speaker/client.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace speaker {

namespace {

// Room for the longest text and what stands before it.
using Packet = std::array<char, speaker_protocol::max_text_bytes + 100>;

} // namespace

std::unique_ptr<Client> Client::accept(int listening_fd) {
    const int fd = accept4(listening_fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    return fd < 0 ? nullptr : std::unique_ptr<Client>(new Client(fd));
}

Client::~Client() {
    close(fd_);
}

bool Client::receive(std::unique_ptr<speaker_protocol::Request>& request) {
    constexpr int max_packets = 100; // then the headphones get their turn
    Packet packet{};
    bool is_connected = true;
    for (int i = 0; i < max_packets && is_connected; ++i) {
        const ssize_t size = recv(fd_, packet.data(), packet.size(), MSG_TRUNC);
        if (size < 0 && errno == EAGAIN) break;
        is_connected = size > 0 || (size < 0 && errno == EINTR);
        if (size <= 0 || static_cast<std::size_t>(size) > packet.size()) continue;
        const std::string_view text(packet.data(), static_cast<std::size_t>(size));
        if (auto next = speaker_protocol::parse_request(text))
            request = std::make_unique<speaker_protocol::Request>(std::move(*next));
    }
    explicit_bzero(packet.data(), packet.size()); // nothing of a visit stays in memory
    return is_connected;
}

bool Client::send(const speaker_protocol::Reply& reply) {
    const std::string packet = encode(reply);
    return ::send(fd_, packet.data(), packet.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
           static_cast<ssize_t>(packet.size());
}

} // namespace speaker
