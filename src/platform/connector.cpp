#include "platform/connector.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace platform {

namespace {

const std::string drm = "/sys/class/drm/";

// "1920x1080" or "1920x1080i", the first of many lines.
void read_mode(const std::string& modes, Connector& connector) {
    if (std::sscanf(modes.c_str(), "%5dx%5d", &connector.width, &connector.height) != 2)
        connector.width = connector.height = 0;
}

// EDID 1.3: the first detailed timing, the mode it likes best, has millimetres; the head has whole centimetres.
// Projectors, and some televisions, have none.
void read_edid(std::string_view edid, Connector& connector) {
    constexpr std::size_t length = 128, head_cm = 21, timing = 54, timing_mm = timing + 12;
    constexpr std::string_view magic("\x00\xff\xff\xff\xff\xff\xff\x00", 8);
    if (edid.size() < length || !edid.starts_with(magic)) return;
    const auto byte = [edid](std::size_t at) { return static_cast<int>(static_cast<unsigned char>(edid[at])); };
    const bool has_timing = byte(timing) != 0 || byte(timing + 1) != 0;
    const int w = byte(timing_mm) | (byte(timing_mm + 2) & 0xf0) << 4;
    const int h = byte(timing_mm + 1) | (byte(timing_mm + 2) & 0x0f) << 8;
    const bool by_timing = has_timing && w > 0 && h > 0;
    connector.millimetres_w = by_timing ? w : 10 * byte(head_cm);
    connector.millimetres_h = by_timing ? h : 10 * byte(head_cm + 1);
}

std::string first_word(const Machine& machine, const std::string& file) {
    const auto words = words_of(machine.read(file).value_or(""));
    return words.empty() ? std::string() : words.front();
}

Connector read_connector(const Machine& machine, const std::string& folder, const std::string& name) {
    Connector connector;
    connector.name = name;
    connector.connected = first_word(machine, folder + "/status") == "connected";
    connector.enabled = first_word(machine, folder + "/enabled") == "enabled";
    connector.power = first_word(machine, folder + "/dpms");
    read_mode(machine.read(folder + "/modes").value_or(""), connector);
    read_edid(machine.read(folder + "/edid").value_or(""), connector);
    return connector;
}

} // namespace

std::optional<double> Connector::inches() const {
    if (millimetres_w <= 0 || millimetres_h <= 0) return std::nullopt;
    return std::hypot(millimetres_w, millimetres_h) / 25.4;
}

std::vector<Connector> connectors(const Machine& machine) {
    std::vector<Connector> all;
    for (const std::string& entry : machine.names(drm)) { // "card0", "card0-HDMI-A-1"
        const std::size_t dash = entry.find('-');
        if (!entry.starts_with("card") || dash == std::string::npos) continue;
        const std::string folder = drm + entry;
        if (machine.has(folder + "/status"))
            all.push_back(read_connector(machine, folder, entry.substr(dash + 1)));
    }
    return all;
}

std::optional<Connector> display(const Machine& machine) {
    const auto all = connectors(machine);
    const auto found = std::ranges::find_if(all, &Connector::connected);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace platform
