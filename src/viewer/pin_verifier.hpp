// Verifies a PIN on a background thread, because hashing takes longer than one frame.
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
        std::vector<char> pin; // the PIN that was verified
        bool is_correct = false;
    };

    PinVerifier() = default;
    // Waits for the verification in progress.
    ~PinVerifier();
    PinVerifier(const PinVerifier&) = delete;
    PinVerifier& operator=(const PinVerifier&) = delete;

    // Starts comparing `pin`, digits as characters, with `hash`, see os::verify_pin(). Must not be
    // called while is_busy(). Wakes the event loop when there is a result.
    void start(const std::vector<char>& pin, const std::string& hash);

    // Returns whether a verification was started and its result was not taken yet.
    bool is_busy() const { return thread_.joinable(); }

    // Returns the result once, when it is available, and otherwise nullopt.
    std::optional<Result> take_result();

private:
    Result result_;
    std::atomic<bool> has_result_{false};
    std::thread thread_;
};

} // namespace viewer
