#include "speaker/listening_socket.hpp"

#include <cstring>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace speaker {

int take_systemd_socket() {
    constexpr int unset_environment = 1, is_listening = 1;
    const int fd = SD_LISTEN_FDS_START;
    if (sd_listen_fds(unset_environment) != 1 ||
        sd_is_socket(fd, AF_UNIX, SOCK_SEQPACKET, is_listening) <= 0)
        throw std::runtime_error("systemd has passed no socket: write --listen PATH");
    return fd;
}

int create_listening_socket(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string& text = path.native();
    if (text.size() >= sizeof address.sun_path) throw std::runtime_error(text + " is too long");
    std::memcpy(address.sun_path, text.data(), text.size());
    std::error_code ignored; // if anything else is there, bind() fails
    if (is_socket(path, ignored)) remove(path, ignored);
    const int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    const mode_t old_mask = umask(0177);
    const bool is_bound =
        fd >= 0 && bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    umask(old_mask);
    if (is_bound && listen(fd, SOMAXCONN) == 0) return fd;
    if (fd >= 0) close(fd);
    throw std::runtime_error("cannot listen on " + text);
}

} // namespace speaker
