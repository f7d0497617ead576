// Checks a PIN on a thread of its own: it takes longer than a frame may, on a slow machine much longer.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace platform {

class Doorkeeper {
public:
    struct Answer {
        std::vector<char> pin; // that was asked about
        bool right = false;
    };

    Doorkeeper() = default;
    ~Doorkeeper(); // waits for what is being checked
    Doorkeeper(const Doorkeeper&) = delete;
    Doorkeeper& operator=(const Doorkeeper&) = delete;

    // Not while it is busy. The loop is woken when there is an answer.
    void ask(const std::vector<char>& pin, const std::string& hash);

    bool is_busy() const { return thread_.joinable(); } // until the answer is taken
    std::optional<Answer> answer();                     // nullopt: there is none, or not yet

private:
    Answer answer_;
    std::atomic<bool> answered_{false};
    std::thread thread_;
};

} // namespace platform
