// Checks a PIN on a thread of its own: it takes longer than a frame may, on a slow machine much longer.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace viewer {

class PinVerifier {
public:
    struct Result {
        std::vector<char> pin; // that was asked about
        bool is_correct = false;
    };

    PinVerifier() = default;
    ~PinVerifier(); // waits for what is being checked
    PinVerifier(const PinVerifier&) = delete;
    PinVerifier& operator=(const PinVerifier&) = delete;

    // Not while it is busy. The loop is woken when there is an answer.
    void start(const std::vector<char>& pin, const std::string& hash);

    bool is_busy() const { return thread_.joinable(); } // until the answer is taken
    std::optional<Result> take_result();                // nullopt: there is none, or not yet

private:
    Result result_;
    std::atomic<bool> has_result_{false};
    std::thread thread_;
};

} // namespace viewer
