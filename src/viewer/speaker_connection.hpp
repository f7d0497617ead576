// The connection to the service that speaks and plays the tone of the sound test. Access to the
// sound card includes the microphone, so the viewer gets neither.
#pragma once

#include "speaker_protocol/reply.hpp"
#include "speaker_protocol/request.hpp"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace viewer {

class SpeakerConnection {
public:
    // `socket` is the Unix socket on which the service listens. Does not connect yet.
    explicit SpeakerConnection(std::filesystem::path socket) : socket_(std::move(socket)) {}
    ~SpeakerConnection() { disconnect(); }
    SpeakerConnection(const SpeakerConnection&) = delete;
    SpeakerConnection& operator=(const SpeakerConnection&) = delete;

    // Connects if there is no connection, without waiting. Replies of an earlier connection that
    // were not taken are dropped. Returns whether there is a connection now.
    bool connect();

    // Ends the connection, so that the service is silent and forgets everything.
    void disconnect();

    bool is_connected() const { return is_connected_; }

    // Sends a request without waiting. Returns false if there is no connection, or if the service
    // does not read its requests; then the connection is ended.
    bool send(const speaker_protocol::Request& request);

    // Returns the replies since the last call. A thread, which sleeps until the service replies or
    // ends the connection, wakes the event loop when there is something to take.
    std::vector<speaker_protocol::Reply> take_replies();

private:
    void receive_replies();

    std::filesystem::path socket_;
    int fd_ = -1;
    std::atomic<bool> is_connected_{false};
    std::mutex replies_mutex_;
    std::vector<speaker_protocol::Reply> replies_; // protected by the mutex
    std::thread thread_;
};

} // namespace viewer
