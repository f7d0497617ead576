#include "platform/input_devices.hpp"

#include <algorithm>
#include <cstdlib>
#include <linux/input-event-codes.h>
#include <map>

namespace platform {

namespace {

// One paragraph of /proc/bus/input/devices.
class Description {
public:
    void add(const std::string& line) { // `N: Name="..."`, `B: KEY=402000000 0`
        const std::size_t equals = line.find('=');
        if (line.size() < 4 || equals == std::string::npos) return;
        if (line.starts_with("I: ")) product_ = line.substr(3, line.find(" Version") - 3);
        if (line.starts_with("N: ")) name_ = line.substr(equals + 1);
        if (line.starts_with("B: ")) bits_[line.substr(3, equals - 3)] = words_of(line.substr(equals + 1));
        std::erase(name_, '"');
    }

    InputDevice device() const {
        InputDevice device{name_, product_};
        const bool pad = has("PROP", INPUT_PROP_POINTER);
        const bool touched = has("ABS", ABS_MT_POSITION_X) || (has("KEY", BTN_TOUCH) && has("ABS", ABS_X));
        device.touch_screen = touched && !pad && !has("KEY", BTN_TOOL_PEN);
        device.mouse = pad || (has("REL", REL_X) && has("KEY", BTN_LEFT));
        device.keyboard = has("KEY", KEY_A) && has("KEY", KEY_SPACE); // a power button is no keyboard
        return device;
    }

private:
    // Words of the kernel's own size in hexadecimal, the highest first.
    bool has(const std::string& kind, unsigned bit) const {
        constexpr unsigned size = sizeof(long) * 8;
        const auto found = bits_.find(kind);
        if (found == bits_.end() || found->second.size() <= bit / size) return false;
        const std::string& word = found->second[found->second.size() - 1 - bit / size];
        return (std::strtoul(word.c_str(), nullptr, 16) >> bit % size & 1) != 0;
    }

    std::string name_, product_;
    std::map<std::string, std::vector<std::string>> bits_;
};

std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        all.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return all;
}

} // namespace

std::optional<std::vector<InputDevice>> input_devices(const Machine& machine) {
    const auto text = machine.read("/proc/bus/input/devices");
    if (!text) return std::nullopt;
    std::vector<InputDevice> all;
    for (const std::string& paragraph : paragraphs(*text)) {
        Description description;
        for (const std::string& line : lines_of(paragraph)) description.add(line);
        all.push_back(description.device());
    }
    const auto comes_with_touch = [&all](const InputDevice& device) {
        return std::ranges::any_of(all, [&](const InputDevice& other) {
            return other.touch_screen && other.product == device.product;
        });
    };
    std::vector<InputDevice> kept;
    for (const InputDevice& device : all)
        if (device.touch_screen || ((device.mouse || device.keyboard) && !comes_with_touch(device)))
            kept.push_back(device);
    return kept;
}

} // namespace platform
