#include "commands/machine/input_devices.hpp"

#include <algorithm>
#include <cstdlib>
#include <linux/input-event-codes.h>
#include <map>

namespace commands {

namespace {

// One device of /proc/bus/input/devices, which lists each device in a paragraph.
class DeviceEntry {
public:
    // Adds a line such as `N: Name="..."` or `B: KEY=402000000 0`.
    void add(const std::string& line) {
        const std::size_t equals = line.find('=');
        if (line.size() < 4 || equals == std::string::npos) return;
        if (line.starts_with("I: ")) product_ = line.substr(3, line.find(" Version") - 3);
        if (line.starts_with("N: ")) name_ = line.substr(equals + 1);
        if (line.starts_with("B: "))
            bits_[line.substr(3, equals - 3)] = split_words(line.substr(equals + 1));
        std::erase(name_, '"');
    }

    InputDevice device() const {
        InputDevice device{name_, product_};
        const bool is_touch_pad = has_bit("PROP", INPUT_PROP_POINTER);
        const bool has_touch = has_bit("ABS", ABS_MT_POSITION_X) ||
                               (has_bit("KEY", BTN_TOUCH) && has_bit("ABS", ABS_X));
        device.is_touch_screen = has_touch && !is_touch_pad && !has_bit("KEY", BTN_TOOL_PEN);
        device.is_mouse = is_touch_pad || (has_bit("REL", REL_X) && has_bit("KEY", BTN_LEFT));
        // A power button has keys, too, but no letters.
        device.is_keyboard = has_bit("KEY", KEY_A) && has_bit("KEY", KEY_SPACE);
        device.is_built_in = product_.starts_with("Bus=0011 "); // BUS_I8042
        return device;
    }

private:
    // The kernel prints a bit map as hexadecimal words of the size of a long, the most significant
    // word first.
    bool has_bit(const std::string& kind, unsigned bit) const {
        constexpr unsigned size = sizeof(long) * 8;
        const auto found = bits_.find(kind);
        if (found == bits_.end() || found->second.size() <= bit / size) return false;
        const std::string& word = found->second[found->second.size() - 1 - bit / size];
        return (std::strtoul(word.c_str(), nullptr, 16) >> bit % size & 1) != 0;
    }

    std::string name_;
    std::string product_;
    std::map<std::string, std::vector<std::string>> bits_;
};

std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", offset), text.size());
        all.push_back(text.substr(offset, end - offset));
        offset = end + 2;
    }
    return all;
}

} // namespace

std::optional<std::vector<InputDevice>> list_input_devices(const Machine& machine) {
    const auto text = machine.read("/proc/bus/input/devices");
    if (!text) return std::nullopt;
    std::vector<InputDevice> all;
    for (const std::string& paragraph : paragraphs(*text)) {
        DeviceEntry entry;
        for (const std::string& line : split_lines(paragraph)) entry.add(line);
        all.push_back(entry.device());
    }
    const auto is_part_of_touch_screen = [&all](const InputDevice& device) {
        return std::ranges::any_of(all, [&](const InputDevice& other) {
            return other.is_touch_screen && other.product == device.product;
        });
    };
    std::vector<InputDevice> result;
    for (const InputDevice& device : all)
        if (device.is_touch_screen ||
            ((device.is_mouse || device.is_keyboard) && !is_part_of_touch_screen(device)))
            result.push_back(device);
    return result;
}

} // namespace commands
