#include "viewer/pin_verifier.hpp"

#include "os/pin_hash.hpp"
#include "os/wakeup.hpp"

#include <utility>

namespace viewer {

PinVerifier::~PinVerifier() {
    if (thread_.joinable()) thread_.join();
}

void PinVerifier::start(const std::vector<char>& pin, const std::string& hash) {
    result_ = {pin, false};
    thread_ = std::thread([this, hash] {
        result_.is_correct = os::verify_pin(result_.pin, hash);
        has_result_ = true;
        os::wake_event_loop();
    });
}

std::optional<PinVerifier::Result> PinVerifier::take_result() {
    if (!has_result_.exchange(false)) return std::nullopt;
    thread_.join();
    return std::exchange(result_, {});
}

} // namespace viewer
