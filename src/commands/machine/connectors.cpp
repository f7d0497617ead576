#include "commands/machine/connectors.hpp"

#include "display/reported_size.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace commands {

namespace {

const std::string drm_folder = "/sys/class/drm/";

// `modes` has one mode per line, such as "1920x1080" or "1920x1080i". The preferred mode is the
// first one.
void read_mode(const std::string& modes, Connector& connector) {
    if (std::sscanf(modes.c_str(), "%5dx%5d", &connector.width_px, &connector.height_px) != 2)
        connector.width_px = connector.height_px = 0;
}

// Gets the two sizes of the picture from an EDID block (VESA E-EDID standard, EDID 1.3). Projectors
// and some TV sets have neither.
void read_edid(std::string_view edid, Connector& connector) {
    constexpr std::size_t length = 128;
    constexpr std::size_t size_cm = 21;
    constexpr std::size_t timing = 54;
    constexpr std::size_t timing_mm = timing + 12;
    constexpr std::string_view magic("\x00\xff\xff\xff\xff\xff\xff\x00", 8);
    if (edid.size() < length || !edid.starts_with(magic)) return;
    const auto byte = [edid](std::size_t offset) {
        return static_cast<int>(static_cast<unsigned char>(edid[offset]));
    };
    connector.size_mm = {10 * byte(size_cm), 10 * byte(size_cm + 1)};
    const bool has_timing = byte(timing) != 0 || byte(timing + 1) != 0;
    if (has_timing)
        connector.precise_size_mm = {byte(timing_mm) | (byte(timing_mm + 2) & 0xf0) << 4,
                                     byte(timing_mm + 1) | (byte(timing_mm + 2) & 0x0f) << 8};
}

std::string first_field(const Machine& machine, const std::string& file) {
    const auto fields = split_words(machine.read(file).value_or(""));
    return fields.empty() ? std::string() : fields.front();
}

Connector read_connector(const Machine& machine, const std::string& folder,
                         const std::string& name) {
    Connector connector;
    connector.name = name;
    connector.is_connected = first_field(machine, folder + "/status") == "connected";
    connector.is_enabled = first_field(machine, folder + "/enabled") == "enabled";
    connector.power = first_field(machine, folder + "/dpms");
    read_mode(machine.read(folder + "/modes").value_or(""), connector);
    read_edid(machine.read(folder + "/edid").value_or(""), connector);
    return connector;
}

} // namespace

std::optional<double> Connector::inches() const {
    const auto believed = [this](const Size& size) {
        return display::believable_inches(
            {1.0 * size.width, 1.0 * size.height, width_px, height_px});
    };
    const auto inches = believed(size_mm), precise_inches = believed(precise_size_mm);
    // Whole centimeters change the diagonal of a 7 inch panel by up to 6 %.
    constexpr double tolerance = 0.1;
    const bool do_agree = inches && precise_inches &&
                          std::abs(*inches - *precise_inches) <= tolerance * *precise_inches;
    return do_agree ? precise_inches : inches;
}

std::vector<Connector> list_connectors(const Machine& machine) {
    std::vector<Connector> all;
    for (const std::string& entry : machine.list_folder(drm_folder)) {
        // The entries are devices such as "card0" and connectors such as "card0-HDMI-A-1".
        const std::size_t dash = entry.find('-');
        if (!entry.starts_with("card") || dash == std::string::npos) continue;
        const std::string folder = drm_folder + entry;
        if (machine.exists(folder + "/status"))
            all.push_back(read_connector(machine, folder, entry.substr(dash + 1)));
    }
    return all;
}

std::optional<Connector> first_connected_display(const Machine& machine) {
    const auto all = list_connectors(machine);
    const auto found = std::ranges::find_if(all, &Connector::is_connected);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace commands
