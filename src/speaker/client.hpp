// The viewer's connection. A packet that is no request is ignored.
#pragma once

#include "speaker_protocol/reply.hpp"
#include "speaker_protocol/request.hpp"

#include <memory>

namespace speaker {

class Client {
public:
    // Returns nullptr if nobody waits for a connection any more.
    static std::unique_ptr<Client> accept(int listening_fd);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    int fd() const { return fd_; }

    // Reads the requests that have arrived, without waiting. Only the last one counts, because each
    // ends what an earlier one has begun; `request` stays as it is if there is none. Returns false
    // if the connection has ended.
    bool receive(std::unique_ptr<speaker_protocol::Request>& request);

    // Returns false if the connection has ended, or if the client does not read its replies.
    bool send(const speaker_protocol::Reply& reply);

private:
    explicit Client(int fd) : fd_(fd) {}

    int fd_;
};

} // namespace speaker
