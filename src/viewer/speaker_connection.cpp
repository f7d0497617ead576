#include "viewer/speaker_connection.hpp"

#include "os/wakeup.hpp"

#include <array>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace viewer {

namespace {

// No reply is longer. The rest of a longer packet is dropped, and what is left is no reply.
constexpr std::size_t max_reply_bytes = 1024;

// Returns -1 if nobody listens on the socket.
int connect_to(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string& name = path.native();
    if (name.empty() || name.size() >= sizeof address.sun_path) return -1;
    name.copy(static_cast<char*>(address.sun_path), name.size());
    const int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
    close(fd);
    return -1;
}

// Makes recv() wait. Each send() is told not to wait.
void set_blocking(int fd) {
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
}

} // namespace

bool SpeakerConnection::connect() {
    if (is_connected_) return true;
    disconnect();
    fd_ = connect_to(socket_);
    if (fd_ < 0) return false;
    set_blocking(fd_);
    is_connected_ = true;
    thread_ = std::thread([this] { receive_replies(); });
    return true;
}

void SpeakerConnection::disconnect() {
    if (fd_ < 0) return;
    shutdown(fd_, SHUT_RDWR); // ends recv() in the thread
    thread_.join();
    close(std::exchange(fd_, -1));
    is_connected_ = false;
    replies_.clear();
}

bool SpeakerConnection::send(const speaker_protocol::Request& request) {
    if (!is_connected_) return false;
    const std::string packet = speaker_protocol::encode(request);
    if (::send(fd_, packet.data(), packet.size(), MSG_NOSIGNAL | MSG_DONTWAIT) >= 0) return true;
    disconnect();
    return false;
}

std::vector<speaker_protocol::Reply> SpeakerConnection::take_replies() {
    const std::lock_guard lock(replies_mutex_);
    return std::exchange(replies_, {});
}

void SpeakerConnection::receive_replies() {
    std::array<char, max_reply_bytes> packet{};
    for (ssize_t size = 0; (size = recv(fd_, packet.data(), packet.size(), 0)) > 0;) {
        const auto reply = speaker_protocol::parse_reply(
            std::string_view(packet.data(), static_cast<std::size_t>(size)));
        if (!reply) continue;
        const std::lock_guard lock(replies_mutex_);
        replies_.push_back(*reply);
        os::wake_event_loop();
    }
    is_connected_ = false;
    os::wake_event_loop();
}

} // namespace viewer
