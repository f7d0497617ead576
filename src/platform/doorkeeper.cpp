#include "platform/doorkeeper.hpp"

#include "platform/outside.hpp"
#include "platform/pin.hpp"

#include <utility>

namespace platform {

Doorkeeper::~Doorkeeper() {
    if (thread_.joinable()) thread_.join();
}

void Doorkeeper::ask(const std::vector<char>& pin, const std::string& hash) {
    answer_ = {pin, false};
    thread_ = std::thread([this, hash] {
        answer_.right = is_pin(answer_.pin, hash);
        answered_ = true;
        wake_loop();
    });
}

std::optional<Doorkeeper::Answer> Doorkeeper::answer() {
    if (!answered_.exchange(false)) return std::nullopt;
    thread_.join();
    return std::exchange(answer_, {});
}

} // namespace platform
